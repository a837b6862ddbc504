import { pathToFileURL } from 'node:url'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'

/** A file of rules cannot be used: it is not there, exports no rule, or does not come to an end. */
export class RulesNotReadable extends Error {
  override readonly name = 'RulesNotReadable'
}

/** What a worker answers: one of the two. */
interface Answer {
  readonly value?: unknown
  readonly thrown?: string
}

/**
 * Runs in the worker, as text, so that a built package needs no second file: lists the rules of a module without their
 * functions, or counts an election by one of them. Read as a script or as a module, whichever the program was started as.
 */
const program = `
import('node:worker_threads').then(({ workerData: { url, port, signal } }) => {
  const wake = () => {
    Atomics.add(signal, 0, 1)
    Atomics.notify(signal, 0)
  }
  const isRule = (value) => typeof value === 'object' && value !== null && typeof value.id === 'string' && typeof value.count === 'function'
  const described = ({ id, version, title, family, source, ballots, parameters, claims, violates, constraints = [] }) =>
    ({ id, version, title, family, source, ballots, parameters, claims, violates, constraints })
  const rulesOf = async () => Object.values(await import(url)).flat().filter(isRule)
  const work = async ({ rule, election, parameters }) => {
    const rules = await rulesOf()
    return { value: rule === undefined ? rules.map(described) : rules.find(({ id, family }) => id === rule.id && family === rule.family).count(election, parameters) }
  }
  port.on('message', async (asked) => {
    try {
      port.postMessage(await work(asked))
    } catch (thrown) {
      port.postMessage({ thrown: thrown instanceof Error ? thrown.message : String(thrown) })
    }
    wake()
  })
  // What a rule prints is not the program's: it must not stand beside a document on stdout.
  process.stdout.write = process.stderr.write = () => true
})
`

/** How the thread of the rules ended, as its guard writes it; 0 while it runs. */
const [endedItself, outOfMemory] = [1, 2]

/**
 * Starts that thread, as text likewise, and looks after it while whoever asks can only wait: ends it when it takes too much
 * memory, on its heap or in buffers beside it, and says when it has ended and why.
 *
 * V8 ends the whole program where one allocation goes far beyond the limit of a thread, so that limit is 4 GB above the one
 * that is looked after. A Node that cannot tell what a thread uses (before 22.16) has V8's limit alone.
 */
const guard = `
import('node:worker_threads').then(({ Worker, workerData: { program, megabytes, url, port, signal } }) => {
  const canTell = typeof Worker.prototype.getHeapStatistics === 'function'
  const resourceLimits = { maxOldGenerationSizeMb: canTell ? megabytes + 4096 : megabytes }
  const rules = new Worker(program, { eval: true, workerData: { url, port, signal }, transferList: [port], resourceLimits })
  let end = ${endedItself}
  let hasEnded = false
  const look = async () => {
    const { used_heap_size: used, external_memory: beside } = await rules.getHeapStatistics()
    if (used + beside <= megabytes * 1048576) return
    end = ${outOfMemory}
    await rules.terminate()
  }
  const watch = async () => {
    // One that has just ended cannot be looked at.
    await look().catch(() => undefined)
    if (!hasEnded) setTimeout(watch, 20)
  }
  if (canTell) rules.once('online', watch)
  rules.on('error', ({ code }) => {
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') end = ${outOfMemory}
  })
  rules.on('exit', () => {
    hasEnded = true
    Atomics.store(signal, 1, end)
    Atomics.add(signal, 0, 1)
    Atomics.notify(signal, 0)
  })
})
`

/** What a rule may take before it is ended: milliseconds for an answer, megabytes for its thread. */
interface Limits {
  readonly timeLimit: number
  readonly megabytes: number
}

interface Running {
  readonly worker: Worker
  readonly port: MessagePort
  /** Counts answers and the end of the thread; then how it ended. */
  readonly signal: Int32Array
}

const start = (url: string, megabytes: number): Running => {
  const { port1, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(guard, { eval: true, workerData: { program, megabytes, url, port: port2, signal }, transferList: [port2] })
  // What a rule does to its own thread is told by the answer that does not come.
  worker.on('error', () => undefined)
  worker.unref()
  port1.unref()
  return { worker, port: port1, signal }
}

/** Asks a module of rules, waiting for the answer; ends its thread when it takes too much and starts another one next time. */
const asking = (url: string, { timeLimit, megabytes }: Limits): ((question: object) => unknown) => {
  let running: Running | undefined
  return (question) => {
    // One that ended after its last answer, unasked, answers no more.
    if (running !== undefined && Atomics.load(running.signal, 1) !== 0) running = undefined
    running ??= start(url, megabytes)
    const { port, worker, signal } = running
    const before = Atomics.load(signal, 0)
    port.postMessage(question)
    if (Atomics.wait(signal, 0, before, timeLimit) === 'timed-out') {
      running = undefined
      port.close()
      void worker.terminate()
      throw new RulesNotReadable(`it did not answer within ${timeLimit / 1000} s`)
    }
    const received: { readonly message: Answer } | undefined = receiveMessageOnPort(port)
    if (received === undefined) {
      running = undefined
      const isOutOfMemory = Atomics.load(signal, 1) === outOfMemory
      throw new RulesNotReadable(isOutOfMemory ? `it took more than ${megabytes} MB of memory` : 'it ended its own thread')
    }
    if (received.message.thrown !== undefined) throw new RulesNotReadable(received.message.thrown)
    return received.message.value
  }
}

const needed = ['id', 'version', 'title', 'family', 'source', 'ballots', 'parameters', 'claims', 'violates']

/** Whether a described rule has everything; of which types that must be, `defineRule` says. */
const isDescribed = (value: unknown): value is Omit<Rule, 'count'> => {
  if (typeof value !== 'object' || value === null) return false
  const described: Readonly<Record<string, unknown>> = { ...value }
  return needed.every((field) => described[field] !== undefined)
}

/**
 * The rules that a module exports, alone or in lists. They run in a thread of their own: one that does not end within
 * `timeLimit` milliseconds, or takes more than so many `megabytes`, fails like one that throws, and the program goes on.
 * What no thread can be kept from is to allocate gigabytes in a single step: that ends the program.
 *
 * Cost: an election is copied to the thread for each count; the thread, and one that looks after it, are started once.
 * Errors: throws `RulesNotReadable` naming the file.
 */
export const rulesFromModule = (path: string, timeLimit = 60_000, megabytes = 2048): ReadonlyArray<Rule> => {
  const ask = asking(pathToFileURL(path).href, { timeLimit, megabytes })
  const refuse = (reason: string): never => {
    throw new RulesNotReadable(`${path}: ${reason}`)
  }
  const attempt = <Value>(work: () => Value): Value => {
    try {
      return work()
    } catch (thrown) {
      return refuse(thrown instanceof Error ? thrown.message : String(thrown))
    }
  }
  const listed = attempt(() => ask({}))
  if (!Array.isArray(listed) || listed.length === 0) return refuse('it exports no rule')
  return listed.map((described: unknown) => {
    if (!isDescribed(described)) return refuse(`a rule needs ${needed.join(', ')} and count`)
    const { id, family } = described
    // `applyRule` decodes the answer, whatever it is.
    const count = (election: unknown, parameters: unknown): ReturnType<Rule['count']> =>
      ask({ rule: { id, family }, election, parameters }) as ReturnType<Rule['count']>
    return attempt(() => defineRule({ ...described, count }))
  })
}

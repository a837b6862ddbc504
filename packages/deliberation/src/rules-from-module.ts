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
  const described = ({ id, version, title, family, source, ballots, parameters, claims, violates }) =>
    ({ id, version, title, family, source, ballots, parameters, claims, violates })
  const rulesOf = async () => Object.values(await import(url)).flat().filter(isRule)
  const work = async ({ rule, election, parameters }) => {
    const rules = await rulesOf()
    return { value: rule === undefined ? rules.map(described) : rules.find(({ id }) => id === rule).count(election, parameters) }
  }
  port.on('message', async (asked) => {
    try {
      port.postMessage(await work(asked))
    } catch (thrown) {
      port.postMessage({ thrown: thrown instanceof Error ? thrown.message : String(thrown) })
    }
    wake()
  })
  process.on('exit', wake)
  // What a rule prints is not the program's: it must not stand beside a document on stdout.
  process.stdout.write = process.stderr.write = () => true
})
`

interface Running {
  readonly worker: Worker
  readonly port: MessagePort
  readonly signal: Int32Array
}

const start = (url: string): Running => {
  const { port1, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(program, { eval: true, workerData: { url, port: port2, signal }, transferList: [port2], stdout: false, stderr: false })
  // What a rule does to its own thread is told by the answer that does not come.
  worker.on('error', () => undefined)
  worker.unref()
  port1.unref()
  return { worker, port: port1, signal }
}

/** Asks a module of rules, waiting for the answer; ends its thread when it takes too long and starts another one next time. */
const asking = (url: string, timeLimit: number): ((question: object) => unknown) => {
  let running: Running | undefined
  return (question) => {
    running ??= start(url)
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
      throw new RulesNotReadable('it ended its own thread')
    }
    if (received.message.thrown !== undefined) throw new RulesNotReadable(received.message.thrown)
    return received.message.value
  }
}

/** Whether a described rule has what `defineRule` looks at; a rule of an outsider may be written without types. */
const isDescribed = (value: unknown): value is Omit<Rule, 'count'> => {
  if (typeof value !== 'object' || value === null) return false
  const { version, title, family, source, ballots, parameters, claims, violates }: Readonly<Record<string, unknown>> = { ...value }
  const texts = [version, title, source]
  const lists = [ballots, parameters, claims, violates]
  return (
    texts.every((text) => typeof text === 'string') &&
    lists.every((list) => Array.isArray(list)) &&
    (family === 'budget' || family === 'voting' || family === 'committee' || family === 'apportionment')
  )
}

/**
 * The rules that a module exports, alone or in lists. They run in a thread of their own: one that does not end within
 * `timeLimit` milliseconds fails like one that throws, and the program goes on.
 *
 * Cost: an election is copied to the thread for each count; the thread is started once.
 * Errors: throws `RulesNotReadable` naming the file.
 */
export const rulesFromModule = (path: string, timeLimit = 60_000): ReadonlyArray<Rule> => {
  const ask = asking(pathToFileURL(path).href, timeLimit)
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
    if (!isDescribed(described)) return refuse('a rule needs id, version, title, family, source, ballots, parameters, claims, violates and count')
    const { id } = described
    // `applyRule` decodes the answer, whatever it is.
    const count = (election: unknown, parameters: unknown): ReturnType<Rule['count']> =>
      ask({ rule: id, election, parameters }) as ReturnType<Rule['count']>
    return attempt(() => defineRule({ ...described, count }))
  })
}

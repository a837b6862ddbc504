import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { onOneLine } from '@isegoria/report'
import { refusedFile } from './tally-file.ts'
import type { FileAnswer, TallyOptions } from './tally-file.ts'

const isSource = import.meta.url.endsWith('.ts')

/** Where this package starts, as source or built: from it a thread imports `fileTally`. */
const packageUrl = new URL(isSource ? './index.ts' : './index.js', import.meta.url).href

/** What a thread is at, where it is not at a file: still starting, given up before it had started, between two files. */
const [starting, givenUp, between] = [-2, -1, 0]

/**
 * Runs in a thread, as text, so that a built package needs no second file: takes one file after another, until none is left.
 * `shared` holds the place of the next file, then what each thread is at: a file by one more than its place.
 */
const program = `
import('node:worker_threads').then(async ({ parentPort, workerData: { url, files, options, shared, thread } }) => {
  const { fileTally } = await import(url)
  const answerOf = fileTally(options)
  if (Atomics.compareExchange(shared, thread, ${starting}, ${between}) !== ${starting}) return
  for (;;) {
    const place = Atomics.add(shared, 0, 1)
    if (place >= files.length) return
    Atomics.store(shared, thread, place + 1)
    parentPort.postMessage({ place, answer: answerOf(files[place]) })
    Atomics.store(shared, thread, ${between})
  }
})
`

/** The files of a folder, and how each is counted in this thread and in others. */
export interface FilesToTally {
  readonly files: ReadonlyArray<string>
  readonly answerOf: (path: string) => FileAnswer
  readonly options: TallyOptions
  /** A module that exports `fileTally`; this package unless given. */
  readonly url?: string
}

interface Placed {
  readonly place: number
  readonly answer: FileAnswer
}

interface Thread {
  /** Settles when the thread has ended, with why it did not start; the file that it did not come back from is refused. */
  readonly ended: Promise<string | undefined>
  /** Ends the thread if it is still starting: there is nothing left for it. */
  readonly giveUp: () => void
}

const threadOf = (
  { files, options, url = packageUrl }: FilesToTally,
  shared: Int32Array,
  thread: number,
  answered: (placed: Placed) => void,
): Thread => {
  const source = isSource ? { execArgv: ['--conditions=@isegoria/source'] } : {}
  Atomics.store(shared, thread, starting)
  const worker = new Worker(program, { eval: true, workerData: { url, files, options, shared, thread }, ...source })
  let reason: string | undefined
  worker.on('message', answered)
  worker.on('error', (failure: unknown) => {
    reason = failure instanceof Error ? failure.message : String(failure)
  })
  const ended = new Promise<string | undefined>((resolve) => {
    worker.on('exit', () => {
      const at = Atomics.load(shared, thread)
      if (at <= between) return resolve(reason)
      const file = files[at - 1] ?? ''
      answered({ place: at - 1, answer: refusedFile(file, `${file}: the thread that counted it failed: ${reason ?? 'it ended'}`) })
      resolve(undefined)
    })
  })
  const giveUp = (): void => {
    if (Atomics.compareExchange(shared, thread, starting, givenUp) === starting) void worker.terminate()
  }
  return { ended, giveUp }
}

/**
 * Counts files in `jobs` threads, this one among them, each taking the next file that none has taken. Answers are told in
 * the order of the files, each as soon as all before it are there.
 */
export const tallyFiles = async (work: FilesToTally, jobs: number, tell: (answer: FileAnswer) => void): Promise<void> => {
  const { files, answerOf } = work
  const others = Math.max(0, Math.min(jobs, files.length) - 1)
  const shared = new Int32Array(new SharedArrayBuffer(4 * (1 + others)))
  const answers = new Map<number, FileAnswer>()
  let told = 0
  const answered = ({ place, answer }: Placed): void => {
    answers.set(place, answer)
    for (let next = answers.get(told); next !== undefined; next = answers.get(told)) {
      answers.delete(told++)
      tell(next)
    }
  }
  const threads = Array.from({ length: others }, (_, thread) => threadOf(work, shared, thread + 1, answered))
  for (let place = Atomics.add(shared, 0, 1); place < files.length; place = Atomics.add(shared, 0, 1)) {
    answered({ place, answer: answerOf(files[place] ?? '') })
    // Other threads are heard only between two files.
    await breathe()
  }
  for (const { giveUp } of threads) giveUp()
  const idle = (await Promise.all(threads.map(({ ended }) => ended))).find((reason) => reason !== undefined)
  if (idle !== undefined)
    tell({ out: '', error: `note: a thread did not start, and others counted its files: ${onOneLine(idle)}\n`, isRefused: false })
}

import { SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.ts'

/** Tells how far a long work is; does nothing where there is no terminal. */
export interface Progress {
  readonly at: (done: number) => void
  readonly stop: () => void
}

/** A bar on stderr, redrawn at most every 1,024 steps so that it costs nothing. */
export const progress = (terminal: Terminal, work: string, total: number): Progress => {
  if (!terminal.isTerminal || total < 1024) return { at: () => undefined, stop: () => undefined }
  const bar = new SingleBar({ format: `${work} {bar} {percentage}% | {value}/{total}`, stream: process.stderr, clearOnComplete: true })
  bar.start(total, 0)
  return {
    at: (done) => {
      if (done % 1024 === 0) bar.update(done)
    },
    stop: () => bar.stop(),
  }
}

import { createHash } from 'node:crypto'
import type { Occurrence } from '@isegoria/kernel'

/** Collects events into one hash. */
export interface LogHash {
  readonly add: (occurrence: Pick<Occurrence, 'stream' | 'version' | 'text'>) => void
  readonly digest: () => string
}

const piece = 64 * 1024

/**
 * SHA-256 over every event's stream, version and stored text, in log order; without ids and times, so that two imports
 * of one file have one hash. Cost: the texts, hashed in pieces of 64 KiB.
 */
export const logHash = (): LogHash => {
  const hash = createHash('sha256')
  let waiting = ''
  return {
    add: ({ stream, version, text }) => {
      waiting += `${stream}@${version} ${text}\n`
      if (waiting.length < piece) return
      hash.update(waiting)
      waiting = ''
    },
    digest: () => hash.update(waiting).digest('hex'),
  }
}

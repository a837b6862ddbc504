import { v7 } from 'uuid'

/** Makes ids; a port, since domain code draws no randomness itself. */
export type NewId = () => string

const idBytes = 16
const idsInPool = 256
const mostInSequence = 0xffffffff

/** Random bytes for one id at a time, drawn from the system for 256 at once: asking it for each costs more than the id. */
const randomBytes = (): (() => Uint8Array) => {
  const pool = new Uint8Array(idBytes * idsInPool)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool)
      used = 0
    }
    used += idBytes
    return pool.subarray(used - idBytes, used)
  }
}

/** Ids that sort in the order of making, even within a millisecond or when the clock goes back: RFC 9562 §6.2, method 1. */
const sortingIds = (): NewId => {
  const draw = randomBytes()
  let msecs = 0
  let seq = 0
  return () => {
    const random = draw()
    const now = Date.now()
    if (now > msecs || seq === mostInSequence) {
      msecs = Math.max(now, msecs + 1)
      seq = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1
    } else seq++
    return v7({ random, msecs, seq })
  }
}

/** Ids by uuid version 7 (RFC 9562): unique, and sorting by the time they were made. */
export const uuidV7: NewId = sortingIds()

import { Fault, quoted } from '../fault.ts'

/** A whole number of at least 1 as a file writes it. Errors: throws `Fault` for anything else, and for one beyond 2^53 - 1. */
export const countOf = (text: string, line: number, field: string): number => {
  if (!/^\d+$/.test(text)) throw new Fault(line, field, `${quoted(text)} is no whole number`)
  const count = Number(text)
  if (!Number.isSafeInteger(count)) throw new Fault(line, field, `${quoted(text)} is beyond ${Number.MAX_SAFE_INTEGER}`)
  if (count === 0) throw new Fault(line, field, `${quoted(text)} is no number of at least 1`)
  return count
}

/** Adds up the voters of a file, line by line. */
export interface VoterCount {
  /** Errors: throws `Fault` where the sum can no longer be counted exactly. */
  readonly add: (count: number, line: number) => void
  readonly total: () => number
}

export const voterCount = (): VoterCount => {
  let total = 0
  return {
    add: (count, line) => {
      total += count
      if (!Number.isSafeInteger(total)) throw new Fault(line, 'count', `the voters up to this line are more than ${Number.MAX_SAFE_INTEGER}`)
    },
    total: () => total,
  }
}

import type { Ballot } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../fault.ts'

/** Why ballots cannot be written in a format: what stands in the way, and the reason. */
export interface BallotFileNotWritable {
  readonly type: 'BallotFileNotWritable'
  readonly field: string
  readonly reason: string
}

/**
 * One clear sentence: `field: reason`.
 *
 * @example describeBallotFileNotWritable({ type: 'BallotFileNotWritable', field: 'ballot', reason: 'a score ballot is no ranking' }) // => 'ballot: a score ballot is no ranking'
 */
export const describeBallotFileNotWritable = ({ field, reason }: BallotFileNotWritable): string => `${field}: ${reason}`

/** What `write` gives, or the `Fault` that it throws as a value: the door of a writer. */
export const writable = (write: () => string): Either<BallotFileNotWritable, string> => {
  try {
    return E.right(write())
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown
    return E.left({ type: 'BallotFileNotWritable', field: thrown.field, reason: thrown.message })
  }
}

/** The text, where a line can hold it and a reader gives it back as it is. Errors: throws `Fault` where not. */
export const oneLine = (text: string, field: string): string => {
  if (/[\0\r\n]/.test(text)) throw new Fault(0, field, `${quoted(text)} is no text of one line`)
  if (text.trim() !== text) throw new Fault(0, field, `${quoted(text)} has spaces around it, which would be lost`)
  return text
}

/** A ranking's tiers, none of them empty. Errors: throws `Fault` for a ballot that is no ranking. */
export const tiersOf = (ballot: Ballot): ReadonlyArray<ReadonlyArray<string>> => {
  switch (ballot.type) {
    case 'ordinal':
      return ballot.ranking.map((id) => [id])
    case 'weak-order':
      return ballot.tiers.filter((tier) => tier.length > 0)
    case 'choose-one':
      return ballot.choice === null ? [] : [[ballot.choice]]
    case 'approval':
    case 'cumulative':
    case 'score':
      throw new Fault(0, 'ballot', `a ballot of type ${ballot.type} is no ranking`)
  }
}

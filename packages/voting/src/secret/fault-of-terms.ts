import { isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import type { BallotTerms } from '../ballot/terms.ts'

/** Why nobody votes in secret under these terms, or not at this time. */
export type TermsFault =
  | { readonly type: 'PollNotSecret' }
  | { readonly type: 'OutsideVotingTime'; readonly opensAt: Instant; readonly closesAt: Instant; readonly at: Instant }

/**
 * The first fault of voting at `at` in a poll of these terms. A poll is secret or it is not, so nobody votes in it both ways.
 * The clock is asked here and then forgotten: the event has no time.
 */
export const faultOfTerms = ({ isSecret, opensAt, closesAt }: BallotTerms, at: Instant): TermsFault | undefined => {
  if (!isSecret) return { type: 'PollNotSecret' }
  return isBefore(at, opensAt) || !isBefore(at, closesAt) ? { type: 'OutsideVotingTime', opensAt, closesAt, at } : undefined
}

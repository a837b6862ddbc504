import type { PollDefined } from '../poll/events.ts'

/**
 * How far a poll hides who voted for what: `secrecy` of `PollDefined`. The host chooses it before the poll opens, and says so
 * to the voters.
 *
 * - `open`: names or keys stand beside ballots, and everybody sees them.
 * - `pseudonymous`: a key stands beside the ballot. Who holds the secret of the keys links them to persons.
 * - `separated`: the roll and the box stand apart and share nothing. Both are written in one transaction, so an operator who
 *   looks into the database can join them by the order of commits. The host's server sees voter and ballot at the same time.
 * - `credential`: the box accepts a blind-signed credential and is never told who it was issued to. **When** a credential is
 *   asked for and when it is spent, and from which address, can still join the two.
 *
 * At no level is there receipt-freeness (voters can prove how they voted, and sell it) or resistance to coercion. No level is
 * an assessed system, and none claims a level of the recommendation CNIL 2019-053. Nothing hides a vote where everybody voted
 * alike, or where one person voted.
 */
export type SecrecyLevel = NonNullable<PollDefined['secrecy']>

/** What follows from a level. */
export interface SecrecyTerms {
  /** Whether a voter may replace a ballot until the poll closes. Where nobody can find a voter's ballot, the first is final. */
  readonly revote: NonNullable<PollDefined['revote']>
  /** By what somebody with the whole database could still join a voter to a ballot. */
  readonly linkedBy: 'everybody' | 'secret-of-keys' | 'order-of-commits' | 'time-of-use'
}

export const secrecyTerms: Readonly<Record<SecrecyLevel, SecrecyTerms>> = {
  open: { revote: 'until-close', linkedBy: 'everybody' },
  pseudonymous: { revote: 'until-close', linkedBy: 'secret-of-keys' },
  separated: { revote: 'final', linkedBy: 'order-of-commits' },
  credential: { revote: 'final', linkedBy: 'time-of-use' },
}

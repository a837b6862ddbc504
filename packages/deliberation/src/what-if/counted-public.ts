import { profileBuilder, unknownDay } from '@isegoria/election'
import type { Profile } from '@isegoria/election'
import { E, Instant, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isSecret } from '@isegoria/voting'
import type { ReplayedPoll } from '../replay-log.ts'
import type { CastBallots } from './cast-ballots.ts'
import type { WhatIf, WhatIfRejection } from './changes.ts'
import { keptVoters } from './kept-voters.ts'

/** Why a poll cannot be closed at another moment, as far as its calendar and its ballots say. */
const faultOfUntil = ({ terms, conduct }: ReplayedPoll, { recordedAt }: CastBallots, until: Instant): WhatIfRejection | undefined => {
  const { opensAt } = terms.definition
  const { closesAt } = conduct
  if (!isBefore(opensAt, until)) return { type: 'UntilBeforeOpening', opensAt, until }
  if (!isBefore(until, closesAt)) return undefined
  const isDuring = (time: string): boolean => Instant.is(time) && !isBefore(time, opensAt) && isBefore(time, closesAt)
  const other = opensAt.startsWith(unknownDay.first) ? recordedAt[0] : recordedAt.find((time) => !isDuring(time))
  return other === undefined ? undefined : { type: 'CastTimesUnknown', opensAt, closesAt, recordedAt: other }
}

/** The ballots that count when only events before `until` happened and only voters are counted who are kept. */
const profileWhere = (
  { voter, ballot, declaration, recordedAt, ballots }: CastBallots,
  kept: ReadonlyArray<boolean> | undefined,
  until: Instant | undefined,
): Profile => {
  const [ballotOf, declarationOf]: [Array<number>, Array<number>] = [[], []]
  for (const [place, who] of voter.entries()) {
    const time = recordedAt[place]
    if (until !== undefined && !(Instant.is(time) && isBefore(time, until))) continue
    ballotOf[who] = ballot[place] ?? -1
    const said = declaration[place] ?? -1
    if (said !== -1) declarationOf[who] = said
  }
  const weights = new Float64Array(ballots.length)
  for (const [who, cast = -1] of ballotOf.entries()) {
    if (cast === -1 || (kept !== undefined && kept[declarationOf[who] ?? -1] !== true)) continue
    weights[cast] = (weights[cast] ?? 0) + 1
  }
  const builder = profileBuilder()
  for (const [place, one] of ballots.entries()) {
    const weight = weights[place] ?? 0
    if (weight > 0) builder.add(one, weight)
  }
  return builder.build()
}

/**
 * The ballots of another public, or of a poll that closed earlier; the poll's own ballots where neither is asked, or where
 * the poll would not close earlier.
 *
 * Errors: a secret poll, ballots that are needed and not given, what filters and calendar do not fit, nobody left.
 * Cost: one pass over the ballot events, and one look at each distinct declaration.
 */
export const countedPublic = (
  poll: ReplayedPoll,
  cast: CastBallots | undefined,
  { voters = [], until }: WhatIf,
): Either<WhatIfRejection, Profile> => {
  const change = voters.length > 0 ? 'voters' : until === undefined ? undefined : 'until'
  if (change === undefined) return E.right(poll.election.profile)
  if (isSecret(poll.terms.definition.secrecy)) return E.left({ type: 'BallotsAreSecret', change })
  if (cast === undefined) return E.left(poll.election.profile.voters === 0 ? { type: 'NoBallotsLeft' } : { type: 'BallotsNotGiven', change })
  const fault = until === undefined ? undefined : faultOfUntil(poll, cast, until)
  if (fault !== undefined) return E.left(fault)
  const kept = voters.length === 0 ? E.right(undefined) : keptVoters(cast.declared, voters)
  if (E.isLeft(kept)) return kept
  const isEarlier = until !== undefined && isBefore(until, poll.conduct.closesAt)
  const profile = profileWhere(cast, kept.right, isEarlier ? until : undefined)
  return profile.voters === 0 ? E.left({ type: 'NoBallotsLeft' }) : E.right(profile)
}

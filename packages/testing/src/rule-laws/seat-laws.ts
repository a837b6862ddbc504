import type { Election, OptionId } from '@isegoria/election'
import { defineLaw, named } from './law.ts'
import type { Judge, Law } from './law.ts'
import { placeOn } from './preference.ts'
import { firstOf } from './some-of.ts'

const judgeHouse: Judge = (count, election, outcome) => {
  const { seats = 0 } = election
  const other: Election = { ...election, seats: seats + 1 }
  const after = count(other)
  if (after === undefined) return undefined
  const because = (loss: string): ReturnType<Judge> => ({
    story: `with ${seats + 1} seats instead of ${seats} ${loss}`,
    elections: [election, other],
    outcomes: [outcome, after],
  })
  if (outcome.type === 'seats' && after.type === 'seats') {
    const party = Object.keys(outcome.seats).find((id) => (after.seats[id] ?? 0) < (outcome.seats[id] ?? 0))
    return party === undefined ? undefined : because(`${party} has ${after.seats[party] ?? 0}, not ${outcome.seats[party] ?? 0}`)
  }
  if (outcome.type !== 'committee' || after.type !== 'committee') return undefined
  const larger = after.committees.map((committee) => new Set(committee))
  const lost = outcome.committees.find((committee) => !larger.some((members) => committee.every((id) => members.has(id))))
  return lost && because(`no committee keeps all of ${named(lost)}`)
}

/**
 * With one more seat no party loses one, and each committee is part of a committee.
 *
 * Where there is no room for one more, the rule refuses and nothing is judged.
 */
export const houseMonotonicity: Law = defineLaw('house-monotonicity', ['committee', 'apportionment'], judgeHouse)

const judgeQuota: Judge = (_, election, outcome) => {
  if (outcome.type !== 'seats') return undefined
  const { options, profile, seats = 0 } = election
  const ids = options.map(({ id }) => id)
  const votesOf = (party: OptionId): number =>
    profile.ballots.reduce(
      (sum, { ballot, weight }) => (ids.every((id) => id === party || placeOn(ballot)(party) < placeOn(ballot)(id)) ? sum + weight : sum),
      0,
    )
  const votes = new Map(ids.map((id) => [id, votesOf(id)]))
  const all = BigInt([...votes.values()].reduce((sum, own) => sum + own, 0))
  if (all === 0n || ids.length < 2) return undefined
  return firstOf(votes, ([party, own]) => {
    const share = BigInt(own) * BigInt(seats)
    const [least, most] = [share / all, (share + all - 1n) / all]
    const given = BigInt(outcome.seats[party] ?? 0)
    if (given >= least && given <= most) return undefined
    return {
      story: `${party} has ${own} of ${all} votes and gets ${given} of ${seats} seats, not ${least === most ? least : `${least} or ${most}`}`,
      elections: [election],
      outcomes: [outcome],
    }
  })
}

/** Each party gets its exact share of the seats rounded down or up; its votes are the ballots that put it first alone. */
export const quota: Law = defineLaw('quota', ['apportionment'], judgeQuota)

import type { Election, OptionId } from '@isegoria/election'
import { chosenBy, defineLaw, lawOfWinners, named, win } from './law.ts'
import type { Judge, Law } from './law.ts'
import { beating, placeOn, preferring, smithSet } from './preference.ts'
import { firstOf } from './some-of.ts'

const idsOf = ({ options }: Election): ReadonlyArray<OptionId> => options.map(({ id }) => id)

const judgePareto: Judge = (_, election, outcome) => {
  if (outcome.type !== 'ranking' || election.profile.voters === 0) return undefined
  const prefer = preferring(election)
  const ids = idsOf(election)
  const tierOf = (option: OptionId): number => outcome.ranking.findIndex((tier) => tier.includes(option))
  const pairs = ids.flatMap((better) => ids.map((worse) => [better, worse] as const))
  const pair = pairs.find(([better, worse]) => tierOf(better) > tierOf(worse) && prefer(better, worse) === election.profile.voters)
  return pair && { story: `everybody prefers ${pair[0]} to ${pair[1]}, which comes above it`, elections: [election], outcomes: [outcome] }
}

/** What every voter prefers to another option does not come below it. */
export const pareto: Law = defineLaw('pareto', ['voting'], judgePareto)

/** The one who must win alone, with the reason; a judgement of the axioms that name one. */
const winsAlone =
  (favourite: (election: Election) => readonly [OptionId, string] | undefined): Judge =>
  (_, election, outcome) => {
    const [winner, reason] = favourite(election) ?? []
    const winners = chosenBy(outcome)
    if (winner === undefined || (winners.length === 1 && winners[0] === winner)) return undefined
    return { story: `${reason}, but ${win(winners)}`, elections: [election], outcomes: [outcome] }
  }

/** Whom more than half of all voters, blank ballots included, put first and nobody beside it. */
export const majority: Law = lawOfWinners(
  'majority',
  winsAlone((election) => {
    const { voters, ballots } = election.profile
    const ids = idsOf(election)
    const firstsOf = (option: OptionId): number =>
      ballots.reduce((sum, { ballot, weight }) => {
        const placeOf = placeOn(ballot)
        return ids.every((id) => id === option || placeOf(option) < placeOf(id)) ? sum + weight : sum
      }, 0)
    return firstOf(ids, (id) => {
      const firsts = firstsOf(id)
      return ids.length > 1 && 2 * firsts > voters ? ([id, `${firsts} of ${voters} voters put ${id} first`] as const) : undefined
    })
  }),
)

/** Whoever beats every other option in a pair wins alone. */
export const condorcetConsistency: Law = lawOfWinners(
  'condorcet-consistency',
  winsAlone((election) => {
    const beats = beating(election)
    const ids = idsOf(election)
    const winner = ids.find((id) => ids.every((other) => other === id || beats(id, other)))
    return winner === undefined ? undefined : [winner, `${winner} beats every other option`]
  }),
)

const judgeLoser: Judge = (_, election, outcome) => {
  const beats = beating(election)
  const ids = idsOf(election)
  const loser = ids.length < 2 ? undefined : ids.find((id) => ids.every((other) => other === id || beats(other, id)))
  if (loser === undefined || !chosenBy(outcome).includes(loser)) return undefined
  return { story: `${loser} loses to every other option, but wins`, elections: [election], outcomes: [outcome] }
}

/** Whoever loses to every other option in a pair does not win. */
export const condorcetLoser: Law = lawOfWinners('condorcet-loser', judgeLoser)

const judgeSmith: Judge = (_, election, outcome) => {
  const set = smithSet(election)
  const outsider = chosenBy(outcome).find((id) => !set.includes(id))
  return outsider === undefined
    ? undefined
    : { story: `each of ${named(set)} beats all other options, but ${outsider} wins`, elections: [election], outcomes: [outcome] }
}

/** Winners come from the smallest set of options each of which beats all outside it. */
export const smith: Law = lawOfWinners('smith', judgeSmith)

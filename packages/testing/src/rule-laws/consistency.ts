import type { Election } from '@isegoria/election'
import { merge } from '@isegoria/election'
import { chosenBy, lawOfWinners, win } from './law.ts'
import type { Judge, Law } from './law.ts'
import { drawFrom, firstOf, mostCases } from './some-of.ts'
import { withBallots } from './with-ballots.ts'

/** How many voters of each distinct ballot are in the first part: every way, or a sample. */
const cutsOf = (election: Election): ReadonlyArray<ReadonlyArray<number>> => {
  const weights = election.profile.ballots.map(({ weight }) => weight)
  const ways = weights.reduce((product, weight) => Math.min(product * (weight + 1), 10 * mostCases), 1)
  if (ways <= mostCases)
    return weights.reduce<ReadonlyArray<ReadonlyArray<number>>>(
      (cuts, weight) => cuts.flatMap((cut) => Array.from({ length: weight + 1 }, (_, part) => [...cut, part])),
      [[]],
    )
  const draw = drawFrom('consistency', election)
  return Array.from({ length: mostCases }, () => weights.map((weight) => draw.below(weight + 1)))
}

const judge: Judge = (count, election, outcome) => {
  const { ballots, voters } = election.profile
  const judgeParts = (first: Election, second: Election, both: Election): ReturnType<Judge> => {
    const [one, other, all] = [count(first), count(second), both === election ? outcome : count(both)]
    if (one === undefined || other === undefined || all === undefined) return undefined
    const shared = chosenBy(one).filter((id) => chosenBy(other).includes(id))
    const winners = chosenBy(all)
    const isSame = shared.length === winners.length && shared.every((id) => winners.includes(id))
    if (shared.length === 0 || isSame) return undefined
    const story = `in each of two electorates ${win(shared)}, in both together ${win(winners)}`
    return { story, elections: [both, first, second], outcomes: [all, one, other] }
  }
  const twice = voters === 0 ? undefined : judgeParts(election, election, { ...election, profile: merge(election.profile, election.profile) })
  if (twice !== undefined) return twice
  return firstOf(cutsOf(election), (cut) => {
    const first = withBallots(
      election,
      ballots.map(({ ballot }, place) => ({ ballot, weight: cut[place] ?? 0 })),
    )
    if (first.profile.voters === 0 || first.profile.voters === voters) return undefined
    const second = withBallots(
      election,
      ballots.map(({ ballot, weight }, place) => ({ ballot, weight: weight - (cut[place] ?? 0) })),
    )
    return judgeParts(first, second, election)
  })
}

/** Those who win in each of two electorates, if there are any, win in both together, and nobody else; two alike included. */
export const consistency: Law = lawOfWinners('consistency', judge)

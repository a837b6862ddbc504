import { merge } from '@isegoria/election'
import type { Election, Outcome } from '@isegoria/election'
import { canonicalText } from '@isegoria/kernel'
import { defineLaw } from './law.ts'
import type { Breach, Count, Judge, Law } from './law.ts'
import { drawFrom, firstOf, shuffled } from './some-of.ts'
import { profileFrom } from './with-ballots.ts'

const everyFamily = ['budget', 'voting', 'committee', 'apportionment'] as const

/** A breach where the same ballots, put together in another way, are not counted as they were: byte for byte, trace and all. */
const unlessSame = (count: Count, given: readonly [Election, Outcome], other: Election, story: string): Breach | undefined => {
  const [election, outcome] = given
  const again = count(other)
  if (again !== undefined && canonicalText(again) === canonicalText(outcome)) return undefined
  const elections = [election, other]
  return again === undefined
    ? { story: `${story}, and then they are refused`, elections, outcomes: [outcome] }
    : { story, elections, outcomes: [outcome, again] }
}

const judgeAnonymity: Judge = (count, election, outcome) => {
  const voters = election.profile.ballots.flatMap(({ ballot, weight }) => Array.from({ length: Math.min(weight, 3) }, () => ({ ballot, weight: 1 })))
  const rest = election.profile.ballots.map(({ ballot, weight }) => ({ ballot, weight: Math.max(0, weight - 3) }))
  const draw = drawFrom('anonymity', election)
  const orders = [voters.toReversed(), ...Array.from({ length: 4 }, () => shuffled(voters, draw))]
  const story = 'the same ballots, cast in another order, give another outcome'
  return firstOf(orders, (order) => {
    const other = { ...election, profile: profileFrom([...order, ...rest]) }
    return unlessSame(count, [election, outcome], other, story)
  })
}

/** The outcome, its trace included, is the same in whatever order the ballots were cast. */
export const anonymity: Law = defineLaw('anonymity', everyFamily, judgeAnonymity)

const judgeMerge: Judge = (count, election, outcome) => {
  const { ballots } = election.profile
  const draw = drawFrom('merge', election)
  const cuts = Array.from({ length: 3 }, () => ballots.map(({ weight }) => draw.below(weight + 1)))
  const merged = [ballots.map(() => 0), ...cuts].flatMap((cut) => {
    const part = profileFrom(ballots.map(({ ballot }, place) => ({ ballot, weight: cut[place] ?? 0 })))
    const rest = profileFrom(ballots.map(({ ballot, weight }, place) => ({ ballot, weight: weight - (cut[place] ?? 0) })))
    return [merge(part, rest), merge(rest, part)]
  })
  const story = 'ballots counted in two parts and merged give another outcome'
  return firstOf(merged, (profile) => unlessSame(count, [election, outcome], { ...election, profile }, story))
}

/** Ballots in two parts, merged, give the outcome of all at once. */
export const mergeLaw: Law = defineLaw('merge', everyFamily, judgeMerge)

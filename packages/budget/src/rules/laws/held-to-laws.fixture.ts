import { applyRule, merge, profileBuilder, profileOf } from '@isegoria/election'
import type { AllocationOutcome, Ballot, Constraint, Election, Profile } from '@isegoria/election'
import { parseMoney, tenTo, withDecimals } from '@isegoria/exact'
import { byCodeUnit, E } from '@isegoria/kernel'
import { faultOfAllocation } from './fault-of-allocation.fixture.ts'
import { randomElection, shuffled } from './random-election.fixture.ts'
import type { Draw, RandomElection } from './random-election.fixture.ts'
import type { Variant } from './every-rule.fixture.ts'

/** Counts by a rule, which may refuse nothing here and fail nowhere. */
const allocate = ({ rule, parameters }: Variant, election: Election): AllocationOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

/** What an outcome decides, in any order of telling: what is funded in which order, and between whom it chose. */
const decided = ({ selected, cost, partial = [], ties }: AllocationOutcome): string =>
  JSON.stringify([
    selected,
    cost,
    partial.toSorted((left, right) => byCodeUnit(left.option, right.option)),
    ties.map(({ tied, chosen, by }) => JSON.stringify([tied.toSorted(byCodeUnit), chosen, by])).toSorted(byCodeUnit),
  ])

const renamedBallot = (ballot: Ballot, name: (id: string) => string): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { ...ballot, approved: ballot.approved.map(name) }
    case 'choose-one':
      return { ...ballot, choice: ballot.choice === null ? null : name(ballot.choice) }
    case 'ordinal':
      return { ...ballot, ranking: ballot.ranking.map(name) }
    case 'weak-order':
      return { ...ballot, tiers: ballot.tiers.map((tier) => tier.map(name)) }
    case 'cumulative':
      return { ...ballot, points: ballot.points.map(([id, points]) => [name(id), points]) }
    case 'score':
      return { ...ballot, scores: ballot.scores.map(([id, score]) => [name(id), score]) }
  }
}

const profileWith = (ballots: ReadonlyArray<readonly [Ballot, number]>): Profile => {
  const builder = profileBuilder()
  for (const [ballot, weight] of ballots) builder.add(ballot, weight)
  return builder.build()
}

const renamed = ({ election, ballots }: RandomElection, names: ReadonlyMap<string, string>): Election => {
  const name = (id: string): string => names.get(id) ?? id
  return {
    ...election,
    options: election.options.map(({ id, cost }) => ({ id: name(id), cost })),
    constraints: (election.constraints ?? []).map((one) => ('options' in one ? { ...one, options: one.options.map(name) } : one)),
    profile: profileWith(ballots.map(([ballot, weight]) => [renamedBallot(ballot, name), weight])),
  }
}

/** All money times a factor. */
const dearer = (election: Election, factor: bigint): Election => ({
  ...election,
  options: election.options.map(({ id, cost }) => ({ id, cost: cost * factor })),
  budget: (election.budget ?? 0n) * factor,
  constraints: (election.constraints ?? []).map((one): Constraint => {
    if (one.type === 'cap') return { ...one, most: one.most * factor }
    return one.type === 'envelope' ? { ...one, amount: one.amount * factor } : one
  }),
})

/** Selected, and in part, the amounts in minor units and by a factor less. */
const inParts = ({ selected, partial = [] }: AllocationOutcome, { decimals }: Election, factor = 1n): string =>
  JSON.stringify([
    selected,
    partial.map(({ option, amount }) => [option, `${withDecimals(parseMoney(amount) ?? { minor: 0n, decimals: 0 }, decimals).minor / factor}`]),
  ])

/** A law of one outcome: what the outcome of `other` should be like, as text, beside what it is. */
type Law = (variant: Variant, random: RandomElection, before: AllocationOutcome) => readonly [got: string, wanted: string] | undefined

/** What is funded, in whatever order, and what in part. */
const sortedText = (chosen: ReadonlyArray<string>, inPart: ReadonlyArray<string>): string => JSON.stringify([chosen.toSorted(byCodeUnit), inPart])

const factors = [2n, 3n, 7n, 10n ** 6n + 3n, 10n ** 21n]
const mostApart = 60

const split = (ballots: RandomElection['ballots'], draw: Draw): Profile => {
  const [left, right] = [profileBuilder(), profileBuilder()]
  for (const [ballot, weight] of ballots) {
    const part = draw(weight + 1)
    if (part > 0) left.add(ballot, part)
    if (part < weight) right.add(ballot, weight - part)
  }
  return merge(left.build(), right.build())
}

const laws = {
  'breaks nothing that must hold of every outcome': ({ fundsFree, rule }, { election }, before) => [
    faultOfAllocation(election, before, { fundsFree, isGreedy: rule.id === 'greedy' && fundsFree }) ?? '',
    '',
  ],
  'is the same in whatever order ballots come': (variant, { election, ballots, draw }, before) => [
    JSON.stringify(allocate(variant, { ...election, profile: profileWith(shuffled(ballots, draw)) })),
    JSON.stringify(before),
  ],
  'is the same in whatever order projects stand': (variant, { election, draw }, before) => [
    decided(allocate(variant, { ...election, options: shuffled(election.options, draw) })),
    decided(before),
  ],
  'is the same for ballots one by one': (variant, { election, ballots }, before) => {
    if (election.profile.voters > mostApart) return undefined
    const each = ballots.flatMap(([ballot, weight]) => Array.from({ length: weight }, () => ballot))
    return [JSON.stringify(allocate(variant, { ...election, profile: profileOf(each) })), JSON.stringify(before)]
  },
  'is the same for ballots counted in parts': (variant, { election, ballots, draw }, before) => [
    JSON.stringify(allocate(variant, { ...election, profile: split(ballots, draw) })),
    JSON.stringify(before),
  ],
  'is the same where money is worth less': (variant, { election, draw }, before) => {
    if (!variant.isFreeOfUnits) return undefined
    const factor = factors[draw(factors.length)] ?? 2n
    const other = dearer(election, factor)
    return [inParts(allocate(variant, other), other, factor), inParts(before, election)]
  },
  'is the same where money has more decimals': (variant, { election, draw }, before) => {
    const more = 1 + draw(4)
    const other = { ...dearer(election, tenTo(more)), decimals: election.decimals + more }
    return [inParts(allocate(variant, other), other, tenTo(more)), inParts(before, election)]
  },
  'is the same for other names in the same order': (variant, random, before) => {
    const inOrder = random.election.options.map(({ id }) => id).toSorted(byCodeUnit)
    const names = new Map(inOrder.map((id, place) => [id, `project ${place}`]))
    const back = new Map([...names].map(([old, young]) => [young, old]))
    const { selected, ties, cost } = allocate(variant, renamed(random, names))
    const told = (chosen: ReadonlyArray<string>, level: AllocationOutcome['ties'], name: (id: string) => string): string =>
      JSON.stringify([chosen.map(name), cost, level.map(({ tied, chosen: one }) => [tied.map(name), name(one)])])
    return [told(selected, ties, (id) => back.get(id) ?? id), told(before.selected, before.ties, (id) => id)]
  },
  'is the same for any other names where nothing was level': (variant, random, before) => {
    if (before.ties.length > 0 || !variant.tellsAllTies) return undefined
    const { options } = random.election
    const names = new Map(options.map(({ id }, place) => [id, options[(place + 1) % options.length]?.id ?? id]))
    const name = (id: string): string => names.get(id) ?? id
    const { selected, partial = [] } = allocate(variant, renamed(random, names))
    return [
      sortedText(
        selected,
        partial.map(({ option }) => option),
      ),
      sortedText(
        before.selected.map(name),
        (before.partial ?? []).map(({ option }) => name(option)),
      ),
    ]
  },
} as const satisfies Readonly<Record<string, Law>>

/** What was held: the first breach, and how often each law said something. */
export interface Held {
  readonly breach?: { readonly seed: number; readonly law: string; readonly parameters: string; readonly got: string; readonly wanted: string }
  readonly held: Readonly<Record<string, number>>
  readonly withConstraints: number
  readonly withTies: number
}

/**
 * Holds a rule to its laws on one random election a seed, by another of its variants each time: to all of them, or where
 * they take turns to the first and one other.
 */
export const heldToLaws = (some: ReadonlyArray<Variant>, from: number, to: number, doTakeTurns = false): Held => {
  const held: Record<string, number> = {}
  let [withConstraints, withTies] = [0, 0]
  const all = Object.entries<Law>(laws)
  for (let seed = from; seed < to; seed++) {
    const variant = some[seed % some.length]
    if (variant === undefined) break
    const random = randomElection(seed, { isGraded: !variant.rule.ballots.includes('approval'), ...(variant.isRaised ? { near: 10_000n } : {}) })
    const before = allocate(variant, random.election)
    if ((random.election.constraints ?? []).length > 0) withConstraints++
    if (before.ties.length > 0) withTies++
    const turn = 1 + (Math.floor(seed / some.length) % (all.length - 1))
    for (const [place, [law, holds]] of all.entries()) {
      if (doTakeTurns && place !== 0 && place !== turn) continue
      const [got, wanted] = holds(variant, random, before) ?? ['', undefined]
      if (wanted === undefined) continue
      if (got !== wanted)
        return { breach: { seed, law, parameters: JSON.stringify(variant.parameters), got, wanted }, held, withConstraints, withTies }
      held[law] = (held[law] ?? 0) + 1
    }
  }
  return { held, withConstraints, withTies }
}

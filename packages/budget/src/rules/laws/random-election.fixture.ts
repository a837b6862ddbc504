import { profileBuilder } from '@isegoria/election'
import type { Ballot, Constraint, Election } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'

/** What a seed makes: an election, and its ballots as they were added. */
export interface RandomElection {
  readonly election: Election
  readonly ballots: ReadonlyArray<readonly [Ballot, number]>
  /** `draw(n)` is a whole number from 0 to before n, from where the election ended. */
  readonly draw: Draw
}
export type Draw = (limit: number) => number

/** A multiplicative generator: quick, and the same everywhere. */
const drawFrom = (seed: number): Draw => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % limit
  }
}

/** The same things in a random order. */
export const shuffled = <A>(things: ReadonlyArray<A>, draw: Draw): ReadonlyArray<A> => {
  const order = [...things]
  for (let place = order.length - 1; place > 0; place--) order.push(...order.splice(draw(place + 1), 1))
  return order
}

/** Code units, not numbers, order these: "10" stands before "2". */
const ids = ['2', '10', 'b', 'B', 'é', 'a/1']

const kinds = ['approval', 'choose-one', 'ordinal', 'cumulative', 'score'] as const

const ballotOf = (kind: (typeof kinds)[number], marked: ReadonlyArray<string>, most: number, draw: Draw): Ballot => {
  const points = (from: number) => marked.map((id): [string, number] => [id, from + draw(most)])
  switch (kind) {
    case 'approval':
      return { type: kind, approved: marked }
    case 'choose-one':
      return { type: kind, choice: marked[0] ?? null }
    case 'ordinal':
      return { type: kind, ranking: shuffled(marked, draw) }
    case 'cumulative':
      return { type: kind, points: points(0) }
    case 'score':
      return { type: kind, scores: points(0) }
  }
}

/** Costs of a kind: few and equal, near one another in their last digit, over fifteen orders of magnitude, free. */
const costOf = (kind: number, near: bigint, draw: Draw): bigint => {
  if (kind === 0) return 1n
  if (kind === 1) return BigInt(60 * (1 + draw(4)))
  if (kind === 2) return near + BigInt(draw(3)) - 1n
  if (kind === 3) return near * BigInt(1 + draw(4)) + BigInt(draw(3)) - 1n
  if (kind === 4) return BigInt(draw(4))
  if (kind === 5) return BigInt(1 + draw(1000))
  return [0n, 1n, 7n, near / tenTo(9), near / 1000n, near / 1000n + 1n][draw(6)] ?? 1n
}

const some = <A>(things: ReadonlyArray<A>, draw: Draw): ReadonlyArray<A> => things.filter(() => draw(2) === 0)

/** One to three envelopes, whose leftovers go to nobody, to the rest, or to a later one. */
const envelopesOf = (named: ReadonlyArray<string>, budget: bigint, draw: Draw): ReadonlyArray<Constraint> => {
  const count = 1 + draw(3)
  const at = named.map(() => draw(count + 1))
  return Array.from({ length: count }, (_, place) => {
    const later = [undefined, '', place + 1 < count ? `envelope ${place + 1}` : ''][draw(3)]
    return {
      type: 'envelope',
      name: `envelope ${place}`,
      options: named.filter((__, option) => at[option] === place),
      amount: (budget * BigInt(draw(5))) / BigInt(4 * count),
      ...(later === undefined ? {} : { leftoverTo: later }),
    }
  })
}

const constraintsOf = (named: ReadonlyArray<string>, budget: bigint, draw: Draw): ReadonlyArray<Constraint> => {
  const constraints: Array<Constraint> = []
  if (draw(2) === 0) constraints.push({ type: 'cap', name: 'cap', options: some(named, draw), most: (budget * BigInt(draw(6))) / 5n })
  if (draw(2) === 0) constraints.push({ type: 'at-most', name: 'at most', options: some(named, draw), most: draw(3) })
  if (draw(4) === 0) constraints.push({ type: 'at-most', name: 'either', options: some(named, draw), most: 1 })
  if (draw(4) === 0) constraints.push({ type: 'least-score', least: 1 + draw(3) })
  if (draw(4) === 0) constraints.push({ type: 'least-cost-share', numerator: draw(3), denominator: 1 + draw(4) })
  if (draw(3) === 0) constraints.push({ type: 'part-funding' })
  if (draw(3) === 0) constraints.push(...envelopesOf(named, budget, draw))
  return constraints
}

/**
 * An election of 1 to 6 projects and 0 to 6 ballots, each cast by one voter or by up to millions: of all kinds of ballots,
 * or of one, or of several at once; blank ones, and ones that name what is no option, among them; budgets from nothing to more than
 * everything costs; every second one with constraints. `isGraded`: score ballots alone; `near`: about what projects of nearly the
 * same cost cost.
 */
export const randomElection = (seed: number, { isGraded = false, near = tenTo(18) } = {}): RandomElection => {
  const draw = drawFrom(seed)
  const named = shuffled(ids.slice(0, 1 + draw(ids.length)), draw)
  const [kind, crowd, most] = [draw(kinds.length + 1), [1, 3, 3, 1000, 10_000_000][draw(5)] ?? 1, [1, 2, 4, 100][draw(4)] ?? 1]
  const onBallot = draw(10) === 0 ? [...named, 'gone'] : named
  const ballots = Array.from({ length: draw(7) }, (): readonly [Ballot, number] => {
    const own = isGraded ? 'score' : (kinds[kind] ?? kinds[draw(kinds.length)] ?? 'approval')
    return [ballotOf(own, some(onBallot, draw), most, draw), 1 + draw(crowd)]
  })
  const costKind = draw(7)
  const options = named.map((id) => ({ id, cost: costOf(costKind, near, draw) }))
  const all = options.reduce((sum, { cost }) => sum + cost, 0n)
  const budget = draw(12) === 0 ? BigInt(draw(2)) : (all * BigInt(1 + draw(10))) / 8n + BigInt(draw(3))
  const constraints = draw(2) === 0 ? constraintsOf(named, budget, draw) : []
  const builder = profileBuilder()
  for (const [ballot, weight] of ballots) builder.add(ballot, weight)
  return { election: { options, profile: builder.build(), budget, decimals: 2 * draw(2), constraints }, ballots, draw }
}

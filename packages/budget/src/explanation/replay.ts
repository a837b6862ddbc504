import type { AllocationOutcome, Election, OptionId, Round } from '@isegoria/election'
import { multiply, parseMoney, ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Reading, Support } from '../support/support.ts'
import { equalPayers, fullPurses, pay, priceOf, supportersIn } from './purses.ts'
import type { Purses, Supporter } from './purses.ts'
import { supportInOrder } from './support-in-order.ts'

/** Fractions over one denominator, each put into lowest terms once: most voters pay the same. */
export const fractionsOver = (denominator: bigint): ((numerator: bigint) => Ratio) => {
  const known = new Map<bigint, Ratio>()
  return (numerator) => {
    const before = known.get(numerator)
    if (before !== undefined) return before
    const fraction = ratio(numerator, denominator)
    known.set(numerator, fraction)
    return fraction
  }
}

/** One project that its supporters bought. */
export interface Purchase {
  readonly option: OptionId
  readonly project: number
  readonly round: number
  readonly envelope: string
  /** Per unit of gain, in minor units: what who pays most pays, where every supporter gains one. */
  readonly price: Ratio
  /** Groups of supporters, and what one voter of each pays, times `denominator`, in minor units. */
  readonly groups: ReadonlyArray<number>
  readonly payments: ReadonlyArray<bigint>
  readonly denominator: bigint
}

/** What is seen while an outcome is bought once more: the purses of an envelope before a purchase. */
type Seen = (round: Round, envelope: string, purses: Purses) => void

/** An outcome whose rounds say what was bought in which order with how large purses, bought once more. */
export interface Replay {
  readonly support: Support
  readonly purchases: ReadonlyArray<Purchase>
  /** The purses of each envelope before its first purchase. */
  readonly endowments: ReadonlyMap<string, Ratio>
  /** The purses of each envelope after its last purchase. */
  readonly left: ReadonlyMap<string, Purses>
}

/** How an explanation reads ballots; as marks where nothing is said. */
export interface ReadAs {
  readonly reading?: Reading
}

/** The fraction that a figure says in units of money, in minor units: `7/2`, `3.5`. */
const minorOf = (text: string, decimals: number): Ratio | undefined => {
  const [over = '', under = '1', more] = text.split('/')
  const [numerator, denominator] = [parseMoney(over), parseMoney(under)]
  if (more !== undefined || numerator === undefined || denominator === undefined || denominator.minor <= 0n || numerator.minor < 0n) return undefined
  const value = ratio(numerator.minor * tenTo(denominator.decimals), denominator.minor * tenTo(numerator.decimals))
  return multiply(value, ratio(tenTo(decimals)))
}

/** Whether payments are equal, of those who can pay them, as in Exact Equal Shares: a round tells the share of each then, and no price. */
export const isEqual = ({ figures }: Round): boolean => figures['share'] !== undefined

const isPurchase = (round: Round, selected: ReadonlySet<string>): boolean =>
  selected.has(round.option) && round.figures['endowment'] !== undefined && (round.figures['price'] !== undefined || isEqual(round))

/** Who pays at which price per unit of gain; `undefined` where they cannot. */
const saleOf = (
  round: Round,
  supporters: ReadonlyArray<Supporter>,
  cost: bigint,
  purses: Purses,
): { readonly payers: ReadonlyArray<Supporter>; readonly price: Ratio } | undefined => {
  if (!isEqual(round)) {
    const price = priceOf(supporters, cost, purses)
    return price && { payers: supporters, price }
  }
  const payers = equalPayers(supporters, cost, purses)
  const voters = payers.reduce((sum, one) => sum + one.voters, 0n)
  return voters === 0n ? undefined : { payers: payers.map((one) => ({ ...one, gain: 1n })), price: ratio(cost, voters) }
}

/**
 * Buys once more what an outcome says was bought: rounds with the figures `price` and `endowment`, as those of Equal Shares
 * have, or `share` and `endowment`. Prices are not read but worked out, exactly: each supporter pays the price times the gain
 * or all that is left of the purse, and together they pay the cost; or all who can pay an equal part of it. Every envelope
 * has its own purses.
 *
 * `undefined` where no round is a purchase, or where the supporters could not have paid for one. Cost: linear in the marks of
 * the distinct ballots, and for each purchase in the number of distinct ballots.
 */
export const replayOf = (
  election: Election,
  { selected, rounds }: AllocationOutcome,
  { reading = { by: 'marks' } }: ReadAs = {},
  seen?: Seen,
): Replay | undefined => {
  const support = supportInOrder(election, reading)
  const numberOf = new Map(support.ids.map((id, project) => [id, project]))
  const chosen = new Set(selected)
  const endowments = new Map<string, Ratio>()
  const pots = new Map<string, Purses>()
  const purchases: Array<Purchase> = []
  for (const round of rounds) {
    if (!isPurchase(round, chosen)) continue
    const project = numberOf.get(round.option) ?? -1
    const envelope = round.figures['envelope'] ?? ''
    const endowment = minorOf(round.figures['endowment'] ?? '', election.decimals)
    if (endowment === undefined) return undefined
    if (!endowments.has(envelope)) endowments.set(envelope, endowment)
    const before = pots.get(envelope) ?? fullPurses(support, endowment)
    seen?.(round, envelope, before)
    const supporters = supportersIn(support, project)
    const sale = saleOf(round, supporters, election.options[project]?.cost ?? 0n, before)
    if (sale === undefined) return undefined
    const { payers, price } = sale
    const { purses, payments } = pay(payers, price, before)
    pots.set(envelope, purses)
    const groups = payers.map(({ group }) => group)
    const { option, round: number } = round
    purchases.push({ option, project, round: number, envelope, price, groups, payments, denominator: purses.denominator })
  }
  return purchases.length === 0 ? undefined : { support, purchases, endowments, left: pots }
}

import { formatRatio, ratio } from '@isegoria/exact'
import { numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { phragmenFrom } from './phragmen.ts'
import { changed, equalPurses, holdersIn, keyOf } from './purses.ts'
import type { Holders, Purses } from './purses.ts'
import type { Construction, Leaders } from './sequential.ts'

type Completion = 'none' | 'phragmen' | 'av'

/** A payment of at most `amount / (voters * unit)` by each supporter. */
interface Payment {
  readonly amount: bigint
  readonly voters: bigint
  readonly unit: bigint
}

const byPayment = (left: Payment, right: Payment): number => {
  const [l, r] = [left.amount * right.voters * right.unit, right.amount * left.voters * left.unit]
  return l < r ? -1 : l > r ? 1 : 0
}

/**
 * The least that each holder must be ready to pay so that together they pay 1; who holds less pays all. From the poorest on:
 * as long as one holds less than an equal part of what is left, they pay all and are left out.
 */
const paymentOf = ({ classes, voters }: Holders, { amounts, unit }: Purses): Payment | undefined => {
  let left = voters.reduce((sum, count) => sum + count, 0)
  let missing = unit
  for (const [place, own] of classes.entries()) {
    const amount = amounts[own] ?? 0n
    if (amount * BigInt(left) >= missing) return { amount: missing, voters: BigInt(left), unit }
    const count = voters[place] ?? 0
    missing -= amount * BigInt(count)
    left -= count
  }
  return undefined
}

/** The least payment of each option as far as it is known: what it was when it was last looked at; it never falls. */
type Bounds = ReadonlyArray<Payment | 'never' | undefined>

interface State {
  readonly members: ReadonlyArray<number>
  readonly purses: Purses
  readonly bounds: Bounds
}

interface Cheapest {
  readonly options: ReadonlyArray<number>
  readonly payment: Payment
  readonly bounds: Bounds
}

/**
 * The options with the least payment. Purses only empty, so payments only rise: options are looked at in the order of the
 * bounds, and no further than to the first bound above the best payment.
 */
const cheapest = (approvals: Approvals, { members, purses, bounds }: State): Cheapest | undefined => {
  const known = [...bounds]
  for (const member of members) known[member] = 'never'
  const holders = holdersIn(approvals, purses)
  const waiting: Array<{ readonly option: number; readonly bound: Payment }> = []
  const nothing: Payment = { amount: 0n, voters: 1n, unit: 1n }
  for (const option of numbersOf(approvals)) {
    const bound = known[option] ?? nothing
    if (bound !== 'never') waiting.push({ option, bound })
  }
  waiting.sort((left, right) => byPayment(left.bound, right.bound) || left.option - right.option)
  let best: Payment | undefined
  let options: Array<number> = []
  for (const { option, bound } of waiting) {
    if (best !== undefined && byPayment(bound, best) > 0) break
    const payment = paymentOf(holders(option), purses)
    known[option] = payment ?? 'never'
    if (payment === undefined) continue
    const order = best === undefined ? -1 : byPayment(payment, best)
    if (order < 0) [best, options] = [payment, [option]]
    else if (order === 0) options.push(option)
  }
  return best === undefined ? undefined : { options: options.toSorted((left, right) => left - right), payment: best, bounds: known }
}

const mostApproved = (approvals: Approvals, members: ReadonlyArray<number>): Leaders => {
  const elected = new Set(members)
  const open = numbersOf(approvals).filter((option) => !elected.has(option))
  const most = open.reduce((best, option) => Math.max(best, approvals.votes[option] ?? 0), 0)
  return { options: open.filter((option) => approvals.votes[option] === most), figures: { approvals: `${most}` } }
}

const completed = (approvals: Approvals, { members, purses }: State, completion: Completion): Construction => {
  if (completion === 'phragmen') {
    const loads = {
      ...purses,
      classOf: purses.classOf.map((own) => purses.amounts.length - 1 - own),
      amounts: purses.amounts.map((amount) => -amount).toReversed(),
    }
    return phragmenFrom(approvals, members, loads)
  }
  const isComplete = completion === 'none' || members.length === approvals.seats
  return {
    members,
    decision: 'elected',
    leaders: () => (isComplete ? undefined : mostApproved(approvals, members)),
    after: (option) => completed(approvals, { members: [...members, option], purses, bounds: [] }, completion),
    key: () => `complete;${members.toSorted((left, right) => left - right).join()}`,
  }
}

const buying = (approvals: Approvals, state: State, completion: Completion): Construction => {
  const { members, purses } = state
  const found = members.length === approvals.seats ? undefined : cheapest(approvals, state)
  if (found === undefined) return completed(approvals, state, completion)
  const { amount, voters, unit } = found.payment
  return {
    members,
    decision: 'elected',
    leaders: () => ({ options: found.options, figures: { payment: formatRatio(ratio(amount, voters * unit)) } }),
    after: (option) => {
      const rest = (held: bigint): bigint => (held * voters > amount ? held * voters - amount : 0n)
      const after = changed(approvals, purses, { option, unit: unit * voters, ofSupporters: rest, ofOthers: (held) => held * voters })
      return buying(approvals, { members: [...members, option], purses: after, bounds: found.bounds }, completion)
    },
    key: () => keyOf(members, purses),
  }
}

/** The method of equal shares with `budget` units of money in all, where each member costs 1. */
export const equalSharesStart = (approvals: Approvals, budget: number, completion: Completion): Construction => {
  const purses = equalPurses(approvals, BigInt(budget), BigInt(Math.max(approvals.voters, 1)))
  return buying(approvals, { members: [], purses, bounds: [] }, completion)
}

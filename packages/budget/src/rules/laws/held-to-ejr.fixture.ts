import { applyRule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { breachOfEjrPlus } from '../../checks/extended-plus.ts'
import { breachOfEjr } from '../../checks/extended.ts'
import { faultOfPrices } from '../../checks/fault-of-prices.ts'
import { pricesPaid } from '../../explanation/prices-paid.ts'
import { equalShares } from '../index.ts'
import { randomElection } from './random-election.fixture.ts'

/** The first election that breaks what Equal Shares promises its voters, and how many bought something. */
export interface HeldToEjr {
  readonly breach?: { readonly seed: number; readonly axiom: string; readonly found: string }
  readonly bought: number
}

const told = (found: unknown): string => JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))

/**
 * Holds Equal Shares, by cost and by cardinality, to EJR up to one project, to EJR+ up to any, and to prices that its voters could pay: nobody
 * pays more than they have, or for what they do not support, and what is paid is the cost.
 */
export const heldToEjr = (from: number, to: number): HeldToEjr => {
  let bought = 0
  for (let seed = from; seed < to; seed++) {
    const { constraints: _, ...election } = randomElection(seed).election
    const gain = seed % 2 === 0 ? 'cost' : 'cardinality'
    const outcome = applyRule(equalShares, election, { utility: gain })
    if (E.isLeft(outcome) || outcome.right.type !== 'allocation')
      return { breach: { seed, axiom: 'an outcome', found: JSON.stringify(outcome) }, bought }
    const { selected } = outcome.right
    const ejr = breachOfEjr(election, selected, gain, 'one')
    const prices = pricesPaid(election, outcome.right)
    if (prices !== undefined) bought++
    const breaches = [
      ['EJR up to one', E.isLeft(ejr) ? ejr.left : ejr.right],
      ['EJR+ up to any', breachOfEjrPlus(election, selected, gain, 'any')],
      ['prices', prices && faultOfPrices(election, selected, prices)],
      [
        'payment',
        prices === undefined && selected.some((id) => election.options.some((option) => option.id === id && option.cost > 0n)) ? selected : undefined,
      ],
    ] as const
    const broken = breaches.find(([, found]) => found !== undefined)
    if (broken !== undefined) return { breach: { seed, axiom: broken[0], found: told(broken[1]) }, bought }
  }
  return { bought }
}

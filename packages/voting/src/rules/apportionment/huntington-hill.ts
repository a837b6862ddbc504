import type { Rule } from '@isegoria/election'
import { divisorRule } from './divisor.ts'

/**
 * The method of Huntington and Hill, by which the seats of the United States House are shared out: the votes of each party
 * that has `n` seats are divided by √(n(n + 1)), so that every party with votes gets a first seat before any gets a second;
 * with fewer seats than parties, those with the most votes get one.
 *
 * Squares of quotients are compared, and told in rounds: no root is drawn.
 * Ties: see `divisorRule`. Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: 2 U.S.C. § 2a; Balinski & Young, "Fair Representation", 1982.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(huntingtonHill, { options, profile, seats: 4, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 2, ash: 1, elm: 1 }
 */
export const huntingtonHill: Rule = divisorRule({
  id: 'huntington-hill',
  title: 'Huntington–Hill: divisors 0, √2, √6, …',
  source: 'https://www.law.cornell.edu/uscode/text/2/2a',
  quotient: (votes, seats) => ({ numerator: votes * votes, denominator: seats * (seats + 1n) }),
  figure: 'quotient-squared',
})

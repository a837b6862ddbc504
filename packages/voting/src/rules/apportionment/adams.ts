import type { Rule } from '@isegoria/election'
import { divisorRule } from './divisor.ts'

/**
 * Adams's method: the votes of each party are divided by 0, 1, 2 and so on, so that every party with votes gets a first
 * seat before any gets a second; with fewer seats than parties, those with the most votes get one.
 *
 * Ties: see `divisorRule`. Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: Balinski & Young, "Fair Representation", 1982; Pukelsheim, "Proportional Representation", 2017,
 * https://doi.org/10.1007/978-3-319-64707-4
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(adams, { options, profile, seats: 4, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 2, ash: 1, elm: 1 }
 */
export const adams: Rule = divisorRule({
  id: 'adams',
  title: 'Adams: divisors 0, 1, 2, …',
  source: 'https://doi.org/10.1007/978-3-319-64707-4',
  quotient: (votes, seats) => ({ numerator: votes, denominator: seats }),
})

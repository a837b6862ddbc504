import type { Rule } from '@isegoria/election'
import { divisorRule } from './divisor.ts'

/**
 * D'Hondt's method, also Jefferson's: the votes of each party are divided by 1, 2, 3 and so on.
 *
 * Ties: see `divisorRule`. Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: D'Hondt, "Système pratique et raisonné de représentation proportionnelle", 1882; Pukelsheim, "Proportional
 * Representation", 2017, https://doi.org/10.1007/978-3-319-64707-4
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(dhondt, { options, profile, seats: 4, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 3, ash: 1, elm: 0 }
 */
export const dhondt: Rule = divisorRule({
  id: 'dhondt',
  title: 'D’Hondt (Jefferson): divisors 1, 2, 3, …',
  source: 'https://doi.org/10.1007/978-3-319-64707-4',
  quotient: (votes, seats) => ({ numerator: votes, denominator: seats + 1n }),
})

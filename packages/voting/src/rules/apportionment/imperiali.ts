import type { Rule } from '@isegoria/election'
import { divisorRule } from './divisor.ts'

/**
 * Imperiali's divisors: the votes of each party are divided by 2, 3, 4 and so on, which favours large parties strongly.
 * The quota of that name is `largest-remainder` with `quota=imperiali`.
 *
 * Ties: see `divisorRule`. Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: Pukelsheim, "Proportional Representation", 2017, https://doi.org/10.1007/978-3-319-64707-4; Belgian
 * municipal elections.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(imperiali, { options, profile, seats: 4, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 3, ash: 1, elm: 0 }
 */
export const imperiali: Rule = divisorRule({
  id: 'imperiali',
  title: 'Imperiali: divisors 2, 3, 4, …',
  source: 'https://doi.org/10.1007/978-3-319-64707-4',
  quotient: (votes, seats) => ({ numerator: votes, denominator: seats + 2n }),
})

import type { Rule } from '@isegoria/election'
import { divisorRule } from './divisor.ts'

/**
 * The Danish method: the votes of each party are divided by 1, 4, 7 and so on, which favours small parties.
 *
 * Ties: see `divisorRule`. Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: Pukelsheim, "Proportional Representation", 2017, https://doi.org/10.1007/978-3-319-64707-4; Denmark
 * shares out the compensatory seats of its provinces among constituencies by it.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(danish, { options, profile, seats: 2, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 1, ash: 1, elm: 0 }
 */
export const danish: Rule = divisorRule({
  id: 'danish',
  title: 'Danish method: divisors 1, 4, 7, …',
  source: 'https://doi.org/10.1007/978-3-319-64707-4',
  quotient: (votes, seats) => ({ numerator: votes, denominator: 3n * seats + 1n }),
})

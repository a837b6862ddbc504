import type { Rule } from '@isegoria/election'
import { divisorRule } from './divisor.ts'

/**
 * Sainte-Laguë's method, also Webster's: the votes of each party are divided by 1, 3, 5 and so on; by `first=1.4` or `1.2`
 * in place of 1 in its modified forms, which make the first seat dearer (Norway; Sweden since 2018).
 *
 * Ties: see `divisorRule`. Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres carrés", 1910; Pukelsheim,
 * "Proportional Representation", 2017, https://doi.org/10.1007/978-3-319-64707-4
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(sainteLague, { options, profile, seats: 4, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 2, ash: 1, elm: 1 }
 */
export const sainteLague: Rule = divisorRule({
  id: 'sainte-lague',
  title: 'Sainte-Laguë (Webster): divisors 1, 3, 5, …',
  source: 'https://doi.org/10.1007/978-3-319-64707-4',
  parameters: [{ name: 'first', values: ['1', '1.4', '1.2'], meaning: 'the divisor for the first seat of a party' }],
  quotient: (votes, seats, { first }) => {
    if (seats === 0n && first === '1.4') return { numerator: 5n * votes, denominator: 7n }
    if (seats === 0n && first === '1.2') return { numerator: 5n * votes, denominator: 6n }
    return { numerator: votes, denominator: 2n * seats + 1n }
  },
})

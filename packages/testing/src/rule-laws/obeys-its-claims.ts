import { describe, expect, it } from 'vitest'
import type { Rule } from '@isegoria/election'
import { claimChecks } from './claim-checks.ts'
import type { ClaimOptions } from './claim-checks.ts'

/**
 * What every rule must do, and what this one says of itself: the test of a rule is one call.
 *
 * That it never fails and counts the same again is always checked. For each axiom that the rule claims its law is tried in
 * `runs` random small elections, the same ones whenever the test is run; for each that it violates an election must be
 * given in `counterexamples` in which it does.
 *
 * @example
 * import { greedy } from '@isegoria/budget'
 *
 * obeysItsClaims(greedy, {
 *   runs: 20,
 *   counterexamples: {
 *     proportionality: `
 *       options: pool=90 trees=40
 *       budget: 100
 *       3: {pool}
 *       2: {trees}
 *     `,
 *   },
 * })
 */
export const obeysItsClaims = (rule: Rule, options: ClaimOptions = {}): void => {
  const given = Object.entries(options.parameters ?? {}).map(([name, value]) => `${name}=${value}`)
  describe([rule.id, ...given].join(' '), () => {
    for (const { title, fault } of claimChecks(rule, options))
      it(title, () => {
        expect(fault()).toBeUndefined()
      })
  })
}

import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { approvalsOf } from './approvals.ts'
import { committeeParameters } from './committee-parameters.ts'
import { countOptimal } from './optimal.ts'
import { withThieleProblem } from './thiele-search.ts'
import { adamsDivisors, halving, harmonic, lexicographic, oddHarmonic, onlyFirst } from './thiele-weights.ts'
import type { ThieleMethod } from './thiele-weights.ts'

const thieleRule = (method: ThieleMethod, rule: Pick<Rule, 'id' | 'title' | 'source' | 'claims' | 'violates'>): Rule =>
  defineRule({
    ...rule,
    version: '1',
    family: 'committee',
    ballots: ['approval', 'choose-one'],
    parameters: committeeParameters,
    count: (election, parameters) => {
      const approvals = approvalsOf(election)
      return withThieleProblem(approvals, method, (problem) => countOptimal(rule.id, { election, approvals, parameters }, problem))
    },
  })

/**
 * Proportional approval voting: the committee with the greatest score, in which a voter with `n` approved members counts
 * 1 + 1/2 + … + 1/n.
 *
 * Ties: committees of equal score are all given with `resolute=false`, else the first by the parameter `ties`.
 * Cost: NP-hard; branch and bound, refused with `ElectionTooLarge` where that would take too long.
 * Source: Thiele, "Om Flerfoldsvalg", 1895; Aziz et al., "Justified representation in approval-based committee voting",
 * Social Choice and Welfare 48, 2017, https://doi.org/10.1007/s00355-016-1019-3
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(pav, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const pav: Rule = thieleRule(harmonic, {
  id: 'pav',
  title: 'Proportional approval voting',
  source: 'https://doi.org/10.1007/s00355-016-1019-3',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr', 'pjr', 'ejr'],
  violates: ['house-monotonicity'],
})

/**
 * Sainte-Laguë approval voting: as proportional approval voting, but a voter with `n` approved members counts
 * 1 + 1/3 + … + 1/(2n - 1).
 *
 * Ties, cost: as `pav`.
 * Source: Lackner & Skowron, "Multi-Winner Voting with Approval Preferences", 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(slav, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const slav: Rule = thieleRule(oddHarmonic, {
  id: 'slav',
  title: 'Sainte-Laguë approval voting',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr'],
  violates: ['pjr', 'ejr', 'psc'],
})

/**
 * Chamberlin–Courant for approvals: the committee that represents most voters, each by at least one approved member.
 *
 * Ties, cost: as `pav`; ties are many, as more members than represent everybody add nothing.
 * Source: Chamberlin & Courant, "Representative deliberations and representative decisions", APSR 77(3), 1983,
 * https://doi.org/10.2307/1957270
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(chamberlinCourant, election, { resolute: 'false' })
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm'], ['ash', 'elm']]
 */
export const chamberlinCourant: Rule = thieleRule(onlyFirst, {
  id: 'cc',
  title: 'Chamberlin–Courant',
  source: 'https://doi.org/10.2307/1957270',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr'],
  violates: ['pjr', 'ejr', 'psc'],
})

/**
 * Lexicographic Chamberlin–Courant: of the committees that represent most voters by one member, those that represent most by
 * two, and so on.
 *
 * Ties, cost: as `pav`.
 * Source: Lackner & Skowron, "Multi-Winner Voting with Approval Preferences", 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm', 'fir'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['ash', 'fir'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right]), seats: 3, decimals: 0 }
 * const outcome = applyRule(lexChamberlinCourant, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['ash', 'elm', 'fir']]
 */
export const lexChamberlinCourant: Rule = thieleRule(lexicographic, {
  id: 'lexcc',
  title: 'Lexicographic Chamberlin–Courant',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr'],
  violates: ['pjr', 'ejr', 'psc'],
})

/**
 * The 2-geometric rule: as proportional approval voting, but a voter's n-th approved member counts 1/2^n.
 *
 * Ties, cost: as `pav`.
 * Source: Skowron, Faliszewski & Lang, "Finding a collective set of items", Artificial Intelligence 241, 2016,
 * https://doi.org/10.1016/j.artint.2016.09.003
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(geometric, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const geometric: Rule = thieleRule(halving, {
  id: 'geom2',
  title: '2-geometric rule',
  source: 'https://doi.org/10.1016/j.artint.2016.09.003',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr'],
  violates: ['pjr', 'ejr', 'psc'],
})

/**
 * Adams's divisors for approvals: of the committees that represent most voters, those with the greatest score, in which a
 * voter with `n` approved members counts 1 + 1/2 + … + 1/(n - 1).
 *
 * Ties, cost: as `pav`.
 * Source: the divisor method of Adams (0, 1, 2, …) as weights of Thiele's method; Lackner & Skowron, "Multi-Winner Voting
 * with Approval Preferences", 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, left, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(thieleAdams, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const thieleAdams: Rule = thieleRule(adamsDivisors, {
  id: 'thiele-adams',
  title: 'Thiele’s method with the divisors of Adams',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr'],
  violates: ['pjr', 'ejr', 'psc'],
})

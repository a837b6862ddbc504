import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { approvalsOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { committeeParameters } from './committee-parameters.ts'
import { countSequentially } from './sequential.ts'
import type { Construction } from './sequential.ts'
import { addingMost, losingLeast } from './sequential-thiele.ts'
import { harmonic, oddHarmonic, onlyFirst } from './thiele-weights.ts'

const sequentialRule = (start: (approvals: Approvals) => Construction, rule: Pick<Rule, 'id' | 'title' | 'source' | 'claims' | 'violates'>): Rule =>
  defineRule({
    ...rule,
    version: '1',
    family: 'committee',
    ballots: ['approval', 'choose-one'],
    parameters: committeeParameters,
    count: (election, parameters) => {
      const approvals = approvalsOf(election)
      return countSequentially(rule.id, { election, approvals, parameters }, start(approvals))
    },
  })

/**
 * Sequential proportional approval voting: seat by seat the option that adds most, where a voter who has `n` approved members
 * already counts 1/(n + 1) for each other option that they approve.
 *
 * Ties: `resolute=false` follows every way of settling them; else by the parameter `ties`, each recorded.
 * Cost: one pass over the ballots for each seat.
 * Source: Thiele, "Om Flerfoldsvalg", 1895; Janson, "Phragmén's and Thiele's election methods", 2016,
 * https://arxiv.org/abs/1611.08826
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(seqPav, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const seqPav: Rule = sequentialRule((approvals) => addingMost(approvals, harmonic), {
  id: 'seq-pav',
  title: 'Sequential proportional approval voting',
  source: 'https://arxiv.org/abs/1611.08826',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
})

/**
 * Reverse sequential proportional approval voting: all options are in, and one after another the one leaves whose loss costs
 * least of the score of `pav`.
 *
 * Ties, source: as `seq-pav`; those who are first by `ties` leave last. Cost: one pass over the ballots for each option that leaves.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(revSeqPav, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const revSeqPav: Rule = sequentialRule((approvals) => losingLeast(approvals, harmonic), {
  id: 'rev-seq-pav',
  title: 'Reverse sequential proportional approval voting',
  source: 'https://arxiv.org/abs/1611.08826',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity'],
  violates: [],
})

/**
 * Sequential Sainte-Laguë approval voting: as `seq-pav` with 1, 1/3, 1/5, … for 1, 1/2, 1/3, ….
 *
 * Ties, cost: as `seq-pav`.
 * Source: Lackner & Skowron, "Multi-Winner Voting with Approval Preferences", 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(seqSlav, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const seqSlav: Rule = sequentialRule((approvals) => addingMost(approvals, oddHarmonic), {
  id: 'seq-slav',
  title: 'Sequential Sainte-Laguë approval voting',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity'],
  violates: ['pjr', 'ejr', 'psc'],
})

/**
 * Sequential Chamberlin–Courant: seat by seat the option that represents most voters who have no approved member yet.
 *
 * Ties: as `seq-pav`; once everybody who can be is represented, all others are level. Cost: one pass over the ballots for each seat.
 * Source: Aziz et al., "Justified representation in approval-based committee voting" (Greedy Approval Voting), 2017,
 * https://doi.org/10.1007/s00355-016-1019-3
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(seqCc, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const seqCc: Rule = sequentialRule((approvals) => addingMost(approvals, onlyFirst), {
  id: 'seq-cc',
  title: 'Sequential Chamberlin–Courant',
  source: 'https://doi.org/10.1007/s00355-016-1019-3',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity', 'jr'],
  violates: ['pjr', 'ejr', 'psc'],
})

import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { approvalsOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { committeeParameters } from './committee-parameters.ts'
import { consensusStart, enestroemStart } from './enestroem.ts'
import { phragmenStart } from './phragmen.ts'
import { countSequentially } from './sequential.ts'
import type { Construction } from './sequential.ts'

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
 * Phragmén's sequential method: each member is a load of 1 on its supporters; seat by seat the option is elected whose
 * supporters, levelled, end up with the least load.
 *
 * Ties: `resolute=false` follows every way of settling them; options that nobody approves come last.
 * Cost: one pass over the ballots for each seat, and exact fractions for each option and load.
 * Source: Brill, Freeman, Janson & Lackner, "Phragmén's voting methods and justified representation", 2023,
 * https://arxiv.org/abs/2102.12305
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(seqPhragmen, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const seqPhragmen: Rule = sequentialRule(phragmenStart, {
  id: 'seq-phragmen',
  title: 'Phragmén’s sequential method',
  source: 'https://arxiv.org/abs/2102.12305',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity', 'jr', 'pjr'],
  violates: ['ejr'],
})

/**
 * Phragmén's first method, also Eneström's: seat by seat the option whose supporters hold most votes together; of these one
 * quota, voters divided by seats, is used up, from each supporter in proportion.
 *
 * Ties: as `seq-phragmen`. Cost: one pass over the ballots for each seat; exact fractions double in length with each seat
 * that is paid in full, and `ElectionTooLarge` is answered where they grow beyond reason.
 * Source: Janson, "Phragmén's and Thiele's election methods", 2016, section 18.5, https://arxiv.org/abs/1611.08826
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(phragmenEnestroem, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const phragmenEnestroem: Rule = sequentialRule(enestroemStart, {
  id: 'phragmen-enestroem',
  title: 'Phragmén’s first method (Eneström)',
  source: 'https://arxiv.org/abs/1611.08826',
  claims: ['determinism', 'anonymity', 'neutrality'],
  violates: [],
})

/**
 * The consensus rule: each round every voter gets 1, the option is elected whose supporters hold most together, and those
 * who hold something share its cost, the number of voters, equally; who owes has no say until they are out of debt.
 *
 * Ties: as `seq-phragmen`. Cost: one pass over the ballots for each seat.
 * Source: Lackner, "Perpetual voting: fairness in long-term decision making", AAAI 2020,
 * https://doi.org/10.1609/aaai.v34i02.5584
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(consensus, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const consensus: Rule = sequentialRule(consensusStart, {
  id: 'consensus',
  title: 'Consensus rule',
  source: 'https://doi.org/10.1609/aaai.v34i02.5584',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity'],
  violates: [],
})

import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { allocationRule } from '../../allocation/allocation-rule.ts'
import { overspendingSteps } from './overspending-steps.ts'

/**
 * The Method of Equal Shares with Bounded Overspending, or BOS Equal Shares: the budget is shared equally among the voters,
 * and supporters buy projects together, also such as they cannot quite pay for.
 *
 * A project is (α, ρ)-affordable if its supporters together raise the part α of its cost, nobody giving more than
 * α · ρ · utility. Of all projects that fit what is left of the budget, again and again the one with the lowest ρ / α is
 * funded whole, and each supporter pays ρ · utility, or all they have where that is less; what they do not raise comes out of
 * what others leave over. It ends where nothing fits that anybody with money supports. With α = 1 alone it is Equal Shares.
 * Utility is the cost of a project, or one. Ballots of every kind are read as the set of options that they mark. Groups get
 * less than their share where others overspend: that is the bargain.
 * *Ties*: between projects by the parameter `ties`, each recorded; between several α of one project the largest.
 * *Exactness*: floats with an error bound, and within it whole numbers of as many bits as the proof takes, to a limit: see `pricesOf`.
 * *Cost*: for each purchase a sort of the supporters of those projects that may be best.
 * *Source*: Papasotiropoulos, Pishbin, Skibski, Skowron & Wąs, "Method of Equal Shares with Bounded Overspending", EC 2025,
 * https://arxiv.org/abs/2409.15005
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const north: Ballot = { type: 'approval', approved: ['pool'] }
 * const south: Ballot = { type: 'approval', approved: ['bench'] }
 * const options = [{ id: 'pool', cost: 100n }, { id: 'bench', cost: 5n }]
 * const election = { options, profile: profileOf([north, north, north, north, south]), budget: 100n, decimals: 0 }
 * const outcome = applyRule(equalSharesOverspending, election, {})
 * E.isRight(outcome) && outcome.right.type === 'allocation' && outcome.right.selected // => ['pool']
 * E.isRight(outcome) && outcome.right.rounds[0]?.figures['alpha'] // => '4/5'
 */
export const equalSharesOverspending: Rule = allocationRule({
  id: 'equal-shares-overspending',
  version: '1',
  title: 'Method of Equal Shares with Bounded Overspending',
  source: 'https://arxiv.org/abs/2409.15005',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score'],
  parameters: [
    { name: 'utility', values: ['cost', 'cardinality'], meaning: 'what a voter gains by a funded project: its cost, or one' },
    { name: 'free', values: ['funded', 'skipped'], meaning: 'what happens with a project that costs nothing and has supporters' },
  ],
  claims: ['anonymity', 'determinism', 'merge'],
  violates: ['proportionality'],
  reading: () => ({ by: 'marks' }),
  method: (pot, { utility, free }) => E.right(overspendingSteps(pot, utility !== 'cardinality', free !== 'skipped')),
})

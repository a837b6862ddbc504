import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfVictories } from '../../tally/ranking-of-victories.ts'
import { undefeatedVictories } from '../../tally/split-cycles.ts'
import { margins, victoriesBy } from '../../tally/victories.ts'

/**
 * Split Cycle (Holliday & Pacuit): of each cycle of victories the weakest are dropped; whoever is then not beaten wins.
 *
 * A victory is as strong as its margin.
 *
 * Ties: all options of the first tier win, which may be several in a cycle, or where margins are equal. A further tier holds
 * those beaten by none but options of the tiers before it; the rule itself says nothing of them.
 * Cost: one matrix of pairs, and options³.
 * Source: W. H. Holliday & E. Pacuit, "Split Cycle: a new Condorcet-consistent voting method independent of clones and immune
 * to spoilers", Public Choice 197, 2023, https://doi.org/10.1007/s11127-023-01042-3
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(splitCycle, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 */
export const splitCycle: Rule = defineRule({
  id: 'split-cycle',
  version: '1',
  title: 'Split Cycle',
  family: 'voting',
  source: 'https://doi.org/10.1007/s11127-023-01042-3',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: [
    'anonymity',
    'neutrality',
    'determinism',
    'pareto',
    'majority',
    'condorcet-consistency',
    'condorcet-loser',
    'smith',
    'monotonicity',
    'clone-independence',
  ],
  violates: ['participation', 'consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    const victories = victoriesBy(majorities, margins)
    return E.right(rankingOfVictories(majorities.options, victories, undefeatedVictories(victories)))
  },
})

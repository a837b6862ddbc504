import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import { pairsWithin } from '../../tally/pairs-within.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingBySets } from '../../tally/ranking-by-sets.ts'

/**
 * The Smith set: the smallest set of options whose members all beat every option outside it. All of it win.
 *
 * The next tier is the Smith set of the rest, and so on.
 *
 * Ties: all of one set share a tier; with a Condorcet winner it is a set of one.
 * Cost: one matrix of pairs, and at most options² for each tier.
 * Source: J. H. Smith, "Aggregation of preferences with variable electorate", Econometrica 41, 1973, https://doi.org/10.2307/1914033
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['ash', 'oak', 'elm']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(smithSet, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak', 'ash'], ['elm']]
 */
export const smithSet: Rule = defineRule({
  id: 'smith-set',
  version: '1',
  title: 'Smith set',
  family: 'voting',
  source: 'https://doi.org/10.2307/1914033',
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
  violates: ['consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    return E.right(rankingBySets(majorities, pairsWithin(majorities.wins, majorities.size).smithSet))
  },
})

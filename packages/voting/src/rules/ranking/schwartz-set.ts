import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingBySets } from '../../tally/ranking-by-sets.ts'
import { schwartzSet as schwartzSetOf } from '../../tally/schwartz-set.ts'

/**
 * The Schwartz set: the smallest sets of options whose members nobody outside beats, all together. All of it win.
 *
 * It is the Smith set where no two options are level, and else may be a part of it. The next tier is the Schwartz set of the
 * rest, and so on.
 *
 * Ties: all of one set share a tier; with a Condorcet winner it is a set of one.
 * Cost: one matrix of pairs, and options³ for each tier.
 * Source: T. Schwartz, "Rationality and the myth of the maximum", Noûs 6, 1972, https://doi.org/10.2307/2216143
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(schwartzSet, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak', 'ash'], ['elm']]
 */
export const schwartzSet: Rule = defineRule({
  id: 'schwartz-set',
  version: '1',
  title: 'Schwartz set',
  family: 'voting',
  source: 'https://doi.org/10.2307/2216143',
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'condorcet-consistency', 'smith'],
  violates: ['consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    return E.right(rankingBySets(majorities, (left) => schwartzSetOf(left, majorities.margin)))
  },
})

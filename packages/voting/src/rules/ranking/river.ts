import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { lockedPairs } from '../../tally/locked-pairs.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfVictories } from '../../tally/ranking-of-victories.ts'
import { margins, victoriesBy, winningVotes } from '../../tally/victories.ts'

/**
 * River (Heitzig): victories in pairs are locked from the strongest to the weakest, unless one would close a cycle or its
 * loser is beaten already. What is locked flows from the winner like a river from its mouth up.
 *
 * A victory is as strong as `variant` says: `margins`, how many more voters prefer the winner; `winning`, the voters who do.
 *
 * Ties: equally strong victories are looked at together. Those that lie on no cycle, with one another and with what is
 * locked, are locked, even where one option loses several of them; the others are dropped. A tier holds the options beaten
 * by none but those of the tiers before it: the first holds the winners, the further ones say little.
 * Cost: one matrix of pairs, a sort of the pairs, and options² for each locked pair that says something new.
 * Source: M. Döring, M. Brill & J. Heitzig, "The River Method", 2025, https://doi.org/10.48550/arXiv.2504.14195
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(river, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 */
export const river: Rule = defineRule({
  id: 'river',
  version: '1',
  title: 'River',
  family: 'voting',
  source: 'https://doi.org/10.48550/arXiv.2504.14195',
  ballots: ['ordinal', 'weak-order'],
  parameters: [{ name: 'variant', values: ['margins', 'winning'], meaning: 'what a victory in a pair is as strong as' }, unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['participation', 'consistency'],
  count: (election, parameters) => {
    const majorities = majoritiesIn(election, parameters)
    const victories = victoriesBy(majorities, parameters['variant'] === 'winning' ? winningVotes : margins)
    const locked = lockedPairs(victories, ({ loser }, isDefeated) => isDefeated[loser] === 0)
    return E.right(rankingOfVictories(majorities.options, victories, locked))
  },
})

import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { layersOf } from '../../tally/layers.ts'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfLayers } from '../../tally/ranking-of-layers.ts'
import { strongestPaths } from '../../tally/strongest-paths.ts'
import { margins, ratios, victoriesBy, winningVotes } from '../../tally/victories.ts'
import type { Strength } from '../../tally/victories.ts'

const strengths: Readonly<Record<string, Strength>> = { winning: winningVotes, margins, ratio: ratios }

const rank = (majorities: Majorities, strength: Strength): RankingOutcome => {
  const { options, size } = majorities
  const { ranks, texts } = victoriesBy(majorities, strength)
  const paths = strongestPaths(ranks, size)
  const pathOf = (from: number, to: number): number => paths[from * size + to] ?? 0
  const isAbove = (one: number, other: number): boolean => pathOf(one, other) > pathOf(other, one)
  return rankingOfLayers(options, layersOf(size, isAbove), (one) => {
    const others = [...options.keys()].filter((other) => other !== one)
    return {
      figures: {
        above: `${others.filter((other) => isAbove(one, other)).length}`,
        below: `${others.filter((other) => isAbove(other, one)).length}`,
      },
      tallies: Object.fromEntries(others.map((other) => [options[other] ?? '', texts[pathOf(one, other)] ?? ''])),
    }
  })
}

/**
 * Schulze's rule: an option stands above another if its strongest path of victories to it is stronger than the one back.
 *
 * A path is as strong as its weakest victory, and a victory is as strong as `variant` says: `winning`, the voters who prefer the
 * winner; `margins`, how many more they are; `ratio`, how many times as many. A victory that nobody opposes has a greater
 * ratio than any that is opposed; of two such the one with more support is stronger.
 * A round tells above and below how many others an option stands, and in its tallies the strongest path to each of them.
 *
 * Ties: standing above is transitive, but two options may be level. A tier holds those that stand below none but options
 * of the tiers before it.
 * Cost: one matrix of pairs, and options³.
 * Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
 * method", Social Choice and Welfare 36, 2011, https://doi.org/10.1007/s00355-010-0475-4
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(schulze, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak', 'ash'], ['elm']]
 * E.isRight(outcome) && outcome.right.rounds[1]?.tallies // => { oak: '3', elm: '4' }
 */
export const schulze: Rule = defineRule({
  id: 'schulze',
  version: '1',
  title: "Schulze's rule",
  family: 'voting',
  source: 'https://doi.org/10.1007/s00355-010-0475-4',
  ballots: ['ordinal', 'weak-order'],
  parameters: [{ name: 'variant', values: ['winning', 'margins', 'ratio'], meaning: 'what a victory in a pair is as strong as' }, unrankedParameter],
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
  count: (election, parameters) => E.right(rank(majoritiesIn(election, parameters), strengths[parameters['variant'] ?? ''] ?? winningVotes)),
})

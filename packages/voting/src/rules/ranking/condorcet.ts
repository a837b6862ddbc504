import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingOfLayers } from '../../tally/ranking-of-layers.ts'

const rank = ({ options, margin }: Majorities): RankingOutcome => {
  const all = [...options.keys()]
  const victoriesOf = (one: number): number => all.filter((other) => margin(one, other) > 0).length
  const defeatsOf = (one: number): number => all.filter((other) => margin(one, other) < 0).length
  const others = options.length - 1
  const winner = all.filter((option) => victoriesOf(option) === others)
  const loser = all.filter((option) => defeatsOf(option) === others && !winner.includes(option))
  const rest = all.filter((option) => !winner.includes(option) && !loser.includes(option))
  const layers = [winner, rest, loser].filter((layer) => layer.length > 0)
  return rankingOfLayers(options, layers, (option) => ({
    figures: { victories: `${victoriesOf(option)}`, defeats: `${defeatsOf(option)}`, others: `${others}` },
  }))
}

/**
 * Condorcet's principle alone: the option that beats every other in a pair wins, and the one that loses to every other is last.
 *
 * Ties: all other options share one tier between the two. Where nobody beats every other, that tier is the first, and all
 * of it win: the principle tells no winner. `figures` say which is the case.
 * Cost: one matrix of pairs.
 * Source: M. de Condorcet, Essai sur l'application de l'analyse à la probabilité des décisions, 1785
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm', 'fir'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm', 'fir'], ['ash', 'oak', 'fir', 'elm'], ['elm', 'ash', 'oak', 'fir']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(condorcet, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['oak', 'elm'], ['fir']]
 */
export const condorcet: Rule = defineRule({
  id: 'condorcet',
  version: '1',
  title: 'Condorcet winner',
  family: 'voting',
  source: "M. de Condorcet, Essai sur l'application de l'analyse à la probabilité des décisions, 1785",
  ballots: ['ordinal', 'weak-order'],
  parameters: [unrankedParameter],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser'],
  violates: ['smith', 'consistency'],
  count: (election, parameters) => E.right(rank(majoritiesIn(election, parameters))),
})

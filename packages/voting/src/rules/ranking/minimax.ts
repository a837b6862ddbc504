import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majoritiesIn } from '../../tally/majorities.ts'
import type { Majorities } from '../../tally/majorities.ts'
import { unrankedParameter } from '../../tally/pairwise.ts'
import { rankingBy } from '../../tally/ranking-by.ts'

/** How bad it is for an option that `opposition` voters prefer the other one, and `support` voters this one. */
type Severity = (opposition: number, support: number) => number

const severities: Readonly<Record<string, Severity>> = {
  winning: (opposition, support) => (opposition > support ? opposition : 0),
  margins: (opposition, support) => opposition - support,
  opposition: (opposition) => opposition,
}

const rank = ({ options, support }: Majorities, severity: Severity): RankingOutcome => {
  const ranked = options.map((option, one) => {
    let worst: number | undefined
    let rival = one
    for (const other of options.keys()) {
      if (one === other) continue
      const severe = severity(support(other, one), support(one, other))
      if (worst !== undefined && severe <= worst) continue
      worst = severe
      rival = other
    }
    const figure = worst ?? 0
    return { option, figure, figures: { worst: `${figure}`, against: options[rival] ?? '' } }
  })
  return rankingBy(ranked, (left, right) => left - right)
}

/**
 * Minimax: the option whose worst comparison with another is the least bad wins, and so on down the ranking.
 *
 * A comparison is as bad as `variant` says: `winning`, the voters who prefer the other option where these are more, else 0;
 * `margins`, how many more they are, below 0 for a victory; `opposition`, the voters who prefer the other option, be it beaten
 * or not. The axioms are those of the default: with `opposition` and ballots that leave options out somebody may win who
 * is beaten by a Condorcet winner.
 *
 * Ties: options whose worst comparisons are equally bad share a tier. Of several that are equally bad for one option the
 * figures name the first that was given.
 * Cost: one matrix of pairs.
 * Source: P. B. Simpson, "On defining areas of voter choice", Quarterly Journal of Economics 83, 1969,
 * https://doi.org/10.2307/1880533; G. H. Kramer, "A dynamical model of political equilibrium", 1977,
 * https://doi.org/10.1016/0022-0531(77)90011-4
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['ash', 'elm', 'oak'], ['ash', 'elm', 'oak'], ['elm', 'oak', 'ash']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(minimax, { options, profile, decimals: 0 }, { variant: 'margins' })
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak', 'ash'], ['elm']]
 * E.isRight(outcome) && outcome.right.rounds[2]?.figures // => { worst: '3', against: 'ash' }
 */
export const minimax: Rule = defineRule({
  id: 'minimax',
  version: '1',
  title: 'Minimax',
  family: 'voting',
  source: 'https://doi.org/10.2307/1880533',
  ballots: ['ordinal', 'weak-order'],
  parameters: [
    { name: 'variant', values: ['winning', 'margins', 'opposition'], meaning: 'how bad it is for an option that voters prefer another' },
    unrankedParameter,
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'pareto', 'majority', 'condorcet-consistency', 'monotonicity'],
  violates: ['condorcet-loser', 'smith', 'participation', 'consistency'],
  count: (election, parameters) =>
    E.right(rank(majoritiesIn(election, parameters), severities[parameters['variant'] ?? ''] ?? ((opposition) => opposition))),
})

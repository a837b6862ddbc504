import type { Outcome } from '@isegoria/election'
import { onOneLine, textTable } from '@isegoria/report'

/** An outcome as a person reads it on a terminal. */
export const describeOutcome = (outcome: Outcome): string => {
  const ties = outcome.ties.map(({ tied, chosen, by }) => onOneLine(`tie between ${tied.join(', ')}: ${chosen} by ${by}`))
  if (outcome.type === 'ranking')
    return [textTable([['place', 'options'], ...outcome.ranking.map((tier, place) => [`${place + 1}`, tier.join(', ')])]), ...ties].join('\n')
  const figures = new Map(outcome.rounds.map(({ option, figures: of }) => [option, of]))
  const rows = outcome.selected.map((id, place) => [`${place + 1}`, id, figures.get(id)?.['cost'] ?? ''])
  return [
    textTable([['order', 'project', 'cost'], ...rows]),
    `${outcome.selected.length} projects for ${outcome.cost} of ${outcome.budget}`,
    ...ties,
  ].join('\n')
}

import type { AllocationOutcome, CommitteeOutcome, Outcome, RankingOutcome, SeatsOutcome } from '@isegoria/election'
import { onOneLine, textTable } from '@isegoria/report'

const numbered = (lists: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<ReadonlyArray<string>> =>
  lists.map((ids, place) => [`${place + 1}`, ids.join(', ')])

const describeRanking = ({ ranking }: RankingOutcome): string => textTable([['place', 'options'], ...numbered(ranking)])

const describeCommittees = ({ committees }: CommitteeOutcome): string => {
  const [only, ...others] = committees
  if (only !== undefined && others.length === 0) return textTable([['place', 'elected'], ...numbered(only.map((id) => [id]))])
  return [textTable([['committee', 'members'], ...numbered(committees)]), `${committees.length} committees are equally good`].join('\n')
}

const describeSeats = ({ seats }: SeatsOutcome): string =>
  textTable([['party', 'seats'], ...Object.entries(seats).map(([party, number]) => [party, `${number}`])])

const describeAllocation = ({ selected, rounds, cost, budget }: AllocationOutcome): string => {
  const figures = new Map(rounds.map(({ option, figures: of }) => [option, of]))
  const rows = selected.map((id, place) => [`${place + 1}`, id, figures.get(id)?.['cost'] ?? ''])
  return [textTable([['order', 'project', 'cost'], ...rows]), `${selected.length} projects for ${cost} of ${budget}`].join('\n')
}

const describeResult = (outcome: Outcome): string => {
  switch (outcome.type) {
    case 'allocation':
      return describeAllocation(outcome)
    case 'ranking':
      return describeRanking(outcome)
    case 'committee':
      return describeCommittees(outcome)
    case 'seats':
      return describeSeats(outcome)
  }
}

/** An outcome as a person reads it on a terminal. */
export const describeOutcome = (outcome: Outcome): string => {
  const ties = outcome.ties.map(({ tied, chosen, by }) => onOneLine(`tie between ${tied.join(', ')}: ${chosen} by ${by}`))
  return [describeResult(outcome), ...ties].join('\n')
}

import type { AllocationOutcome, CommitteeOutcome, OptionId, Outcome, RankingOutcome, Round, SeatsOutcome } from '@isegoria/election'
import { onOneLine, textTable } from '@isegoria/report'

/** Names of options that are more than their ids. */
type OptionNames = ReadonlyMap<OptionId, string>

type NameOf = (id: OptionId) => string

const mostLetters = 24

/** A figure, cut where it is a fraction too long to be read. */
const figureText = (figure: string): string => (figure.length > mostLetters ? `${figure.slice(0, mostLetters - 1)}…` : figure)

/** The decision that was the last one about an option, with its figures: when, what, and by what. */
const decidedOf = (rounds: ReadonlyArray<Round>): ((option: OptionId) => ReadonlyArray<string>) => {
  const last = new Map(rounds.map((round) => [round.option, round]))
  return (option) => {
    const decided = last.get(option)
    if (decided === undefined) return ['', '', '']
    const { round, decision, figures, tallies } = decided
    const own = tallies?.[option]
    const told = Object.entries(figures).filter(([name]) => name !== 'seats' && !name.includes(':'))
    const all = own === undefined || told.some(([name, figure]) => name !== 'quota' && figure === own) ? told : [['tally', own] as const, ...told]
    return [`${round}`, decision, all.map(([name, figure]) => `${name} ${figureText(figure)}`).join(', ')]
  }
}

const headings = ['round', 'decision', 'figures']

const describeRanking = ({ ranking, rounds }: RankingOutcome, nameOf: NameOf): string => {
  const decided = decidedOf(rounds)
  const rows = ranking.flatMap((tier, place) => tier.map((id) => [`${place + 1}`, nameOf(id), ...decided(id)]))
  return textTable([['place', 'option', ...headings], ...rows])
}

const describeCommittees = ({ committees, rounds }: CommitteeOutcome, nameOf: NameOf): string => {
  const [only, ...others] = committees
  if (only !== undefined && others.length === 0) {
    const decided = decidedOf(rounds)
    const outvoted = [...new Set(rounds.map(({ option }) => option))].filter((id) => !only.includes(id))
    return textTable([
      ['place', 'option', ...headings],
      ...only.map((id, place) => [`${place + 1}`, nameOf(id), ...decided(id)]),
      ...outvoted.map((id) => ['', nameOf(id), ...decided(id)]),
    ])
  }
  const rows = committees.map((members, place) => [`${place + 1}`, members.map(nameOf).join(', ')])
  return [textTable([['committee', 'members'], ...rows]), `${committees.length} committees are equally good`].join('\n')
}

const describeSeats = ({ seats, rounds }: SeatsOutcome, nameOf: NameOf): string => {
  const decided = decidedOf(rounds)
  return textTable([
    ['party', 'seats', ...headings],
    ...Object.entries(seats).map(([party, number]) => [nameOf(party), `${number}`, ...decided(party)]),
  ])
}

const describeAllocation = ({ selected, rounds, cost, budget }: AllocationOutcome, nameOf: NameOf): string => {
  const figures = new Map(rounds.map(({ option, figures: of }) => [option, of]))
  const rows = selected.map((id, place) => [`${place + 1}`, nameOf(id), figures.get(id)?.['cost'] ?? ''])
  return [textTable([['order', 'project', 'cost'], ...rows]), `${selected.length} projects for ${cost} of ${budget}`].join('\n')
}

const describeResult = (outcome: Outcome, nameOf: NameOf): string => {
  switch (outcome.type) {
    case 'allocation':
      return describeAllocation(outcome, nameOf)
    case 'ranking':
      return describeRanking(outcome, nameOf)
    case 'committee':
      return describeCommittees(outcome, nameOf)
    case 'seats':
      return describeSeats(outcome, nameOf)
  }
}

/**
 * An outcome as a person reads it on a terminal: each option with the last decision about it and the figures of that one.
 *
 * An option is told by its id, and by its name where `names` has another.
 */
export const describeOutcome = (outcome: Outcome, names: OptionNames = new Map()): string => {
  const nameOf: NameOf = (id) => {
    const name = names.get(id)
    return name === undefined || name === id ? id : `${id} (${name})`
  }
  const ties = outcome.ties.map(({ tied, chosen, by }) => onOneLine(`tie between ${tied.map(nameOf).join(', ')}: ${nameOf(chosen)} by ${by}`))
  return [describeResult(outcome, nameOf), ...ties].join('\n')
}

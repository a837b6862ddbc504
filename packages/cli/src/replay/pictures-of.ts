import { declaredGroups, explainAllocation } from '@isegoria/deliberation'
import type { CastBallots, ExplainedAllocation, ReplayedPoll } from '@isegoria/deliberation'
import type { Outcome } from '@isegoria/election'
import type { Answer } from '@isegoria/report'
import type { RuleChoice } from '@isegoria/voting'

/** The pictures of an answer, as far as there are any. */
export type PicturesOf = (choice: RuleChoice, outcome: Outcome) => Pick<Answer, 'money' | 'support'>

const titleOf = (rounds: NonNullable<ExplainedAllocation['support']>): string => {
  const [shown] = rounds.map(({ projects }) => new Set(projects.map(({ option }) => option)))
  const bought = rounds.flatMap(({ bought: option }) => option ?? [])
  const followed = bought.filter((option) => shown?.has(option)).length
  return followed === bought.length
    ? 'Effective support'
    : `Effective support, with the first ${followed} of ${bought.length} projects that are bought`
}

/** For each answer to a poll: whose money went into which project, by what voters declared, and how support fell from round to round. */
export const picturesOf = (poll: ReplayedPoll, cast: CastBallots | undefined): PicturesOf => {
  const { election, terms } = poll
  const declared = declaredGroups(poll, cast)
  const names = new Map(election.options.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])))
  const { decimals } = election
  return (choice, outcome) => {
    if (outcome.type !== 'allocation' || outcome.selected.length === 0) return {}
    const { money, support } = explainAllocation(choice, election, outcome, declared?.groups)
    const groups = declared?.groups.map(({ name }) => name) ?? []
    const title = `Whose money, by ${declared?.attribute ?? ''}`
    return {
      ...(money === undefined ? {} : { money: { title, groups, projects: money, names, currency: terms.frozen.currency, decimals } }),
      ...(support === undefined ? {} : { support: { title: titleOf(support), rounds: support, names } }),
    }
  }
}

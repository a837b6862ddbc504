import { effectiveSupport, moneyByGroup, readingFor } from '@isegoria/budget'
import type { ProjectMoney, SupportRound, VoterGroup } from '@isegoria/budget'
import type { AllocationOutcome, Election, OptionId } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { RuleChoice } from '@isegoria/voting'
import type { ReplayedPoll } from './replay-log.ts'
import type { CastBallots } from './what-if/cast-ballots.ts'
import { countedPublic } from './what-if/counted-public.ts'

/** The voters of a poll by what they declared of themselves; together they are all who voted. */
export interface DeclaredGroups {
  readonly attribute: string
  readonly groups: ReadonlyArray<VoterGroup>
}

/** Of fewer voters a picture of their money would say what some of them voted. */
const fewestVoters = 10

const mostGroups = 6

/** How a ballot was cast, by the names that it goes by: nothing that a voter is. */
const ways = new Set(['channel', 'voting_method'])

/**
 * The voters by the first attribute that tells all of them apart into a few groups, none of which is so small that its voters
 * could be known by what it supports; `undefined` where there is no such attribute, as in a secret poll.
 */
export const declaredGroups = (poll: ReplayedPoll, cast: CastBallots | undefined): DeclaredGroups | undefined => {
  const { voters } = poll.election.profile
  for (const [attribute, values] of poll.attributes) {
    const counts = [...values.values()]
    const isFit = values.size > 1 && values.size <= mostGroups && counts.every((count) => count >= fewestVoters)
    if (ways.has(attribute) || !isFit || counts.reduce((sum, count) => sum + count, 0) !== voters) continue
    const groups = [...values.keys()].map((value): VoterGroup => {
      const kept = countedPublic(poll, cast, { voters: [{ attribute, is: value }] })
      return { name: value, ballots: E.isRight(kept) ? kept.right.ballots : [] }
    })
    if (groups.every(({ ballots }) => ballots.length > 0)) return { attribute, groups }
  }
  return undefined
}

/** What an allocation is told by: whose money went where, and how support fell from round to round. */
export interface ExplainedAllocation {
  /** What each group gave for each project that is funded; absent where there are no groups. */
  readonly money?: ReadonlyArray<ProjectMoney>
  /** Absent for rules in which voters do not pay. */
  readonly support?: ReadonlyArray<SupportRound>
}

/** How many projects are followed from round to round: the first that are bought, and others with the most support at last. */
const [mostBought, mostOthers] = [16, 4]

/** The same rounds with fewer projects. */
const ofInterest = (rounds: ReadonlyArray<SupportRound>): ReadonlyArray<SupportRound> => {
  const bought = new Set(rounds.flatMap(({ bought: option }) => (option === undefined ? [] : [option])))
  const held = (option: OptionId): number => {
    const last = rounds.findLast(({ projects }) => projects.some((project) => project.option === option))
    const support = last?.projects.find((project) => project.option === option)?.support
    return support === undefined ? 0 : Number(support.numerator / support.denominator)
  }
  const open = [...new Set(rounds.flatMap(({ projects }) => projects.map(({ option }) => option)))].filter((option) => !bought.has(option))
  const others = open
    .map((option) => ({ option, support: held(option) }))
    .toSorted((left, right) => right.support - left.support)
    .slice(0, mostOthers)
  const shown = new Set<OptionId>([...[...bought].slice(0, mostBought), ...others.map(({ option }) => option)])
  return rounds.map((round) => ({ ...round, projects: round.projects.filter(({ option }) => shown.has(option)) }))
}

/**
 * Tells an allocation by money and support, ballots read as the rule read them. Support is told where all is bought from one
 * envelope, of at most 20 projects.
 */
export const explainAllocation = (
  { parameters }: RuleChoice,
  election: Election,
  outcome: AllocationOutcome,
  groups: ReadonlyArray<VoterGroup> = [],
): ExplainedAllocation => {
  const reading = readingFor(parameters, election)
  const rounds = effectiveSupport(election, outcome, { reading })
  const isOne = rounds !== undefined && new Set(rounds.map(({ envelope }) => envelope)).size === 1
  return {
    ...(groups.length === 0 ? {} : { money: moneyByGroup(election, outcome, groups, { reading }) }),
    ...(isOne ? { support: ofInterest(rounds) } : {}),
  }
}

import { tieBreakOf } from '@isegoria/election'
import type { CommitteeOutcome, Election, Parameters, Round, RuleRejection, Tie, TieBreak } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { Approvals } from './approvals.ts'
import { chainOf, isResolute } from './committee-parameters.ts'
import { committeesOutcome } from './committees-outcome.ts'
import { limit, mostCommittees, mostNodes, withinLimits } from './work-limit.ts'

/** The options among which a round decides, by number: one, or several that are level. */
export interface Leaders {
  readonly options: ReadonlyArray<number>
  /** What makes them lead, as exact text. */
  readonly figures: Readonly<Record<string, string>>
  /** The figures of every option compared, by its number. */
  readonly tallies?: () => ReadonlyArray<readonly [option: number, figure: string]>
}

/** A committee under construction: a value, so that two ways of settling a tie can go on from one. */
export interface Construction {
  /** In the order in which they were elected. */
  readonly members: ReadonlyArray<number>
  /** Who is elected, or eliminated, next; `undefined` when the committee is finished. */
  readonly leaders: () => Leaders | undefined
  readonly decision: 'elected' | 'eliminated'
  readonly after: (option: number) => Construction
  /** Equal for constructions that go on in the same way to the same committees. */
  readonly key: () => string
}

const talliesOf = ({ options }: Approvals, tallies: Leaders['tallies']): Pick<Round, 'tallies'> =>
  tallies === undefined ? {} : { tallies: Object.fromEntries(tallies().map(([option, figure]) => [options[option] ?? '', figure])) }

const construct = (approvals: Approvals, start: Construction, order: TieBreak): CommitteeOutcome => {
  const nameOf = (option: number): string => approvals.options[option] ?? ''
  const ties: Array<Tie> = []
  const rounds: Array<Round> = []
  let construction = start
  for (let leaders = start.leaders(); leaders !== undefined; leaders = construction.leaders()) {
    const { decision } = construction
    const sorted = leaders.options.toSorted((left, right) => order.compare(nameOf(left), nameOf(right)))
    // The order says who is elected first, and so who is eliminated last.
    if (decision === 'eliminated') sorted.reverse()
    const [chosen = 0, next] = sorted
    const round = rounds.length + 1
    if (next !== undefined) ties.push({ round, tied: sorted.map(nameOf), chosen: nameOf(chosen), by: order.settledBy(nameOf(chosen), nameOf(next)) })
    rounds.push({ round, option: nameOf(chosen), decision, figures: leaders.figures, ...talliesOf(approvals, leaders.tallies) })
    construction = construction.after(chosen)
  }
  return { type: 'committee', committees: [construction.members.map(nameOf)], ties, rounds }
}

/** A partial committee that is kept takes about the place and time of so many looks at one. */
const passesOfState = 8

/** More partial committees than this are not kept at a time. */
const mostStates = 20_000

/** Every committee to which some way of settling the ties leads, round by round; equal constructions go on once. */
const constructAll = (approvals: Approvals, start: Construction): ReadonlyArray<ReadonlyArray<number>> => {
  const finished = new Map<string, ReadonlyArray<number>>()
  const most = Math.min(mostStates, mostNodes(approvals, passesOfState))
  let looked = 0
  let level = [start]
  while (level.length > 0) {
    const next = new Map<string, Construction>()
    for (const construction of level) {
      limit('partial committees', ++looked, most)
      const leaders = construction.leaders()
      if (leaders === undefined) {
        const sorted = construction.members.toSorted((left, right) => left - right)
        finished.set(sorted.join(), sorted)
        limit('committees', finished.size, mostCommittees)
      } else
        for (const option of leaders.options) {
          const after = construction.after(option)
          next.set(after.key(), after)
        }
    }
    limit('partial committees', looked + next.size, most)
    level = [...next.values()]
  }
  return [...finished.values()]
}

/** The outcome of a rule that elects, or eliminates, one option after another. */
export const countSequentially = (
  rule: string,
  { election, approvals, parameters }: { readonly election: Election; readonly approvals: Approvals; readonly parameters: Parameters },
  start: Construction,
): Either<RuleRejection, CommitteeOutcome> => {
  const order = tieBreakOf(rule, election, chainOf(parameters))
  if (E.isLeft(order)) return order
  return withinLimits(rule, () =>
    isResolute(parameters) ? construct(approvals, start, order.right) : committeesOutcome(approvals.options, constructAll(approvals, start)),
  )
}

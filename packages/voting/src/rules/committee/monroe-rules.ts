import { defineRule, tieBreakOf } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { approvalsOf, inBallotOrder, numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { chainOf, committeeParameters } from './committee-parameters.ts'
import { groupsOf } from './groups.ts'
import { network } from './max-flow.ts'
import { countOptimal } from './optimal.ts'
import type { Problem } from './search.ts'
import { passesOfFlow } from './work-limit.ts'
import { countSequentially } from './sequential.ts'
import type { Construction, Leaders } from './sequential.ts'

/** How many voters a member stands for: `floor`, and one more for `larger` of the members. */
interface Shares {
  readonly floor: number
  readonly larger: number
}

const sharesOf = ({ voters, seats }: Approvals): Shares => {
  const floor = Math.floor(voters / Math.max(seats, 1))
  return { floor, larger: voters - floor * seats }
}

/**
 * The most voters who can be represented by a member they approve when members stand for equally many voters: a maximum flow
 * from members over groups of voters, in which `larger` members may take one voter more. What it leaves over fills up the
 * shares without being represented.
 */
const monroeScore = (approvals: Approvals, members: ReadonlyArray<number>): number => {
  const { floor, larger } = sharesOf(approvals)
  const groups = groupsOf(approvals, members)
  const more = members.length + 1
  const sink = more + groups.length + 1
  const flows = network(sink + 1)
  flows.connect(0, more, larger)
  for (const place of members.keys()) {
    flows.connect(0, place + 1, floor)
    flows.connect(more, place + 1, 1)
  }
  for (const [index, group] of groups.entries()) {
    for (const place of group.places) flows.connect(place + 1, more + 1 + index, group.voters)
    flows.connect(more + 1 + index, sink, group.voters)
  }
  return flows.push(0, sink)
}

/**
 * Bound: a flow through a larger committee, cut down to the old members, is a flow for these; what runs through a new one is
 * at most its share and at most its votes. So the score of the partial committee, and for the missing the largest of these.
 */
const problemOf = (approvals: Approvals): Problem<number> => {
  const members: Array<number> = []
  const { floor, larger } = sharesOf(approvals)
  const share = larger > 0 ? floor + 1 : floor
  const mostOf = (option: number): number => Math.min(share, approvals.votes[option] ?? 0)
  return {
    compare: (left, right) => right - left,
    include: (option) => members.push(option),
    exclude: () => members.pop(),
    value: () => monroeScore(approvals, members),
    look: (remaining, missing) => {
      const sorted = remaining.toSorted((left, right) => (approvals.votes[right] ?? 0) - (approvals.votes[left] ?? 0))
      const more = sorted.slice(0, missing).reduce((sum, option) => sum + mostOf(option), 0)
      return { bound: Math.min(approvals.voters, monroeScore(approvals, members) + more), branch: sorted[0] ?? 0 }
    },
  }
}

/**
 * Monroe's rule for approvals: every member stands for equally many voters, give or take one, and the committee wins that can
 * represent most voters by a member they approve.
 *
 * Ties: committees of equal score are all given with `resolute=false`, else the first by the parameter `ties`.
 * Cost: NP-hard; branch and bound over maximum flows, refused with `ElectionTooLarge` where that would take too long.
 * Source: Monroe, "Fully proportional representation", APSR 89(4), 1995, https://doi.org/10.2307/2082518
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(monroe, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const monroe: Rule = defineRule({
  id: 'monroe',
  version: '1',
  title: 'Monroe’s rule',
  family: 'committee',
  source: 'https://doi.org/10.2307/2082518',
  ballots: ['approval', 'choose-one'],
  parameters: committeeParameters,
  claims: ['determinism', 'anonymity', 'neutrality', 'jr'],
  violates: ['ejr', 'house-monotonicity'],
  count: (election, parameters) => {
    const approvals = approvalsOf(election)
    const problem = { ...problemOf(approvals), figures: (_: ReadonlyArray<number>, score: number) => ({ represented: `${score}` }) }
    return countOptimal('monroe', { election, approvals, parameters }, problem, passesOfFlow)
  },
})

/** How many voters the next member may stand for. */
const roomOf = (approvals: Approvals, members: number): number => {
  const { floor, larger } = sharesOf(approvals)
  return members < larger ? floor + 1 : floor
}

/** Voters of each ballot for whom no member stands yet. */
const unserved = (approvals: Approvals, members: ReadonlyArray<number>, left: Float64Array): Construction => ({
  members,
  decision: 'elected',
  leaders: (): Leaders | undefined => {
    if (members.length === approvals.seats) return undefined
    const elected = new Set(members)
    const open = numbersOf(approvals).filter((option) => !elected.has(option))
    const votes = new Float64Array(approvals.options.length)
    for (let ballot = 0; ballot < approvals.ballots; ballot++)
      for (let entry = approvals.starts[ballot] ?? 0; entry < (approvals.starts[ballot + 1] ?? 0); entry++) {
        const option = approvals.entries[entry] ?? 0
        votes[option] = (votes[option] ?? 0) + (left[ballot] ?? 0)
      }
    const most = open.reduce((best, option) => Math.max(best, votes[option] ?? 0), 0)
    return {
      options: open.filter((option) => votes[option] === most),
      figures: { supporters: `${most}`, served: `${Math.min(most, roomOf(approvals, members.length))}` },
      tallies: () => open.map((option) => [option, `${votes[option] ?? 0}`]),
    }
  },
  after: (option) => {
    const rest = left.slice()
    let room = roomOf(approvals, members.length)
    for (let at = approvals.supporterStarts[option] ?? 0; at < (approvals.supporterStarts[option + 1] ?? 0) && room > 0; at++) {
      const ballot = approvals.supporters[at] ?? 0
      const served = Math.min(room, rest[ballot] ?? 0)
      rest[ballot] = (rest[ballot] ?? 0) - served
      room -= served
    }
    return unserved(approvals, [...members, option], rest)
  },
  key: () => `${members.toSorted((one, other) => one - other).join()};${left.join()}`,
})

/**
 * Greedy Monroe: seat by seat the option that most voters approve for whom no member stands yet, and who then stands for as
 * many of these as its equal share allows.
 *
 * Ties: `resolute=false` follows every way of settling who is elected. Which of too many supporters a member stands for is open
 * too, and can decide who is elected later: no tie of options that could be recorded, but the rounds tell how many supporters
 * there were and how many are `served`. Those go first whose ballots come first when the options of each are put in the order
 * of the chain `ties`, and ballots like words: by default the order in which options were given, with `ties=lot` that of a lot.
 * Cost: one pass over the ballots for each seat.
 * Source: Skowron, Faliszewski & Slinko, "Achieving fully proportional representation", Artificial Intelligence 222, 2015,
 * https://doi.org/10.1016/j.artint.2015.01.003
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(greedyMonroe, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const greedyMonroe: Rule = defineRule({
  id: 'greedy-monroe',
  version: '2',
  title: 'Greedy Monroe',
  family: 'committee',
  source: 'https://doi.org/10.1016/j.artint.2015.01.003',
  ballots: ['approval', 'choose-one'],
  parameters: committeeParameters,
  claims: ['determinism', 'anonymity'],
  violates: ['neutrality', 'ejr'],
  count: (election, parameters) => {
    const order = tieBreakOf('greedy-monroe', election, chainOf(parameters))
    if (E.isLeft(order)) return order
    const approvals = inBallotOrder(approvalsOf(election), order.right.order)
    return countSequentially('greedy-monroe', { election, approvals, parameters }, unserved(approvals, [], approvals.weights.slice()))
  },
})

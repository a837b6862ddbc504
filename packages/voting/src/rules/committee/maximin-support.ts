import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import { approvalsOf, numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { bottleneck, byLoad } from './bottleneck.ts'
import type { Bottleneck } from './bottleneck.ts'
import { committeeParameters } from './committee-parameters.ts'
import { groupsOf } from './groups.ts'
import { countSequentially } from './sequential.ts'
import type { Construction, Leaders } from './sequential.ts'

interface Best {
  readonly options: ReadonlyArray<number>
  /** Absent where no option leaves every member with support. */
  readonly found?: Bottleneck
}

/**
 * A committee's least support is at most the votes of each member, and no more than before somebody joined; so options are
 * looked at from the most approved down, and no further than to the first with fewer votes than the best support.
 */
const bestOf = (approvals: Approvals, members: ReadonlyArray<number>, open: ReadonlyArray<number>): Best => {
  const votesOf = (option: number): number => approvals.votes[option] ?? 0
  const supported = open.filter((option) => votesOf(option) > 0).toSorted((left, right) => votesOf(right) - votesOf(left))
  if (supported.length === 0 || members.some((member) => votesOf(member) === 0)) return { options: open }
  const places = new Set([...members, 0].keys())
  let found: Bottleneck | undefined
  let options: Array<number> = []
  for (const option of supported) {
    if (found !== undefined && votesOf(option) * found.members < found.voters) break
    const own = bottleneck(places, groupsOf(approvals, [...members, option]), found)
    const order = found === undefined ? -1 : byLoad(own, found)
    if (order < 0) [found, options] = [own, [option]]
    else if (order === 0) options.push(option)
  }
  return { options: options.toSorted((left, right) => left - right), ...(found === undefined ? {} : { found }) }
}

const electing = (approvals: Approvals, members: ReadonlyArray<number>): Construction => ({
  members,
  decision: 'elected',
  leaders: (): Leaders | undefined => {
    if (members.length === approvals.seats) return undefined
    const elected = new Set(members)
    const open = numbersOf(approvals).filter((option) => !elected.has(option))
    const { options, found } = bestOf(approvals, members, open)
    return { options, figures: { support: found === undefined ? '0' : formatRatio(ratio(BigInt(found.voters), BigInt(found.members))) } }
  },
  after: (option) => electing(approvals, [...members, option]),
  key: () => members.toSorted((left, right) => left - right).join(),
})

/**
 * The maximin support method: seat by seat the option is elected with which the least supported member has most support, when
 * each voter divides their vote among the members that they approve as best serves that.
 *
 * The least support is `voters who approve somebody of S / |S|` for the set S of members where that is smallest: the inverse
 * of the highest load of Phragmén's minimax rule. Once nobody with support is left, all others are level.
 * Ties: `resolute=false` follows every way of settling them.
 * Cost: for each seat and each option that may be best a few maximum flows over the groups of voters; exact.
 * Source: Sánchez-Fernández et al., "The maximin support method", Mathematical Programming 203, 2024,
 * https://arxiv.org/abs/1609.05370
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(maximinSupport, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const maximinSupport: Rule = defineRule({
  id: 'maximin-support',
  version: '1',
  title: 'Maximin support method',
  family: 'committee',
  source: 'https://arxiv.org/abs/1609.05370',
  ballots: ['approval', 'choose-one'],
  parameters: committeeParameters,
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity', 'jr', 'pjr'],
  violates: [],
  count: (election, parameters) => {
    const approvals = approvalsOf(election)
    return countSequentially('maximin-support', { election, approvals, parameters }, electing(approvals, []))
  },
})

import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import { approvalsOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { compareLoads, loadsOf } from './bottleneck.ts'
import type { Loads } from './bottleneck.ts'
import { committeeParameters } from './committee-parameters.ts'
import { countOptimal } from './optimal.ts'
import type { Problem } from './search.ts'
import { passesOfFlow } from './work-limit.ts'

const textOf = ({ unborne, steps }: Loads): Readonly<Record<string, string>> => {
  const [highest] = steps
  const load = highest === undefined ? '0' : formatRatio(ratio(BigInt(highest.members), BigInt(highest.voters)))
  return { load, unsupported: `${unborne}` }
}

/**
 * Bound: any loads of a committee, cut down to those of some of its members, are loads for these, and on no voter higher than
 * before; so the best loads of a partial committee are at least as good as those of every committee that contains it. And
 * where fewer approved options remain than are missing, as many members as they are too few will be unborne.
 */
const problemOf = (approvals: Approvals, isHighestOnly: boolean): Problem<Loads> => {
  const members: Array<number> = []
  const isSupported = (option: number): boolean => (approvals.votes[option] ?? 0) > 0
  return {
    compare: compareLoads,
    include: (option) => members.push(option),
    exclude: () => members.pop(),
    value: () => loadsOf(approvals, members, isHighestOnly),
    look: (remaining, missing) => {
      const { unborne, steps } = loadsOf(approvals, members, isHighestOnly)
      const supported = remaining.filter(isSupported)
      const branch = supported.reduce(
        (best, option) => ((approvals.votes[option] ?? 0) > (approvals.votes[best] ?? 0) ? option : best),
        remaining[0] ?? 0,
      )
      return { bound: { unborne: unborne + Math.max(0, missing - supported.length), steps }, branch }
    },
  }
}

const loadRule = (isHighestOnly: boolean, rule: Pick<Rule, 'id' | 'title' | 'claims' | 'violates'>): Rule =>
  defineRule({
    ...rule,
    version: '1',
    family: 'committee',
    source: 'https://arxiv.org/abs/2102.12305',
    ballots: ['approval', 'choose-one'],
    parameters: committeeParameters,
    count: (election, parameters) => {
      const approvals = approvalsOf(election)
      const problem = { ...problemOf(approvals, isHighestOnly), figures: (_: ReadonlyArray<number>, loads: Loads) => textOf(loads) }
      return countOptimal(rule.id, { election, approvals, parameters }, problem, passesOfFlow)
    },
  })

/**
 * Phragmén's minimax rule: each member is a load of 1 that its supporters share in any parts; the committee wins whose
 * highest load on a voter can be made lowest.
 *
 * Members whom nobody approves are a load that nobody can bear: as few of them as possible are elected.
 * Ties: committees with equal highest load are all given with `resolute=false`, else the first by the parameter `ties`.
 * Cost: NP-hard; branch and bound over exact maximum flows, refused with `ElectionTooLarge` where that would take too long.
 * Source: Brill, Freeman, Janson & Lackner, "Phragmén's voting methods and justified representation", 2023,
 * https://arxiv.org/abs/2102.12305
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(minimaxPhragmen, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const minimaxPhragmen: Rule = loadRule(true, {
  id: 'minimax-phragmen',
  title: 'Phragmén’s minimax rule',
  claims: ['determinism', 'anonymity', 'neutrality'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
})

/**
 * Phragmén's leximax rule: as `minimax-phragmen`, and among equal highest loads the next highest decides, and so on.
 *
 * Ties, cost, source: as `minimax-phragmen`.
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(leximaxPhragmen, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const leximaxPhragmen: Rule = loadRule(false, {
  id: 'leximax-phragmen',
  title: 'Phragmén’s leximax rule',
  claims: ['determinism', 'anonymity', 'neutrality', 'jr', 'pjr'],
  violates: [],
})

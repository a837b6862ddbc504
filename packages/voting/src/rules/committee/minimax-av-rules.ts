import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { approvalsOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { committeeParameters } from './committee-parameters.ts'
import { countOptimal } from './optimal.ts'
import type { Problem } from './search.ts'

/** Voters by the distance between their ballot and the committee: the options that are in one of both only. */
type Distances = Float64Array

/** The highest distance at which the two differ in voters; `highestOnly` looks only at the highest that there is. */
const byHighest = (left: Distances, right: Distances, isHighestOnly: boolean): number => {
  for (let distance = left.length - 1; distance >= 0; distance--) {
    const [l, r] = [left[distance] ?? 0, right[distance] ?? 0]
    if (isHighestOnly && l > 0 && r > 0) return 0
    if (l !== r) return l - r
  }
  return 0
}

/**
 * Bound: a voter with `n` approved members and `r` approved options that remain gets at most `min(missing, r)` more, so that
 * the distance will be at least that with so many. Where each voter's distance is at least as large, so is the highest, and,
 * from the highest down, the voters at each.
 */
const problemOf = (approvals: Approvals, isHighestOnly: boolean): Problem<Distances> => {
  const { ballots, weights, starts, entries, options, seats } = approvals
  const states = new Uint8Array(options.length)
  const [isMember, remains] = [1, 2]
  const distances = (missing: number): Distances => {
    const counts = new Float64Array(options.length + seats + 1)
    for (let ballot = 0; ballot < ballots; ballot++) {
      const [from, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
      let [members, more] = [0, 0]
      for (let entry = from; entry < end; entry++) {
        const state = states[entries[entry] ?? 0]
        if (state === isMember) members++
        else if (state === remains) more++
      }
      const distance = end - from + seats - 2 * (members + Math.min(missing, more))
      counts[distance] = (counts[distance] ?? 0) + (weights[ballot] ?? 0)
    }
    return counts
  }
  return {
    compare: (left, right) => byHighest(left, right, isHighestOnly),
    include: (option) => {
      states[option] = isMember
    },
    exclude: (option) => {
      states[option] = 0
    },
    value: () => distances(0),
    look: (remaining, missing) => {
      for (const option of remaining) states[option] = remains
      const bound = distances(missing)
      for (const option of remaining) states[option] = 0
      const branch = remaining.reduce(
        (best, option) => ((approvals.votes[option] ?? 0) > (approvals.votes[best] ?? 0) ? option : best),
        remaining[0] ?? 0,
      )
      return { bound, branch }
    },
  }
}

const textOf = (distances: Distances): Readonly<Record<string, string>> => {
  const highest = distances.findLastIndex((voters) => voters > 0)
  return { distance: `${Math.max(highest, 0)}`, voters: `${distances[highest] ?? 0}` }
}

const minimaxRule = (isHighestOnly: boolean, rule: Pick<Rule, 'id' | 'title' | 'source' | 'claims' | 'violates'>): Rule =>
  defineRule({
    ...rule,
    version: '1',
    family: 'committee',
    ballots: ['approval', 'choose-one'],
    parameters: committeeParameters,
    count: (election, parameters) => {
      const approvals = approvalsOf(election)
      const problem = { ...problemOf(approvals, isHighestOnly), figures: (_: ReadonlyArray<number>, distances: Distances) => textOf(distances) }
      return countOptimal(rule.id, { election, approvals, parameters }, problem)
    },
  })

/**
 * Minimax approval voting: the committee wins that is nearest to the voter farthest from it; distance is the number of
 * options that are approved but not elected, or elected but not approved.
 *
 * Ties: committees with equal highest distance are all given with `resolute=false`, else the first by the parameter `ties`.
 * Cost: NP-hard; branch and bound, refused with `ElectionTooLarge` where that would take too long.
 * Source: Brams, Kilgour & Sanver, "A minimax procedure for electing committees", Public Choice 132, 2007,
 * https://doi.org/10.1007/s11127-007-9165-x
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(minimaxAv, election, { resolute: 'false' })
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm'], ['ash', 'elm']]
 */
export const minimaxAv: Rule = minimaxRule(true, {
  id: 'minimax-av',
  title: 'Minimax approval voting',
  source: 'https://doi.org/10.1007/s11127-007-9165-x',
  claims: ['determinism', 'anonymity', 'neutrality'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
})

/**
 * Lexicographic minimax approval voting: as `minimax-av`, and among equal highest distances the fewer voters at it win, then
 * the same for the next highest, and so on.
 *
 * Ties, cost: as `minimax-av`.
 * Source: Lackner & Skowron, "Multi-Winner Voting with Approval Preferences", 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['ash', 'elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right]), seats: 1, decimals: 0 }
 * const outcome = applyRule(lexMinimaxAv, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['ash']]
 */
export const lexMinimaxAv: Rule = minimaxRule(false, {
  id: 'lexminimax-av',
  title: 'Lexicographic minimax approval voting',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  claims: ['determinism', 'anonymity', 'neutrality'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
})

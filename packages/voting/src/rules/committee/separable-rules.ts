import { defineRule, tieBreakOf } from '@isegoria/election'
import type { CommitteeOutcome, Rule, Tie, TieBreak } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { formatRatio, ratio } from '@isegoria/exact'
import { approvalsOf, numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { chainOf, committeeParameters, isResolute } from './committee-parameters.ts'
import { choicesOf, committeesOutcome } from './committees-outcome.ts'
import { longestBallot } from './thiele-counts.ts'
import { lcm } from './thiele-weights.ts'
import { withinLimits } from './work-limit.ts'

/** Scores of options in whole multiples of `1 / unit`. */
interface Scores {
  readonly scores: ReadonlyArray<bigint>
  readonly unit: bigint
}

const approvalScores = ({ votes }: Approvals): Scores => ({ scores: Array.from(votes, BigInt), unit: 1n })

/** Each voter shares one point among those that they approve. */
const sharedScores = (approvals: Approvals): Scores => {
  const { options, ballots, weights, starts, entries } = approvals
  const longest = longestBallot(approvals)
  const unit = lcm(Array.from({ length: longest }, (_, length) => BigInt(length + 1)))
  // Voters of each option by the length of their ballot.
  const counts = new Float64Array(options.length * (longest + 1))
  for (let ballot = 0; ballot < ballots; ballot++) {
    const [from, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
    for (let entry = from; entry < end; entry++) {
      const at = (entries[entry] ?? 0) * (longest + 1) + (end - from)
      counts[at] = (counts[at] ?? 0) + (weights[ballot] ?? 0)
    }
  }
  const scores = numbersOf(approvals).map((option) => {
    let score = 0n
    for (let length = 1; length <= longest; length++) score += (BigInt(counts[option * (longest + 1) + length] ?? 0) * unit) / BigInt(length)
    return score
  })
  return { scores, unit }
}

const elect = (approvals: Approvals, { scores, unit }: Scores, order: TieBreak | undefined): CommitteeOutcome => {
  const { options, seats } = approvals
  const nameOf = (option: number): string => options[option] ?? ''
  const text = (option: number): string => formatRatio(ratio(scores[option] ?? 0n, unit))
  const byScore = (left: number, right: number): number => {
    const [l, r] = [scores[left] ?? 0n, scores[right] ?? 0n]
    return l > r ? -1 : l < r ? 1 : 0
  }
  const sorted = numbersOf(approvals).toSorted((left, right) => byScore(left, right) || (order?.compare(nameOf(left), nameOf(right)) ?? 0))
  const last = sorted[seats - 1] ?? 0
  const safe = seats === 0 ? [] : sorted.filter((option) => byScore(option, last) < 0)
  const level = seats === 0 ? [] : sorted.filter((option) => byScore(option, last) === 0)
  if (order === undefined) {
    const choices = choicesOf(level, seats - safe.length)
    return committeesOutcome(
      options,
      choices.map((choice) => [...safe, ...choice]),
      seats === 0 ? {} : { least: text(last) },
    )
  }
  const committee = sorted.slice(0, seats)
  const isTied = safe.length + level.length > seats
  const ties = committee.slice(isTied ? safe.length : seats).map((chosen, place): Tie => {
    const tied = level.slice(place).map(nameOf)
    return { round: safe.length + place + 1, tied, chosen: nameOf(chosen), by: order.settledBy(nameOf(chosen), tied[1] ?? '') }
  })
  const rounds = committee.map((option, place) => ({
    round: place + 1,
    option: nameOf(option),
    decision: 'elected',
    figures: { score: text(option) },
  }))
  return { type: 'committee', committees: [committee.map(nameOf)], ties, rounds }
}

const separableRule = (scoresOf: (approvals: Approvals) => Scores, rule: Pick<Rule, 'id' | 'title' | 'source' | 'claims' | 'violates'>): Rule =>
  defineRule({
    ...rule,
    version: '1',
    family: 'committee',
    ballots: ['approval', 'choose-one'],
    parameters: committeeParameters,
    count: (election, parameters) => {
      const order = tieBreakOf(rule.id, election, chainOf(parameters))
      if (E.isLeft(order)) return order
      const approvals = approvalsOf(election)
      return withinLimits(rule.id, () => elect(approvals, scoresOf(approvals), isResolute(parameters) ? order.right : undefined))
    },
  })

/**
 * Approval voting for committees: those approved by most voters are elected.
 *
 * Ties: options level at the last seat are tied for it: `resolute=false` gives every choice among them.
 * Cost: linear in the marks of the distinct ballots.
 * Source: Brams & Fishburn, "Approval Voting", 1983; Lackner & Skowron, "Multi-Winner Voting with Approval Preferences",
 * 2023, https://doi.org/10.1007/978-3-031-09016-5
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'approval', approved: ['oak', 'elm'] }, { type: 'approval', approved: ['elm'] }])
 * const outcome = applyRule(av, { options, profile, seats: 2, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['elm', 'oak']]
 */
export const av: Rule = separableRule(approvalScores, {
  id: 'av',
  title: 'Approval voting for committees',
  source: 'https://doi.org/10.1007/978-3-031-09016-5',
  claims: ['determinism', 'anonymity', 'neutrality', 'monotonicity', 'house-monotonicity'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
})

/**
 * Satisfaction approval voting: each voter shares one point equally among those that they approve, and those with most points
 * are elected.
 *
 * Ties: as `av`. Cost: linear in the marks of the distinct ballots.
 * Source: Brams & Kilgour, "Satisfaction approval voting", 2014, https://doi.org/10.1007/978-3-319-05158-1_18
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }])
 * const outcome = applyRule(sav, { options, profile, seats: 1, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['elm']]
 */
export const sav: Rule = separableRule(sharedScores, {
  id: 'sav',
  title: 'Satisfaction approval voting',
  source: 'https://doi.org/10.1007/978-3-319-05158-1_18',
  claims: ['determinism', 'anonymity', 'neutrality', 'house-monotonicity'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
})

import { defineRule, tieBreakOf } from '@isegoria/election'
import type { CommitteeOutcome, Round, Rule, Tie, TieBreak } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { approvalsOf, numbersOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { chainOf, committeeParameters, isResolute } from './committee-parameters.ts'
import { choicesOf, committeesOutcome } from './committees-outcome.ts'
import { longestBallot } from './thiele-counts.ts'
import { lcm } from './thiele-weights.ts'
import { withinLimits } from './work-limit.ts'

/** Points of each option when every voter shares one among their approved options that remain, in multiples of `1 / unit`. */
const sharedAmong = (approvals: Approvals, remaining: ReadonlySet<number>, unit: bigint): ReadonlyArray<bigint> => {
  const { options, ballots, weights, starts, entries } = approvals
  const levels = longestBallot(approvals) + 1
  const counts = new Float64Array(options.length * levels)
  for (let ballot = 0; ballot < ballots; ballot++) {
    const [from, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
    let length = 0
    for (let entry = from; entry < end; entry++) if (remaining.has(entries[entry] ?? 0)) length++
    for (let entry = from; entry < end; entry++) {
      const at = (entries[entry] ?? 0) * levels + length
      counts[at] = (counts[at] ?? 0) + (weights[ballot] ?? 0)
    }
  }
  return numbersOf(approvals).map((option) => {
    let points = 0n
    for (let length = 1; length < levels; length++) points += (BigInt(counts[option * levels + length] ?? 0) * unit) / BigInt(length)
    return points
  })
}

/** Those with the two lowest numbers of points, ties at the second included; of these the least approved leave. */
const leaving = (approvals: Approvals, remaining: ReadonlyArray<number>, points: ReadonlyArray<bigint>): ReadonlyArray<number> => {
  const pointsOf = (option: number): bigint => points[option] ?? 0n
  const sorted = remaining.toSorted((left, right) => (pointsOf(left) < pointsOf(right) ? -1 : pointsOf(left) > pointsOf(right) ? 1 : left - right))
  const cutoff = pointsOf(sorted[1] ?? sorted[0] ?? 0)
  const compared = remaining.filter((option) => pointsOf(option) <= cutoff)
  const least = compared.reduce((fewest, option) => Math.min(fewest, approvals.votes[option] ?? 0), Number.POSITIVE_INFINITY)
  return compared.filter((option) => approvals.votes[option] === least)
}

const eliminate = (approvals: Approvals, order: TieBreak | undefined): CommitteeOutcome => {
  const { options, seats } = approvals
  const nameOf = (option: number): string => options[option] ?? ''
  const unit = lcm(Array.from({ length: longestBallot(approvals) }, (_, length) => BigInt(length + 1)))
  const rounds: Array<Round> = []
  let remaining = numbersOf(approvals)
  for (let round = 1; remaining.length > seats; round++) {
    const points = sharedAmong(approvals, new Set(remaining), unit)
    const out = leaving(approvals, remaining, points)
    const tallies = Object.fromEntries(remaining.map((option) => [nameOf(option), formatRatio(ratio(points[option] ?? 0n, unit))]))
    const roundOf = (option: number): Round => {
      const figures = { points: formatRatio(ratio(points[option] ?? 0n, unit)), approvals: `${approvals.votes[option] ?? 0}` }
      return { round, option: nameOf(option), decision: 'eliminated', figures, tallies }
    }
    const surplus = remaining.length - seats
    if (out.length > surplus && order === undefined) {
      const choices = choicesOf(out, surplus).map((choice) => remaining.filter((option) => !choice.includes(option)))
      return committeesOutcome(options, choices)
    }
    const sorted = order === undefined ? out : out.toSorted((left, right) => order.compare(nameOf(right), nameOf(left)))
    const eliminated = sorted.slice(0, surplus)
    rounds.push(...eliminated.map(roundOf))
    remaining = remaining.filter((option) => !eliminated.includes(option))
    if (out.length <= surplus || order === undefined) continue
    const ties = eliminated.map((chosen, place): Tie => {
      const tied = sorted.slice(place).map(nameOf)
      return { round, tied, chosen: nameOf(chosen), by: order.settledBy(nameOf(chosen), tied[1] ?? '') }
    })
    return { type: 'committee', committees: [remaining.map(nameOf)], ties, rounds }
  }
  return order === undefined ? committeesOutcome(options, [remaining]) : { type: 'committee', committees: [remaining.map(nameOf)], ties: [], rounds }
}

/**
 * E Pluribus Hugo, the Hugo Awards' single divisible vote with least-popular elimination: each voter shares one point among
 * their approved options that remain; of the two with fewest points the one with fewer approvals is eliminated.
 *
 * Options level with these two are compared with them, and all of the least approved are eliminated together as long as
 * enough remain.
 * Ties: where fewer must go than are level, `resolute=false` gives every choice; else those last by `ties` go.
 * Cost: one pass over the ballots for each round, of which there are fewer than options.
 * Source: Quinn & Schneier, "A proportional voting system for awards nominations resistant to voting blocs", 2016,
 * https://www.schneier.com/wp-content/uploads/2016/05/Proportional_Voting_System.pdf
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'approval', approved: ['oak', 'ash'] }, { type: 'approval', approved: ['elm'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(ePluribusHugo, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const ePluribusHugo: Rule = defineRule({
  id: 'e-pluribus-hugo',
  version: '1',
  title: 'E Pluribus Hugo',
  family: 'committee',
  source: 'https://www.schneier.com/wp-content/uploads/2016/05/Proportional_Voting_System.pdf',
  ballots: ['approval', 'choose-one'],
  parameters: committeeParameters,
  claims: ['determinism', 'anonymity', 'neutrality'],
  violates: ['jr', 'pjr', 'ejr', 'psc'],
  count: (election, parameters) => {
    const order = tieBreakOf('e-pluribus-hugo', election, chainOf(parameters))
    if (E.isLeft(order)) return order
    return withinLimits('e-pluribus-hugo', () => eliminate(approvalsOf(election), isResolute(parameters) ? order.right : undefined))
  },
})

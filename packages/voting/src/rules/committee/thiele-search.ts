import type { Approvals } from './approvals.ts'
import type { Problem } from './search.ts'
import { longestBallot } from './thiele-counts.ts'
import { formatScore } from './thiele-weights.ts'
import type { ThieleMethod, ThieleWeights } from './thiele-weights.ts'

/** Sums of weights, in floating-point whole numbers where every score is exact in them, else in big ones. */
interface Sums<Sum> {
  readonly zero: Sum
  /** Voters times weight, added. */
  readonly plusTimes: (sum: Sum, voters: number, level: number) => Sum
  readonly plus: (left: Sum, right: Sum) => Sum
  readonly compare: (left: Sum, right: Sum) => number
  readonly exact: (sum: Sum) => bigint
}

const smallSums = (weights: ReadonlyArray<number>): Sums<number> => ({
  zero: 0,
  plusTimes: (sum, voters, level) => sum + voters * (weights[level] ?? 0),
  plus: (left, right) => left + right,
  compare: (left, right) => left - right,
  exact: BigInt,
})

const bigSums = (weights: ReadonlyArray<bigint>): Sums<bigint> => ({
  zero: 0n,
  plusTimes: (sum, voters, level) => sum + BigInt(voters) * (weights[level] ?? 0n),
  plus: (left, right) => left + right,
  compare: (left, right) => (left < right ? -1 : left > right ? 1 : 0),
  exact: (sum) => sum,
})

type ThieleProblem<Sum> = Problem<Sum> & { readonly figures: (committee: ReadonlyArray<number>, value: Sum) => Readonly<Record<string, string>> }

/** Voters with at least one member of the committee, at least two, and so on, as text. */
const satisfiedText = ({ ballots, weights }: Approvals, satisfaction: Int32Array, levels: number): string => {
  const counts = new Float64Array(levels)
  for (let ballot = 0; ballot < ballots; ballot++)
    for (let level = 0; level < (satisfaction[ballot] ?? 0); level++) counts[level] = (counts[level] ?? 0) + (weights[ballot] ?? 0)
  return counts.join(', ')
}

/**
 * Bound: the score is submodular, because a voter's weights never increase: what an option adds to a committee is at least
 * what it adds to a larger one. So members added to a partial committee one by one add together at most the sum of what
 * each alone would add, and that is at most the sum of the `missing` largest of these.
 */
const problemOf = <Sum>(approvals: Approvals, scale: ThieleWeights, { sums, levels }: { sums: Sums<Sum>; levels: number }): ThieleProblem<Sum> => {
  const { weights, supporters, supporterStarts } = approvals
  const satisfaction = new Int32Array(approvals.ballots)
  const scores: Array<Sum> = [sums.zero]
  const gainOf = (option: number): Sum => {
    let gain = sums.zero
    const end = supporterStarts[option + 1] ?? 0
    for (let place = supporterStarts[option] ?? 0; place < end; place++) {
      const ballot = supporters[place] ?? 0
      gain = sums.plusTimes(gain, weights[ballot] ?? 0, satisfaction[ballot] ?? 0)
    }
    return gain
  }
  const change = (option: number, by: 1 | -1): void => {
    const end = supporterStarts[option + 1] ?? 0
    for (let place = supporterStarts[option] ?? 0; place < end; place++) {
      const ballot = supporters[place] ?? 0
      satisfaction[ballot] = (satisfaction[ballot] ?? 0) + by
    }
  }
  const score = (): Sum => scores.at(-1) ?? sums.zero
  return {
    compare: (left, right) => sums.compare(right, left),
    include: (option) => {
      scores.push(sums.plus(score(), gainOf(option)))
      change(option, 1)
    },
    exclude: (option) => {
      scores.pop()
      change(option, -1)
    },
    value: score,
    look: (remaining, missing) => {
      const gains = remaining.map((option) => ({ option, gain: gainOf(option) })).toSorted((left, right) => sums.compare(right.gain, left.gain))
      const bound = gains.slice(0, missing).reduce((sum, { gain }) => sums.plus(sum, gain), score())
      return { bound, branch: gains[0]?.option ?? 0 }
    },
    figures: (committee, value) => {
      for (const option of committee) change(option, 1)
      const satisfied = satisfiedText(approvals, satisfaction, levels)
      for (const option of committee) change(option, -1)
      return { score: formatScore(sums.exact(value), scale), satisfied }
    },
  }
}

/** The committees with the best Thiele score, as a problem to search. Exact: floating-point numbers serve only below 2^53. */
export const withThieleProblem = <Answer>(
  approvals: Approvals,
  method: ThieleMethod,
  answer: <Sum>(problem: ThieleProblem<Sum>) => Answer,
): Answer => {
  const levels = Math.min(longestBallot(approvals), Math.max(approvals.seats, 1))
  const scale = method(levels, approvals.voters)
  const most = scale.weights.reduce((sum, weight) => sum + weight, 0n) * BigInt(approvals.voters)
  const isSmall = most * BigInt(approvals.seats + 1) <= BigInt(Number.MAX_SAFE_INTEGER)
  if (isSmall) return answer(problemOf(approvals, scale, { sums: smallSums(scale.weights.map(Number)), levels }))
  return answer(problemOf(approvals, scale, { sums: bigSums(scale.weights), levels }))
}

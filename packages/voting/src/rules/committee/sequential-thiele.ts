import type { Approvals } from './approvals.ts'
import { numbersOf } from './approvals.ts'
import type { Construction, Leaders } from './sequential.ts'
import { longestBallot, satisfactionAfter, supportersBySatisfaction, weighted } from './thiele-counts.ts'
import { formatScore } from './thiele-weights.ts'
import type { ThieleMethod } from './thiele-weights.ts'

interface Figured {
  readonly option: number
  readonly figure: bigint
}

const leading = (figured: ReadonlyArray<Figured>, sign: 1n | -1n): ReadonlyArray<number> => {
  let best: bigint | undefined
  for (const { figure } of figured) if (best === undefined || sign * figure > sign * best) best = figure
  return figured.filter(({ figure }) => figure === best).map(({ option }) => option)
}

/** Elects round by round the option that adds most to the Thiele score of those elected. Cost: one pass over the ballots for each seat. */
export const addingMost = (approvals: Approvals, method: ThieleMethod): Construction => {
  const levels = Math.min(longestBallot(approvals), Math.max(approvals.seats, 1))
  const scale = method(levels, approvals.voters)
  const from = (members: ReadonlyArray<number>, satisfaction: Int32Array): Construction => ({
    members,
    decision: 'elected',
    leaders: (): Leaders | undefined => {
      if (members.length === approvals.seats) return undefined
      // A row has one more level than there are weights: voters whose whole ballot is elected gain nothing by anybody else.
      const counts = supportersBySatisfaction(approvals, satisfaction, levels + 1)
      const elected = new Set(members)
      const gains = numbersOf(approvals)
        .filter((option) => !elected.has(option))
        .map((option): Figured => ({ option, figure: weighted(counts, option * (levels + 1), scale.weights) }))
      const options = leading(gains, 1n)
      const most = gains.find(({ option }) => option === options[0])?.figure ?? 0n
      return {
        options,
        figures: { gain: formatScore(most, scale) },
        tallies: () => gains.map(({ option, figure }) => [option, formatScore(figure, scale)]),
      }
    },
    after: (option) => from([...members, option], satisfactionAfter(approvals, satisfaction, { option, by: 1 })),
    key: () => members.toSorted((left, right) => left - right).join(),
  })
  return from([], new Int32Array(approvals.ballots))
}

/** Starts with every option and eliminates round by round the one whose loss costs least of the Thiele score. Cost: one pass over the ballots for each loss. */
export const losingLeast = (approvals: Approvals, method: ThieleMethod): Construction => {
  const levels = longestBallot(approvals)
  const scale = method(levels, approvals.voters)
  const from = (members: ReadonlyArray<number>, satisfaction: Int32Array): Construction => ({
    members,
    decision: 'eliminated',
    leaders: (): Leaders | undefined => {
      if (members.length === approvals.seats) return undefined
      const counts = supportersBySatisfaction(approvals, satisfaction, levels + 1)
      // Who approves n members loses the weight of the n-th.
      const losses = members.map((option): Figured => ({ option, figure: weighted(counts, option * (levels + 1) + 1, scale.weights) }))
      const options = leading(losses, -1n)
      const least = losses.find(({ option }) => option === options[0])?.figure ?? 0n
      return {
        options,
        figures: { loss: formatScore(least, scale) },
        tallies: () => losses.map(({ option, figure }) => [option, formatScore(figure, scale)]),
      }
    },
    after: (option) =>
      from(
        members.filter((member) => member !== option),
        satisfactionAfter(approvals, satisfaction, { option, by: -1 }),
      ),
    key: () => members.join(),
  })
  const everybody = new Int32Array(approvals.ballots)
  for (let ballot = 0; ballot < approvals.ballots; ballot++) everybody[ballot] = (approvals.starts[ballot + 1] ?? 0) - (approvals.starts[ballot] ?? 0)
  return from(numbersOf(approvals), everybody)
}

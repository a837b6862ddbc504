import type { Constraint } from '@isegoria/election'
import type { Pot, Step } from './pot.ts'

/** Whether too few voters support a project for the share of the money that it takes. */
const isTooDear = (
  { costs, supporters, voters, budget }: Pot,
  project: number,
  { numerator, denominator }: Extract<Constraint, { type: 'least-cost-share' }>,
): boolean => {
  const wanted = BigInt(numerator) * BigInt(voters) * (costs[project] ?? 0n)
  return BigInt(supporters[project] ?? 0) * BigInt(denominator) * budget < wanted
}

/** A step that says that a project misses a threshold of the election; none for one that reaches all. */
export const missedThreshold = (constraints: ReadonlyArray<Constraint>, pot: Pot, project: number): ReadonlyArray<Step> => {
  const score = pot.scores[project] ?? 0n
  const missed = (decision: string, figures: Step['figures']): ReadonlyArray<Step> => [{ project, isFunded: false, decision, figures }]
  for (const constraint of constraints) {
    if (constraint.type === 'least-score' && score < BigInt(constraint.least))
      return missed('below the least score', { score: `${score}`, least: `${constraint.least}` })
    if (constraint.type === 'least-cost-share' && isTooDear(pot, project, constraint))
      return missed('too few votes for its cost', { supporters: `${pot.supporters[project] ?? 0}`, voters: `${pot.voters}` })
  }
  return []
}

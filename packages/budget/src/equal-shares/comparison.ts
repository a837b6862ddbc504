import type { Pot, Step } from '../allocation/pot.ts'
import { greedyOrder } from '../rules/greedy-order.ts'
import { cost } from '../satisfaction/plain.ts'

/** How a voter compares two outcomes: by the number of funded projects that they support, or by whether there is any. */
type Comparison = 'satisfaction' | 'exclusion-ratio'

/** How many voters prefer each of two sets of funded projects. */
const preferences = (
  { support: { groups, weights, ballotStarts, ballotProjects } }: Pot,
  by: Comparison,
  left: ReadonlySet<number>,
  right: ReadonlySet<number>,
): { readonly left: number; readonly right: number } => {
  let [forLeft, forRight] = [0, 0]
  for (let group = 0; group < groups; group++) {
    let [inLeft, inRight] = [0, 0]
    for (let place = ballotStarts[group] ?? 0; place < (ballotStarts[group + 1] ?? 0); place++) {
      const project = ballotProjects[place] ?? -1
      if (left.has(project)) inLeft++
      if (right.has(project)) inRight++
    }
    const [l, r] = by === 'satisfaction' ? [inLeft, inRight] : [Math.min(inLeft, 1), Math.min(inRight, 1)]
    if (l > r) forLeft += weights[group] ?? 0
    if (r > l) forRight += weights[group] ?? 0
  }
  return { left: forLeft, right: forRight }
}

const fundedBy = (steps: ReadonlyArray<Step>): ReadonlySet<number> => new Set(steps.flatMap(({ project, isFunded }) => (isFunded ? [project] : [])))

/**
 * The steps, or those of greedy by votes where more voters prefer what it funds.
 *
 * Source: the regulations of the cities that hold Equal Shares against the rule they had before.
 */
export const compared = (pot: Pot, steps: ReadonlyArray<Step>, by: string | undefined): ReadonlyArray<Step> => {
  if (by !== 'satisfaction' && by !== 'exclusion-ratio') return steps
  const rival = greedyOrder(pot, cost, { decision: 'funded by greedy' })
  const { left, right } = preferences(pot, by, fundedBy(steps), fundedBy(rival))
  const told = ({ figures, ...step }: Step): Step => ({ ...step, figures: { ...figures, preferEqualShares: `${left}`, preferGreedy: `${right}` } })
  return (right > left ? rival : steps).map(told)
}

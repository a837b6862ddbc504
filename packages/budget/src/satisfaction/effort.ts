import { ratio } from '@isegoria/exact'
import type { Satisfaction } from './satisfaction.ts'

/** An equal share of the cost among its supporters; in total it is the cost, so that per cost all supported projects are level. */
export const effort: Satisfaction = {
  name: 'effort',
  meaning: 'its cost over the number of its supporters',
  reads: 'marks',
  isInCost: true,
  factor: ({ supporters }, project) => ratio(1n, BigInt(Math.max(supporters[project] ?? 0, 1))),
}

import { combined, isSame } from './holding.ts'
import type { Holding } from './holding.ts'

/** One way to pay for a project: everybody pays the same, or all they have where that is less. */
export interface Offer {
  readonly project: number
  readonly cost: bigint
  /** What those have together who have less than the cap. */
  readonly poor: Holding
  /** The supporters who have the cap or more. */
  readonly rich: number
  /** The purse that is the cap. Without it the project is paid for in full. */
  readonly cap: Holding | undefined
}

/** What the supporters put together under the cap; `undefined` where that is the cost. */
export const raisedBy = ({ poor, rich, cap }: Offer): Holding | undefined => (cap === undefined ? undefined : combined(1, poor, rich, cap))

/** Whether two offers are the same in all but the project. */
export const areAlike = (left: Offer, right: Offer): boolean => {
  if (left.cost !== right.cost || left.rich !== right.rich || !isSame(left.poor, right.poor)) return false
  if (left.cap === undefined || right.cap === undefined) return left.cap === right.cap
  return isSame(left.cap, right.cap)
}

import type { RuleRejection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'

/**
 * Where a project turns from not funded to funded: every value here was counted by the rule.
 *
 * A rule need not be monotone, so that a project may be funded at one value, not at a better one, and again further on. A
 * turning point says of two values what the rule decides; of those that were not counted it says nothing.
 */
export interface TurningPoint {
  /** The project is funded at this value; absent where it was not funded at any value that was counted. */
  readonly fundedAt?: bigint
  /** It is not funded at this value, the next to it that was counted: one apart from it, where `isClose`. */
  readonly notFundedAt?: bigint
  /** Nothing lies between the two values. */
  readonly isClose: boolean
  /** How often the rule was asked. */
  readonly counts: number
}

/** Whether the project is funded at a value. */
type IsFunded = (value: bigint) => Either<RuleRejection, boolean>

/**
 * Looks for a turning point from a value at which the project is not funded, towards `limit`: in steps that double, then by
 * halves between the last two values. With `isFundedFirst` the other way round: from a funded one to one that is not.
 *
 * Cost: the rule is asked about twice the number of binary digits of the distance, `mostCounts` times at the most.
 */
export const turningPoint = (
  isFunded: IsFunded,
  from: bigint,
  limit: bigint,
  { isFundedFirst = false, mostCounts = 64 }: { readonly isFundedFirst?: boolean; readonly mostCounts?: number } = {},
): Either<RuleRejection, TurningPoint> => {
  const sign = limit < from ? -1n : 1n
  const distance = (limit - from) * sign
  let counts = 0
  let [near, far, step]: [bigint, bigint | undefined, bigint] = [0n, undefined, 1n]
  while (counts < mostCounts && (far === undefined ? near < distance : far - near > 1n)) {
    const next: bigint = far === undefined ? (step < distance ? step : distance) : (near + far) / 2n
    const answer = isFunded(from + sign * next)
    if (E.isLeft(answer)) return answer
    counts++
    if (answer.right !== isFundedFirst) far = next
    else near = next
    step *= 2n
  }
  const [same, turned] = [from + sign * near, far === undefined ? undefined : from + sign * far]
  const [fundedAt, notFundedAt] = isFundedFirst ? [same, turned] : [turned, same]
  return E.right({
    ...(fundedAt === undefined ? {} : { fundedAt }),
    ...(notFundedAt === undefined ? {} : { notFundedAt }),
    isClose: far !== undefined && far - near === 1n,
    counts,
  })
}

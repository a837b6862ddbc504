import type { Ballot } from '@isegoria/election'
import { Fault, quoted } from '../../fault.ts'
import type { NumberedName } from '../options-of.ts'
import type { Order } from '../order.ts'
import type { PreflibType } from './preflib-type.ts'

/** What a file's lines are made into. */
export interface PreflibForm {
  readonly type: PreflibType
  readonly alternatives: number
  /** Best first. */
  readonly categories: ReadonlyArray<NumberedName>
}

const disapproval = /^(no|not|against|disapproved?|disliked?|reject(ed)?|unapproved)\b/i

const assertComplete = (order: Order, alternatives: number, line: number): void => {
  if (order.size() !== alternatives)
    throw new Fault(line, 'order', `${order.size()} of ${alternatives} alternatives in an order that is said to be complete`)
}

const approvalOf = (order: Order): Ballot => ({ type: 'approval', approved: order.tiers() === 0 ? [] : order.tier(0) })

const scoresOf = (order: Order, categories: number): Ballot => {
  const scores: Array<[string, number]> = []
  for (let category = 0; category < order.tiers(); category++) for (const id of order.tier(category)) scores.push([id, categories - 1 - category])
  return { type: 'score', scores }
}

const categoryBallot = ({ categories }: PreflibForm): ((order: Order, line: number) => Ballot) => {
  const [first] = categories
  if (first === undefined) throw new Fault(0, 'NUMBER CATEGORIES', 'the header names no category')
  const isApproval = categories.length === 2
  if (isApproval && disapproval.test(first.name))
    throw new Fault(0, 'CATEGORY NAME', `the first of two categories is ${quoted(first.name)}: which one is the better is not clear`)
  return (order, line) => {
    if (order.tiers() > categories.length) throw new Fault(line, 'order', `${order.tiers()} categories where the header names ${categories.length}`)
    return isApproval ? approvalOf(order) : scoresOf(order, categories.length)
  }
}

/**
 * How the lines of a file become ballots: strict orders ordinal ballots, tied ones weak orders. Of two categories the
 * first is what a voter approves; of any other number the last is worth 0 points, the one before it 1, and so on.
 *
 * Errors: throws `Fault` for a file whose categories are not clear, and on a line that is none of its form.
 */
export const preflibBallot = (form: PreflibForm): ((order: Order, line: number) => Ballot) => {
  const { type, alternatives } = form
  if (type === 'cat') return categoryBallot(form)
  const isComplete = type === 'soc' || type === 'toc'
  const isStrict = type === 'soc' || type === 'soi'
  return (order, line) => {
    if (isComplete) assertComplete(order, alternatives, line)
    if (!isStrict) return order.weakOrder()
    if (!order.isStrict()) throw new Fault(line, 'order', `alternatives are level in a .${type} file, which has strict orders only`)
    return order.ordinal()
  }
}

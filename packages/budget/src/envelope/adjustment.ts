import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isMore, isSame, plus, valueOf } from './amounts.ts'
import type { AdjustAllocation, AllocationTarget } from './commands.ts'
import type { AllocationChange } from './events.ts'
import { faultOfAmount, faultOfShifts, faultOfWords, shiftOf } from './faults.ts'
import { costOf, partsOf } from './funding.ts'
import { entryOf } from './layered-map.ts'
import type { EnvelopeRejection } from './rejections.ts'
import type { ProjectAccount, Purse } from './state.ts'

/** A project stays under the heading under which it was allocated first. */
const headingOf = ({ project, heading }: AllocationTarget, account: ProjectAccount): Either<EnvelopeRejection, string | undefined> => {
  if (account.allocated === undefined || heading === undefined) return E.right(account.heading ?? heading)
  const known = account.heading ?? null
  return heading === known ? E.right(heading) : E.left({ type: 'ProjectUnderAnotherHeading', project, heading: known, given: heading })
}

const faultOfChange = ({ project, amount }: AllocationTarget, account: ProjectAccount): EnvelopeRejection | undefined => {
  const { funded, allocated } = account
  if (funded !== undefined && isMore(valueOf(funded), valueOf(amount))) return { type: 'ProjectAlreadyFunded', project, funded, given: amount }
  const cost = costOf(account)
  const covered = plus(valueOf(amount), partsOf(account))
  const isRaised = isMore(valueOf(amount), valueOf(allocated))
  return isRaised && cost !== undefined && isMore(covered, valueOf(cost))
    ? { type: 'CostExceeded', project, cost, covered: formatMoney(covered) }
    : undefined
}

/**
 * The changes of an adjustment, without those that change nothing; or why it cannot be made.
 *
 * Less than a project was given already cannot be asked back, and more than it costs cannot be given: an overrun is said
 * first, as a new version of the cost.
 */
export const adjustmentOf = (command: AdjustAllocation, purse: Purse): Either<EnvelopeRejection, ReadonlyArray<AllocationChange>> => {
  const wordless = faultOfWords('AllocationAdjusted', command)
  if (wordless !== undefined) return E.left(wordless)
  const seen = new Set<string>()
  const changes: Array<AllocationChange> = []
  for (const change of command.changes) {
    const { project, amount } = change
    if (seen.has(project)) return E.left({ type: 'ProjectAllocatedTwice', project })
    seen.add(project)
    const account = entryOf(purse.projects, project) ?? {}
    const fault = faultOfAmount(`amount of ${project}`, amount, purse) ?? faultOfChange(change, account)
    if (fault !== undefined) return E.left(fault)
    const heading = headingOf(change, account)
    if (E.isLeft(heading)) return heading
    if (heading.right !== undefined && (heading.right === '' || !purse.limits.has(heading.right)))
      return E.left({ type: 'HeadingUnknown', heading: heading.right })
    if (isSame(valueOf(amount), valueOf(account.allocated))) continue
    const named = heading.right === undefined ? {} : { heading: heading.right }
    changes.push({ project, from: account.allocated ?? '0', to: amount, ...named })
  }
  const exceeded = faultOfShifts(
    purse,
    changes.map(({ heading, from, to }) => shiftOf(heading, from, to)),
  )
  return exceeded === undefined ? E.right(changes) : E.left(exceeded)
}

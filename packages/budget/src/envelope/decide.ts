import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { adjustmentOf } from './adjustment.ts'
import { isMore, isSame, minus, nothing, plus, valueOf } from './amounts.ts'
import type {
  AdjustAllocation,
  AgreePartFunding,
  CloseEnvelope,
  ComputeAllocation,
  EnvelopeCommand,
  FundProject,
  OpenEnvelope,
  ReviseCost,
} from './commands.ts'
import type { EnvelopeEvent } from './events.ts'
import { faultOfAmount, faultOfOpening, faultOfShifts, faultOfWords, shiftOf } from './faults.ts'
import { costOf, dueTo, outstandingOf, partsOf } from './funding.ts'
import { entryOf } from './layered-map.ts'
import type { EnvelopeRejection } from './rejections.ts'
import { noHeading } from './state.ts'
import type { EnvelopeState, Purse } from './state.ts'

type Decision = Either<EnvelopeRejection, ReadonlyArray<EnvelopeEvent>>
type Closed = Extract<EnvelopeState, { status: 'Closed' }>

const closed = ({ left }: Closed): Decision => E.left({ type: 'EnvelopeAlreadyClosed', left })

const open = (command: OpenEnvelope, state: EnvelopeState): Decision => {
  if (state.status !== 'NotOpened') return E.left({ type: 'EnvelopeAlreadyOpened' })
  const fault = faultOfOpening(command)
  return fault === undefined ? E.right([{ ...command, type: 'EnvelopeOpened' }]) : E.left(fault)
}

/** One tally fills an envelope, or each of its headings. */
const isFilled = ({ filled, limits }: Purse, { pollId, allocations }: ComputeAllocation): boolean => {
  if (filled.length === 0) return false
  if (limits.size === 1) return true
  const headings = new Set(allocations.map(({ heading = noHeading }) => heading))
  return filled.some((tally) => tally.pollId === pollId || tally.headings.some((heading) => headings.has(heading)))
}

const faultOfAllocations = (purse: Purse, { allocations }: ComputeAllocation): EnvelopeRejection | undefined => {
  const seen = new Set<string>()
  for (const { project, amount, heading, cost = amount } of allocations) {
    if (seen.has(project) || entryOf(purse.projects, project)?.allocated !== undefined) return { type: 'ProjectAllocatedTwice', project }
    seen.add(project)
    const fault = faultOfAmount(`amount of ${project}`, amount, purse) ?? faultOfAmount(`cost of ${project}`, cost, purse)
    if (fault !== undefined) return fault
    if (isMore(valueOf(amount), valueOf(cost))) return { type: 'CostExceeded', project, cost, covered: amount }
    if (heading === noHeading) return { type: 'HeadingUnknown', heading }
  }
  return faultOfShifts(
    purse,
    allocations.map(({ amount, heading }) => shiftOf(heading, undefined, amount)),
  )
}

const compute = (command: ComputeAllocation, state: EnvelopeState): Decision => {
  if (state.status === 'NotOpened') return E.left({ type: 'EnvelopeNotOpened' })
  if (state.status === 'Closed') return closed(state)
  if (isFilled(state, command)) return E.left({ type: 'AllocationAlreadyComputed' })
  const fault = faultOfAllocations(state, command)
  return fault === undefined ? E.right([{ ...command, type: 'AllocationComputed' }]) : E.left(fault)
}

const adjust = (command: AdjustAllocation, state: EnvelopeState): Decision => {
  if (state.status === 'Closed') return closed(state)
  if (state.status !== 'Allocated') return E.left({ type: 'AllocationNotComputed' })
  const adjusted = adjustmentOf(command, state)
  if (E.isLeft(adjusted)) return adjusted
  const { envelopeId, by, reason } = command
  return E.right(adjusted.right.length === 0 ? [] : [{ type: 'AllocationAdjusted', envelopeId, changes: adjusted.right, by, reason }])
}

const agree = (command: AgreePartFunding, state: EnvelopeState): Decision => {
  if (state.status === 'NotOpened') return E.left({ type: 'EnvelopeNotOpened' })
  if (state.status === 'Closed') return closed(state)
  const { project, amount, paidBy, explanation } = command
  const fault = faultOfWords('PartFundingAgreed', { by: paidBy, reason: explanation }, 'paidBy') ?? faultOfAmount(`part of ${project}`, amount, state)
  if (fault !== undefined) return E.left(fault)
  const account = entryOf(state.projects, project) ?? {}
  const before = account.parts?.get(paidBy)
  const isKnown = before === undefined ? isSame(valueOf(amount), nothing) : before.amount === amount && before.explanation === explanation
  if (isKnown) return E.right([])
  const cost = costOf(account)
  if (cost === undefined) return E.left({ type: 'CostNotKnown', project })
  const covered = plus(partsOf(account, paidBy), valueOf(amount))
  if (isMore(covered, valueOf(cost))) return E.left({ type: 'CostExceeded', project, cost, covered: formatMoney(covered) })
  return E.right([{ ...command, type: 'PartFundingAgreed' }])
}

const revise = ({ envelopeId, project, cost, by, reason }: ReviseCost, state: EnvelopeState): Decision => {
  if (state.status === 'NotOpened') return E.left({ type: 'EnvelopeNotOpened' })
  if (state.status === 'Closed') return closed(state)
  const fault = faultOfWords('CostRevised', { by, reason }) ?? faultOfAmount(`cost of ${project}`, cost, state)
  if (fault !== undefined) return E.left(fault)
  const before = entryOf(state.projects, project)?.cost
  if (before !== undefined && isSame(valueOf(before.amount), valueOf(cost))) return E.right([])
  return E.right([{ type: 'CostRevised', envelopeId, project, version: (before?.version ?? 0) + 1, cost, by, reason }])
}

const fund = ({ envelopeId, project }: FundProject, state: EnvelopeState): Decision => {
  if (state.status === 'Closed') return closed(state)
  if (state.status !== 'Allocated') return E.left({ type: 'AllocationNotComputed' })
  const due = dueTo(project, entryOf(state.projects, project))
  if (E.isLeft(due)) return due
  return E.right(due.right === undefined ? [] : [{ type: 'ProjectFunded', envelopeId, project, amount: due.right }])
}

const close = ({ envelopeId, by }: CloseEnvelope, state: EnvelopeState): Decision => {
  if (state.status === 'NotOpened') return E.left({ type: 'EnvelopeNotOpened' })
  if (state.status === 'Closed') return E.right([])
  const fault = faultOfWords('EnvelopeClosed', { by })
  if (fault !== undefined) return E.left(fault)
  const { unfunded, uncovered } = outstandingOf(state)
  if (unfunded.length > 0) return E.left({ type: 'ProjectsNotFunded', projects: unfunded })
  const [first] = uncovered
  if (first !== undefined) return E.left(first)
  return E.right([{ type: 'EnvelopeClosed', envelopeId, by, left: formatMoney(minus(valueOf(state.amount), state.funded)) }])
}

export const decide = (command: EnvelopeCommand, state: EnvelopeState): Decision => {
  switch (command.type) {
    case 'OpenEnvelope':
      return open(command, state)
    case 'ComputeAllocation':
      return compute(command, state)
    case 'AdjustAllocation':
      return adjust(command, state)
    case 'AgreePartFunding':
      return agree(command, state)
    case 'ReviseCost':
      return revise(command, state)
    case 'FundProject':
      return fund(command, state)
    case 'CloseEnvelope':
      return close(command, state)
  }
}

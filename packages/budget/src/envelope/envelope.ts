import { formatMoney, parseMoney, withDecimals } from '@isegoria/exact'
import type { Money } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import type { Allocation, AllocationComputed, EnvelopeEvent, EnvelopeOpened } from './events.ts'

export interface OpenEnvelope extends Omit<EnvelopeOpened, 'type'> {
  readonly type: 'OpenEnvelope'
}
export interface ComputeAllocation extends Omit<AllocationComputed, 'type'> {
  readonly type: 'ComputeAllocation'
}
export interface FundProject {
  readonly type: 'FundProject'
  readonly envelopeId: string
  readonly project: string
}
export type EnvelopeCommand = OpenEnvelope | ComputeAllocation | FundProject

export type EnvelopeRejection =
  | { readonly type: 'EnvelopeAlreadyOpened' }
  | { readonly type: 'EnvelopeNotOpened' }
  | { readonly type: 'AllocationAlreadyComputed' }
  | { readonly type: 'AllocationNotComputed' }
  | { readonly type: 'AmountNotReadable'; readonly field: string; readonly value: string }
  | { readonly type: 'ProjectNotAllocated'; readonly project: string }
  | { readonly type: 'ProjectAllocatedTwice'; readonly project: string }
  | { readonly type: 'EnvelopeExceeded'; readonly amount: string; readonly allocated: string }

export type EnvelopeState =
  | { readonly status: 'NotOpened' }
  | { readonly status: 'Open'; readonly amount: string }
  | { readonly status: 'Allocated'; readonly amount: string; readonly allocations: ReadonlyMap<string, string>; readonly funded: ReadonlySet<string> }

type Decision = Either<EnvelopeRejection, ReadonlyArray<EnvelopeEvent>>

const initialState: EnvelopeState = { status: 'NotOpened' }

const amountOf = (text: string): Money | undefined => {
  const money = parseMoney(text)
  return money === undefined || money.minor < 0n ? undefined : money
}

const sumOf = (amounts: ReadonlyArray<Money>): Money => {
  const decimals = amounts.reduce((most, money) => Math.max(most, money.decimals), 0)
  return { minor: amounts.reduce((sum, money) => sum + withDecimals(money, decimals).minor, 0n), decimals }
}

const isMore = (left: Money, right: Money): boolean => {
  const decimals = Math.max(left.decimals, right.decimals)
  return withDecimals(left, decimals).minor > withDecimals(right, decimals).minor
}

const open = (command: OpenEnvelope, state: EnvelopeState): Decision => {
  if (state.status !== 'NotOpened') return E.left({ type: 'EnvelopeAlreadyOpened' })
  if (amountOf(command.amount) === undefined) return E.left({ type: 'AmountNotReadable', field: 'amount', value: command.amount })
  return E.right([{ ...command, type: 'EnvelopeOpened' }])
}

const faultOf = (allocations: ReadonlyArray<Allocation>, limit: string): EnvelopeRejection | undefined => {
  const seen = new Set<string>()
  const amounts: Array<Money> = []
  for (const { project, amount } of allocations) {
    if (seen.has(project)) return { type: 'ProjectAllocatedTwice', project }
    seen.add(project)
    const value = amountOf(amount)
    if (value === undefined) return { type: 'AmountNotReadable', field: `amount of ${project}`, value: amount }
    amounts.push(value)
  }
  const sum = sumOf(amounts)
  const isExceeded = isMore(sum, amountOf(limit) ?? { minor: 0n, decimals: 0 })
  return isExceeded ? { type: 'EnvelopeExceeded', amount: limit, allocated: formatMoney(sum) } : undefined
}

const compute = (command: ComputeAllocation, state: EnvelopeState): Decision => {
  if (state.status === 'NotOpened') return E.left({ type: 'EnvelopeNotOpened' })
  if (state.status === 'Allocated') return E.left({ type: 'AllocationAlreadyComputed' })
  const fault = faultOf(command.allocations, state.amount)
  return fault === undefined ? E.right([{ ...command, type: 'AllocationComputed' }]) : E.left(fault)
}

const fund = ({ envelopeId, project }: FundProject, state: EnvelopeState): Decision => {
  if (state.status !== 'Allocated') return E.left({ type: 'AllocationNotComputed' })
  const amount = state.allocations.get(project)
  if (amount === undefined) return E.left({ type: 'ProjectNotAllocated', project })
  return state.funded.has(project) ? E.right([]) : E.right([{ type: 'ProjectFunded', envelopeId, project, amount }])
}

const decide = (command: EnvelopeCommand, state: EnvelopeState): Decision => {
  switch (command.type) {
    case 'OpenEnvelope':
      return open(command, state)
    case 'ComputeAllocation':
      return compute(command, state)
    case 'FundProject':
      return fund(command, state)
  }
}

const evolve = (state: EnvelopeState, event: EnvelopeEvent): EnvelopeState => {
  switch (event.type) {
    case 'EnvelopeOpened':
      return { status: 'Open', amount: event.amount }
    case 'AllocationComputed':
      return state.status === 'Open'
        ? { status: 'Allocated', amount: state.amount, allocations: new Map(event.allocations.map((a) => [a.project, a.amount])), funded: new Set() }
        : state
    case 'ProjectFunded':
      return state.status === 'Allocated' ? { ...state, funded: new Set([...state.funded, event.project]) } : state
  }
}

/** Opened → allocation computed → projects funded; the sum of what is allocated never exceeds the envelope. */
export const envelope: Decider<EnvelopeCommand, EnvelopeState, EnvelopeEvent, EnvelopeRejection> = { initialState, decide, evolve }

/** The stream of one envelope. */
export const envelopeStream = (envelopeId: string): string => `envelope-${envelopeId}`

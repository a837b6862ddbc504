import * as t from 'io-ts'
import { Count, E, escapedId, eventCodec } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import { OpenGate, passing } from '../open-gate.ts'
import type { GateFault, GivenGate } from '../open-gate.ts'

// These names are stored. Add, never change.

const support = { phaseId: t.string, voterKey: t.string, proposalId: t.string }

/** For a proposal as it stood at `revision`; a later one renews it in its place. `most` and `gate` are what it was taken under. */
const SupportGiven = t.strict({ type: t.literal('SupportGiven'), ...support, revision: Count, most: Count, gate: OpenGate }, 'SupportGiven')
interface SupportGiven extends Readonly<t.TypeOf<typeof SupportGiven>> {}

const SupportWithdrawn = t.strict({ type: t.literal('SupportWithdrawn'), ...support, gate: OpenGate }, 'SupportWithdrawn')
interface SupportWithdrawn extends Readonly<t.TypeOf<typeof SupportWithdrawn>> {}

export type SupportEvent = SupportGiven | SupportWithdrawn

export const supportEvents = eventCodec<SupportEvent>({ SupportGiven, SupportWithdrawn })

/** What a support must know of its phase: how many a participant may give there, and whether it is open. */
export interface SupportTerms {
  readonly phaseId: string
  readonly most: number
  readonly gate: GivenGate
}
interface GiveSupport {
  readonly type: 'GiveSupport'
  readonly voterKey: string
  readonly proposalId: string
  /** The revision that was read. */
  readonly revision: number
  readonly terms: SupportTerms
}
interface WithdrawSupport {
  readonly type: 'WithdrawSupport'
  readonly voterKey: string
  readonly proposalId: string
  readonly terms: SupportTerms
}
export type SupportCommand = GiveSupport | WithdrawSupport

export type SupportRejection =
  | GateFault
  /** The gate is open, but in another phase than the one whose supports these are. */
  | { readonly type: 'GateOfAnotherPhase'; readonly phase: string; readonly phaseId: string }
  | { readonly type: 'SupportsSpent'; readonly most: number; readonly supported: ReadonlyArray<string> }
  | { readonly type: 'NoSupportToWithdraw'; readonly proposalId: string }

/** What one participant supports in one phase: a proposal stands there once at most. */
export interface SupportState {
  readonly supports: ReadonlyArray<{ readonly proposalId: string; readonly revision: number }>
}

type Decision = Either<SupportRejection, ReadonlyArray<SupportEvent>>

const initialState: SupportState = { supports: [] }

const give = ({ voterKey, proposalId, revision, terms }: GiveSupport, { supports }: SupportState, gate: OpenGate): Decision => {
  const { phaseId, most } = terms
  const known = supports.find((one) => one.proposalId === proposalId)
  if (known !== undefined && known.revision >= revision) return E.right([])
  if (known === undefined && supports.length >= most) return E.left({ type: 'SupportsSpent', most, supported: supports.map((one) => one.proposalId) })
  return E.right([{ type: 'SupportGiven', phaseId, voterKey, proposalId, revision, most, gate }])
}

const withdraw = ({ voterKey, proposalId, terms: { phaseId } }: WithdrawSupport, { supports }: SupportState, gate: OpenGate): Decision =>
  supports.some((one) => one.proposalId === proposalId)
    ? E.right([{ type: 'SupportWithdrawn', phaseId, voterKey, proposalId, gate }])
    : E.left({ type: 'NoSupportToWithdraw', proposalId })

const decide = (command: SupportCommand, state: SupportState): Decision => {
  const { terms } = command
  const opened = passing(terms.gate, ['support'])
  if (E.isLeft(opened)) return opened
  const { phase } = opened.right
  if (phase !== terms.phaseId) return E.left({ type: 'GateOfAnotherPhase', phase, phaseId: terms.phaseId })
  switch (command.type) {
    case 'GiveSupport':
      return give(command, state, opened.right)
    case 'WithdrawSupport':
      return withdraw(command, state, opened.right)
  }
}

const evolve = ({ supports }: SupportState, event: SupportEvent): SupportState => {
  const { proposalId } = event
  const others = supports.filter((one) => one.proposalId !== proposalId)
  return { supports: event.type === 'SupportGiven' ? [...others, { proposalId, revision: event.revision }] : others }
}

/** The supports of one participant in one phase: as many as the phase allows, at most one a proposal, and nobody waits for anybody. */
export const supportBook: Decider<SupportCommand, SupportState, SupportEvent, SupportRejection> = { initialState, decide, evolve }

/** The participant's own stream in a phase. */
export const supportStream = (phaseId: string, voterKey: string): string => `support-${escapedId(phaseId)}/${voterKey}`

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfSupportBook {
  readonly command: SupportCommand['type']
  readonly by: 'participant'
  /** How many more supports there are to give, or which proposals may be let go. */
  readonly left?: number
  readonly proposals?: ReadonlyArray<string>
}

/** What can happen next while the phase is open; renewing a support needs none left. */
export const expectedOfSupportBook = ({ supports }: SupportState, most: number): ReadonlyArray<ExpectedOfSupportBook> => {
  const proposals = supports.map(({ proposalId }) => proposalId)
  return [
    { command: 'GiveSupport', by: 'participant', left: Math.max(0, most - proposals.length) },
    ...(proposals.length > 0 ? [{ command: 'WithdrawSupport', by: 'participant', proposals } as const] : []),
  ]
}

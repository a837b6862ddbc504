import { gateAt, openTextOf, proposalStream, contributionStream, textDocument, textEvents, textStream, timetableOf } from '@isegoria/consultation'
import type { Capability, Gate } from '@isegoria/consultation'
import { E, Instant } from '@isegoria/kernel'
import { textOf } from './fields.ts'
import type { Fields } from './fields.ts'
import type { Given, Read, Reads } from './reads.ts'

type Shut = { readonly open: false; readonly capability: string; readonly at: unknown; readonly reason: string }

/** The first of `capabilities` that is open at the command's time, or why the first of them is not. A command without a time has no gate, and is not decodable. */
const gateFor = async (
  reads: Reads,
  consultationId: string | undefined,
  { at }: Fields,
  capabilities: readonly [Capability, ...ReadonlyArray<Capability>],
): Read<Gate | Shut> => {
  const [first] = capabilities
  if (consultationId === undefined || !Instant.is(at)) return E.right({ open: false, capability: first, at, reason: 'not-opened' })
  const state = await reads.consultation(consultationId)
  if (E.isLeft(state)) return state
  const gates = capabilities.map((capability) => gateAt(timetableOf(state.right), capability, at))
  return E.right(gates.find(({ open }) => open) ?? gateAt(timetableOf(state.right), first, at))
}

/** Of the consultation that a command names, or of the one that its stream belongs to. */
const homeOf = async (command: Fields, reads: Reads, stream: string): Read<string | undefined> => {
  const named = textOf(command, 'consultationId')
  return named === undefined ? reads.home(stream) : E.right(named)
}

const taking = ['contribute', 'deliberate'] as const

/** A command with the gate of its consultation at the command's time. */
const gated =
  (streamOf: (command: Fields) => string, capabilities: readonly [Capability, ...ReadonlyArray<Capability>]): Given =>
  async (command, reads) => {
    const home = await homeOf(command, reads, streamOf(command))
    if (E.isLeft(home)) return home
    const gate = await gateFor(reads, home.right, command, capabilities)
    return E.isLeft(gate) ? gate : E.right({ ...command, gate: gate.right })
  }

const idOf = (command: Fields, name: string): string => textOf(command, name) ?? ''

export const givenOfContribution: Given = gated((command) => contributionStream(idOf(command, 'contributionId')), taking)
export const gatedProposal: Given = gated((command) => proposalStream(idOf(command, 'proposalId')), ['contribute'])

/** A support says of which phase it is and how many there are to give; whether that phase is open is read. */
export const givenOfSupport: Given = async (command, reads) => {
  const gate = await gated(({ proposalId }) => proposalStream(String(proposalId)), ['support'])(command, reads)
  if (E.isLeft(gate)) return gate
  const { phaseId, most = 1 } = command
  return E.right({ ...command, terms: { phaseId, most, gate: gate.right['gate'] } })
}

const withText = async (command: Fields, reads: Reads): ReturnType<Given> => {
  const textId = idOf(command, 'textId')
  const state = await reads.state(textDocument, textEvents, textStream(textId))
  if (E.isLeft(state)) return state
  const { text: _, ...asked } = command
  const text = openTextOf(textId, state.right)
  return E.right(text === undefined ? asked : { ...asked, text })
}

const gatedText = gated((command) => textStream(idOf(command, 'textId')), ['amend', 'deliberate'])
export const givenOfOpinion: Given = async (command, reads) => {
  const complete = await withText(command, reads)
  return E.isLeft(complete) ? complete : gatedText(complete.right, reads)
}

const gatedAmendment = gated((command) => textStream(idOf(command, 'textId')), ['amend'])
export const givenOfAmendment: Given = async (command, reads) => {
  if (command['type'] !== 'ProposeAmendment') return E.right(command)
  const complete = await withText(command, reads)
  return E.isLeft(complete) ? complete : gatedAmendment(complete.right, reads)
}

import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'

// These names are stored. Add, never change. Amounts are decimal text in the envelope's currency.

export const EnvelopeOpened = t.strict(
  { type: t.literal('EnvelopeOpened'), envelopeId: t.string, consultationId: t.string, amount: t.string, currency: t.string },
  'EnvelopeOpened',
)
export interface EnvelopeOpened extends Readonly<t.TypeOf<typeof EnvelopeOpened>> {}

export const Allocation = t.strict({ project: t.string, amount: t.string }, 'Allocation')
export interface Allocation extends Readonly<t.TypeOf<typeof Allocation>> {}

/** What a tally gives each project; `input` is the hash of what was counted. */
export const AllocationComputed = t.strict(
  { type: t.literal('AllocationComputed'), envelopeId: t.string, pollId: t.string, input: t.string, allocations: t.readonlyArray(Allocation) },
  'AllocationComputed',
)
export interface AllocationComputed extends Readonly<t.TypeOf<typeof AllocationComputed>> {}

export const ProjectFunded = t.strict(
  { type: t.literal('ProjectFunded'), envelopeId: t.string, project: t.string, amount: t.string },
  'ProjectFunded',
)
export interface ProjectFunded extends Readonly<t.TypeOf<typeof ProjectFunded>> {}

export type EnvelopeEvent = EnvelopeOpened | AllocationComputed | ProjectFunded

export const envelopeEvents = eventCodec<EnvelopeEvent>({ EnvelopeOpened, AllocationComputed, ProjectFunded })

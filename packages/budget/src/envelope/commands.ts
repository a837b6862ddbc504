import * as t from 'io-ts'
import { eventCodec, WholeNumber } from '@isegoria/kernel'
import { Allocation, Heading } from './events.ts'

export const OpenEnvelope = t.exact(
  t.intersection([
    t.type({ type: t.literal('OpenEnvelope'), envelopeId: t.string, consultationId: t.string, amount: t.string, currency: t.string }),
    t.partial({ headings: t.readonlyArray(Heading), decimals: WholeNumber }),
  ]),
  'OpenEnvelope',
)
export interface OpenEnvelope extends Readonly<t.TypeOf<typeof OpenEnvelope>> {}

/** Once for an envelope, or, where it has headings, once a heading: several polls may share one envelope. */
export const ComputeAllocation = t.strict(
  { type: t.literal('ComputeAllocation'), envelopeId: t.string, pollId: t.string, input: t.string, allocations: t.readonlyArray(Allocation) },
  'ComputeAllocation',
)
export interface ComputeAllocation extends Readonly<t.TypeOf<typeof ComputeAllocation>> {}

/** What a project is to get from now on. A project that was not allocated before may be put under a heading. */
export const AllocationTarget = t.exact(
  t.intersection([t.type({ project: t.string, amount: t.string }), t.partial({ heading: t.string })]),
  'AllocationTarget',
)
export interface AllocationTarget extends Readonly<t.TypeOf<typeof AllocationTarget>> {}

/** Each project with what it is to get from now on, `0` for one that is dropped; all changes together, so that money can move. */
export const AdjustAllocation = t.strict(
  { type: t.literal('AdjustAllocation'), envelopeId: t.string, changes: t.readonlyArray(AllocationTarget), by: t.string, reason: t.string },
  'AdjustAllocation',
)
export interface AdjustAllocation extends Readonly<t.TypeOf<typeof AdjustAllocation>> {}

export const AgreePartFunding = t.strict(
  { type: t.literal('AgreePartFunding'), envelopeId: t.string, project: t.string, amount: t.string, paidBy: t.string, explanation: t.string },
  'AgreePartFunding',
)
export interface AgreePartFunding extends Readonly<t.TypeOf<typeof AgreePartFunding>> {}

export const ReviseCost = t.strict(
  { type: t.literal('ReviseCost'), envelopeId: t.string, project: t.string, cost: t.string, by: t.string, reason: t.string },
  'ReviseCost',
)
export interface ReviseCost extends Readonly<t.TypeOf<typeof ReviseCost>> {}

export const FundProject = t.strict({ type: t.literal('FundProject'), envelopeId: t.string, project: t.string }, 'FundProject')
export interface FundProject extends Readonly<t.TypeOf<typeof FundProject>> {}

/** Once every project was given what it was allocated. */
export const CloseEnvelope = t.strict({ type: t.literal('CloseEnvelope'), envelopeId: t.string, by: t.string }, 'CloseEnvelope')
export interface CloseEnvelope extends Readonly<t.TypeOf<typeof CloseEnvelope>> {}

export type EnvelopeCommand = OpenEnvelope | ComputeAllocation | AdjustAllocation | AgreePartFunding | ReviseCost | FundProject | CloseEnvelope

/** Decodes a command where it comes in. */
export const envelopeCommands = eventCodec<EnvelopeCommand>({
  OpenEnvelope,
  ComputeAllocation,
  AdjustAllocation,
  AgreePartFunding,
  ReviseCost,
  FundProject,
  CloseEnvelope,
})

import * as t from 'io-ts'
import { eventCodec, WholeNumber } from '@isegoria/kernel'

// These names are stored. Add, never change. Amounts are decimal text in the envelope's currency.

/** A part of an envelope that is kept for some of its projects: a district, a theme. */
export const Heading = t.strict({ name: t.string, amount: t.string }, 'Heading')
export interface Heading extends Readonly<t.TypeOf<typeof Heading>> {}

/**
 * `headings`: the parts that are kept; what they leave is for projects under none. `decimals`: how many a minor unit of the
 * currency has, and no amount has more; where it is not said, an amount may be as fine as it is written.
 */
export const EnvelopeOpened = t.exact(
  t.intersection([
    t.type({ type: t.literal('EnvelopeOpened'), envelopeId: t.string, consultationId: t.string, amount: t.string, currency: t.string }),
    t.partial({ headings: t.readonlyArray(Heading), decimals: WholeNumber }),
  ]),
  'EnvelopeOpened',
)
export interface EnvelopeOpened extends Readonly<t.TypeOf<typeof EnvelopeOpened>> {}

/**
 * `heading`: under which the project stands; where it is not said, under none. `cost`: what it costs; where it is not said,
 * its amount.
 */
export const Allocation = t.exact(
  t.intersection([t.type({ project: t.string, amount: t.string }), t.partial({ heading: t.string, cost: t.string })]),
  'Allocation',
)
export interface Allocation extends Readonly<t.TypeOf<typeof Allocation>> {}

/** What a tally gives each project; `input` is the hash of what was counted. */
export const AllocationComputed = t.strict(
  { type: t.literal('AllocationComputed'), envelopeId: t.string, pollId: t.string, input: t.string, allocations: t.readonlyArray(Allocation) },
  'AllocationComputed',
)
export interface AllocationComputed extends Readonly<t.TypeOf<typeof AllocationComputed>> {}

/** Of one project, what it was to get before and what it is to get now. */
export const AllocationChange = t.exact(
  t.intersection([t.type({ project: t.string, from: t.string, to: t.string }), t.partial({ heading: t.string })]),
  'AllocationChange',
)
export interface AllocationChange extends Readonly<t.TypeOf<typeof AllocationChange>> {}

/** A person departs from what was computed, in the open; what was computed stays beside it. `by` is a role or a pseudonym. */
export const AllocationAdjusted = t.strict(
  { type: t.literal('AllocationAdjusted'), envelopeId: t.string, changes: t.readonlyArray(AllocationChange), by: t.string, reason: t.string },
  'AllocationAdjusted',
)
export interface AllocationAdjusted extends Readonly<t.TypeOf<typeof AllocationAdjusted>> {}

/** Somebody else pays `amount` of the project's cost, instead of what was agreed with the same payer before. */
export const PartFundingAgreed = t.strict(
  { type: t.literal('PartFundingAgreed'), envelopeId: t.string, project: t.string, amount: t.string, paidBy: t.string, explanation: t.string },
  'PartFundingAgreed',
)
export interface PartFundingAgreed extends Readonly<t.TypeOf<typeof PartFundingAgreed>> {}

/** Versions count from 1. After the allocation a higher cost is an overrun: it is paid only once somebody has agreed to pay it. */
export const CostRevised = t.strict(
  {
    type: t.literal('CostRevised'),
    envelopeId: t.string,
    project: t.string,
    version: WholeNumber,
    cost: t.string,
    by: t.string,
    reason: t.string,
  },
  'CostRevised',
)
export interface CostRevised extends Readonly<t.TypeOf<typeof CostRevised>> {}

/** What a project is given now: all that it was allocated, or after an overrun what was added to it. */
export const ProjectFunded = t.strict(
  { type: t.literal('ProjectFunded'), envelopeId: t.string, project: t.string, amount: t.string },
  'ProjectFunded',
)
export interface ProjectFunded extends Readonly<t.TypeOf<typeof ProjectFunded>> {}

/** Nothing more is given from it. `left`: what no project was given. */
export const EnvelopeClosed = t.strict({ type: t.literal('EnvelopeClosed'), envelopeId: t.string, by: t.string, left: t.string }, 'EnvelopeClosed')
export interface EnvelopeClosed extends Readonly<t.TypeOf<typeof EnvelopeClosed>> {}

export type EnvelopeEvent =
  | EnvelopeOpened
  | AllocationComputed
  | AllocationAdjusted
  | PartFundingAgreed
  | CostRevised
  | ProjectFunded
  | EnvelopeClosed

export const envelopeEvents = eventCodec<EnvelopeEvent>({
  EnvelopeOpened,
  AllocationComputed,
  AllocationAdjusted,
  PartFundingAgreed,
  CostRevised,
  ProjectFunded,
  EnvelopeClosed,
})

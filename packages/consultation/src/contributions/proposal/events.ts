import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { contentFields } from '../content.ts'
import { OpenGate } from '../open-gate.ts'
import { Place } from '../place.ts'

// These names are stored. Add, never change. `by` is a pseudonym or a role, never a name.

/** A proposal as it stood at one revision. */
export const ProposalAt = t.strict({ proposalId: t.string, revision: Count }, 'ProposalAt')
export interface ProposalAt extends Readonly<t.TypeOf<typeof ProposalAt>> {}

/** What a revision does to the supports given before: they stand, they fall, or they fall at `graceUntil` unless renewed. */
export const SupportsPolicy = t.keyof({ keep: null, reset: null, grace: null }, 'SupportsPolicy')
export type SupportsPolicy = t.TypeOf<typeof SupportsPolicy>

export const Verdict = t.keyof({ admissible: null, inadmissible: null }, 'Verdict')
export type Verdict = t.TypeOf<typeof Verdict>

/** How a proposal came of others: several made one, one made several, or a variant beside it. */
export const Descent = t.keyof({ merge: null, split: null, variant: null }, 'Descent')
export type Descent = t.TypeOf<typeof Descent>

/** Revision 1, which only its author needs to see. */
export const ProposalDrafted = t.exact(
  t.intersection([
    t.type({
      type: t.literal('ProposalDrafted'),
      proposalId: t.string,
      consultationId: t.string,
      by: t.string,
      ...contentFields,
      draftedAt: Instant,
    }),
    t.partial({ language: t.string, place: Place }),
  ]),
  'ProposalDrafted',
)
export interface ProposalDrafted extends Readonly<t.TypeOf<typeof ProposalDrafted>> {}

const ProposalSubmitted = t.strict(
  { type: t.literal('ProposalSubmitted'), proposalId: t.string, revision: Count, by: t.string, submittedAt: Instant, gate: OpenGate },
  'ProposalSubmitted',
)
interface ProposalSubmitted extends Readonly<t.TypeOf<typeof ProposalSubmitted>> {}

/** What was decided of its admissibility was decided of an earlier revision. `graceUntil` goes with `grace`. */
export const ProposalRevised = t.exact(
  t.intersection([
    t.type({
      type: t.literal('ProposalRevised'),
      proposalId: t.string,
      revision: Count,
      supports: SupportsPolicy,
      by: t.string,
      ...contentFields,
      revisedAt: Instant,
      gate: OpenGate,
    }),
    t.partial({ graceUntil: Instant }),
  ]),
  'ProposalRevised',
)
export interface ProposalRevised extends Readonly<t.TypeOf<typeof ProposalRevised>> {}

/** `criterion` is the rule of the charter by which it was decided; what is inadmissible has one, and a reason. */
export const AdmissibilityDecided = t.exact(
  t.intersection([
    t.type({
      type: t.literal('AdmissibilityDecided'),
      proposalId: t.string,
      revision: Count,
      verdict: Verdict,
      by: t.string,
      decidedAt: Instant,
    }),
    t.partial({ criterion: t.string, reason: t.string }),
  ]),
  'AdmissibilityDecided',
)
export interface AdmissibilityDecided extends Readonly<t.TypeOf<typeof AdmissibilityDecided>> {}

const ProposalWithdrawn = t.strict(
  { type: t.literal('ProposalWithdrawn'), proposalId: t.string, by: t.string, withdrawnAt: Instant },
  'ProposalWithdrawn',
)
interface ProposalWithdrawn extends Readonly<t.TypeOf<typeof ProposalWithdrawn>> {}

const superseding = {
  proposalId: t.string,
  revision: Count,
  targets: t.readonlyArray(ProposalAt),
  reason: t.string,
  by: t.string,
  supersededAt: Instant,
}

/** From here on the targets stand for it. Its texts and supports stay where they are. */
export const ProposalMergedInto = t.strict({ type: t.literal('ProposalMergedInto'), ...superseding }, 'ProposalMergedInto')
export interface ProposalMergedInto extends Readonly<t.TypeOf<typeof ProposalMergedInto>> {}

/** From here on the targets stand for it, each for a part. */
export const ProposalSplitInto = t.strict({ type: t.literal('ProposalSplitInto'), ...superseding }, 'ProposalSplitInto')
export interface ProposalSplitInto extends Readonly<t.TypeOf<typeof ProposalSplitInto>> {}

/** Said by the child of its parents. */
const ProposalDerivedFrom = t.strict(
  {
    type: t.literal('ProposalDerivedFrom'),
    proposalId: t.string,
    revision: Count,
    descent: Descent,
    parents: t.readonlyArray(ProposalAt),
    by: t.string,
    derivedAt: Instant,
  },
  'ProposalDerivedFrom',
)
interface ProposalDerivedFrom extends Readonly<t.TypeOf<typeof ProposalDerivedFrom>> {}

/** Where it has got to, in the public body's own words. */
const ProposalStatusPublished = t.strict(
  { type: t.literal('ProposalStatusPublished'), proposalId: t.string, status: t.string, reason: t.string, by: t.string, publishedAt: Instant },
  'ProposalStatusPublished',
)
interface ProposalStatusPublished extends Readonly<t.TypeOf<typeof ProposalStatusPublished>> {}

export type ProposalEvent =
  | ProposalDrafted
  | ProposalSubmitted
  | ProposalRevised
  | AdmissibilityDecided
  | ProposalWithdrawn
  | ProposalMergedInto
  | ProposalSplitInto
  | ProposalDerivedFrom
  | ProposalStatusPublished

export const proposalEvents = eventCodec<ProposalEvent>({
  ProposalDrafted,
  ProposalSubmitted,
  ProposalRevised,
  AdmissibilityDecided,
  ProposalWithdrawn,
  ProposalMergedInto,
  ProposalSplitInto,
  ProposalDerivedFrom,
  ProposalStatusPublished,
})

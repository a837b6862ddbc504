import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { About } from '../about.ts'
import { Content, contentFields } from '../content.ts'
import { OpenGate } from '../open-gate.ts'
import { Place } from '../place.ts'

// These names are stored. Add, never change. `by` is a pseudonym or a role, never a name.

/** What a contribution is; a `meeting-point` is one made in a meeting, as its minutes have it. */
export const ContributionKind = t.keyof(
  { observation: null, statement: null, argument: null, comment: null, 'meeting-point': null },
  'ContributionKind',
)
export type ContributionKind = t.TypeOf<typeof ContributionKind>

/** How it came in; `assisted`: somebody wrote it down for the person. */
export const Channel = t.keyof({ online: null, paper: null, meeting: null, assisted: null, mail: null }, 'Channel')
export type Channel = t.TypeOf<typeof Channel>

export const Side = t.keyof({ for: null, against: null }, 'Side')
export type Side = t.TypeOf<typeof Side>

/** Revision 1. Without `by` where nobody signed it. `receivedAt` is when it reached the body, and `gate` what was open then. */
export const ContributionReceived = t.exact(
  t.intersection([
    t.type({
      type: t.literal('ContributionReceived'),
      contributionId: t.string,
      consultationId: t.string,
      kind: ContributionKind,
      channel: Channel,
      ...contentFields,
      receivedAt: Instant,
      gate: OpenGate,
    }),
    t.partial({ by: t.string, language: t.string, place: Place, about: About, side: Side }),
  ]),
  'ContributionReceived',
)
export interface ContributionReceived extends Readonly<t.TypeOf<typeof ContributionReceived>> {}

/** `revision` counts from 2: what was received is the first. */
const ContributionRevised = t.strict(
  {
    type: t.literal('ContributionRevised'),
    contributionId: t.string,
    revision: Count,
    ...contentFields,
    by: t.string,
    revisedAt: Instant,
    gate: OpenGate,
  },
  'ContributionRevised',
)
interface ContributionRevised extends Readonly<t.TypeOf<typeof ContributionRevised>> {}

/** Its author takes it back. It still counts among those received. */
const ContributionWithdrawn = t.strict(
  { type: t.literal('ContributionWithdrawn'), contributionId: t.string, by: t.string, withdrawnAt: Instant },
  'ContributionWithdrawn',
)
interface ContributionWithdrawn extends Readonly<t.TypeOf<typeof ContributionWithdrawn>> {}

/** From here on revision `revision` is read as `remains`, or not at all where nothing remains; its commitment still stands. */
const ContributionRedacted = t.exact(
  t.intersection([
    t.type({
      type: t.literal('ContributionRedacted'),
      contributionId: t.string,
      revision: Count,
      ground: t.string,
      by: t.string,
      redactedAt: Instant,
    }),
    t.partial({ remains: Content }),
  ]),
  'ContributionRedacted',
)
interface ContributionRedacted extends Readonly<t.TypeOf<typeof ContributionRedacted>> {}

export type ContributionEvent = ContributionReceived | ContributionRevised | ContributionWithdrawn | ContributionRedacted

export const contributionEvents = eventCodec<ContributionEvent>({
  ContributionReceived,
  ContributionRevised,
  ContributionWithdrawn,
  ContributionRedacted,
})

import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { DutyKind } from '../profiles/legal-profile.ts'
import { Phase } from './calendar.ts'
import { charterBonds, charterWords } from './charter.ts'
import { ClosingCertificate } from './closing-certificate.ts'
import { Office, Stage } from './preparation.ts'

// These names are stored. Add, never change. People are roles or pseudonyms, never names.

const id = { consultationId: t.string }

const ConsultationDrafted = t.strict({ type: t.literal('ConsultationDrafted'), ...id, title: t.string, convenor: t.string }, 'ConsultationDrafted')
export interface ConsultationDrafted extends Readonly<t.TypeOf<typeof ConsultationDrafted>> {}

/** This consultation takes up where `previous` ended. */
const RoundLinked = t.strict({ type: t.literal('RoundLinked'), ...id, previous: t.string }, 'RoundLinked')
export interface RoundLinked extends Readonly<t.TypeOf<typeof RoundLinked>> {}

const CharterPublished = t.exact(
  t.intersection([t.type({ type: t.literal('CharterPublished'), ...id, ...charterWords }), t.partial(charterBonds)]),
  'CharterPublished',
)
export interface CharterPublished extends Readonly<t.TypeOf<typeof CharterPublished>> {}

/** Only what changes. There was no ballot up to `logPosition`. The version published first is 1. */
const CharterAmended = t.strict(
  {
    type: t.literal('CharterAmended'),
    ...id,
    version: Count,
    changes: t.exact(t.partial({ ...charterWords, languages: charterBonds.languages })),
    reason: t.string,
    logPosition: Count,
    amendedAt: Instant,
  },
  'CharterAmended',
)
export interface CharterAmended extends Readonly<t.TypeOf<typeof CharterAmended>> {}

/** The stages replace those that the department had. */
const DepartmentEngaged = t.strict(
  { type: t.literal('DepartmentEngaged'), ...id, department: t.string, stages: t.readonlyArray(Stage) },
  'DepartmentEngaged',
)
export interface DepartmentEngaged extends Readonly<t.TypeOf<typeof DepartmentEngaged>> {}

const OfficerNamed = t.strict({ type: t.literal('OfficerNamed'), ...id, office: Office, officer: t.string }, 'OfficerNamed')
export interface OfficerNamed extends Readonly<t.TypeOf<typeof OfficerNamed>> {}

/** A file that lets the public know what it is asked about. */
const InformationPublished = t.strict(
  { type: t.literal('InformationPublished'), ...id, contentRef: t.string, contentHash: t.string, publishedAt: Instant },
  'InformationPublished',
)
export interface InformationPublished extends Readonly<t.TypeOf<typeof InformationPublished>> {}

/** The simple form of a calendar: one phase, in which everything can be done but following up. */
const CalendarSet = t.strict({ type: t.literal('CalendarSet'), ...id, opensAt: Instant, closesAt: Instant }, 'CalendarSet')
export interface CalendarSet extends Readonly<t.TypeOf<typeof CalendarSet>> {}

/** Version 1 of a calendar of phases. */
const PhasesSet = t.exact(
  t.intersection([t.type({ type: t.literal('PhasesSet'), ...id, phases: t.readonlyArray(Phase) }), t.partial({ announcedAt: Instant })]),
  'PhasesSet',
)
export interface PhasesSet extends Readonly<t.TypeOf<typeof PhasesSet>> {}

/** In force from `revisedAt` on; what was done before stays judged by the version before. */
const CalendarRevised = t.exact(
  t.intersection([
    t.type({ type: t.literal('CalendarRevised'), ...id, version: Count, phases: t.readonlyArray(Phase), reason: t.string, revisedAt: Instant }),
    t.partial({ announcedAt: Instant }),
  ]),
  'CalendarRevised',
)
export interface CalendarRevised extends Readonly<t.TypeOf<typeof CalendarRevised>> {}

const ConsultationOpened = t.strict({ type: t.literal('ConsultationOpened'), ...id, openedAt: Instant }, 'ConsultationOpened')
export interface ConsultationOpened extends Readonly<t.TypeOf<typeof ConsultationOpened>> {}

const ConsultationSuspended = t.strict(
  { type: t.literal('ConsultationSuspended'), ...id, reason: t.string, suspendedAt: Instant },
  'ConsultationSuspended',
)
interface ConsultationSuspended extends Readonly<t.TypeOf<typeof ConsultationSuspended>> {}

const ConsultationResumed = t.strict({ type: t.literal('ConsultationResumed'), ...id, reason: t.string, resumedAt: Instant }, 'ConsultationResumed')
interface ConsultationResumed extends Readonly<t.TypeOf<typeof ConsultationResumed>> {}

/** Nothing more is contributed, supported, amended, debated or voted on. */
const CollectionClosed = t.strict({ type: t.literal('CollectionClosed'), ...id, closedAt: Instant }, 'CollectionClosed')
interface CollectionClosed extends Readonly<t.TypeOf<typeof CollectionClosed>> {}

/** Something that is owed was done and published: minutes, the owner's reply, a report, conclusions… */
const DutyDischarged = t.strict(
  { type: t.literal('DutyDischarged'), ...id, duty: DutyKind, by: t.string, contentRef: t.string, contentHash: t.string, dischargedAt: Instant },
  'DutyDischarged',
)
export interface DutyDischarged extends Readonly<t.TypeOf<typeof DutyDischarged>> {}

/** What became of it all, given back to those who took part. */
const ReturnPublished = t.strict(
  {
    type: t.literal('ReturnPublished'),
    ...id,
    form: t.keyof({ report: null, 'online-synthesis': null, meeting: null }),
    contentRef: t.string,
    contentHash: t.string,
    publishedAt: Instant,
  },
  'ReturnPublished',
)
export interface ReturnPublished extends Readonly<t.TypeOf<typeof ReturnPublished>> {}

/** What came of it: a decision, or the motives for taking none. */
const Conclusion = t.union(
  [t.strict({ type: t.literal('decided'), decisionId: t.string }), t.strict({ type: t.literal('no-action'), motives: t.string })],
  'Conclusion',
)

const ConsultationClosed = t.exact(
  t.intersection([
    t.type({ type: t.literal('ConsultationClosed'), ...id, closedAt: Instant }),
    t.partial({ certificate: ClosingCertificate, synthesisId: t.string, conclusion: Conclusion }),
  ]),
  'ConsultationClosed',
)
export interface ConsultationClosed extends Readonly<t.TypeOf<typeof ConsultationClosed>> {}

const ConsultationAbandoned = t.strict(
  { type: t.literal('ConsultationAbandoned'), ...id, motives: t.string, abandonedAt: Instant },
  'ConsultationAbandoned',
)
interface ConsultationAbandoned extends Readonly<t.TypeOf<typeof ConsultationAbandoned>> {}

/** A new version of the calendar with one more phase, of following up only. */
const FollowUpReopened = t.strict(
  {
    type: t.literal('FollowUpReopened'),
    ...id,
    version: Count,
    phase: t.string,
    closesAt: Instant,
    reason: t.string,
    reopenedAt: Instant,
  },
  'FollowUpReopened',
)
export interface FollowUpReopened extends Readonly<t.TypeOf<typeof FollowUpReopened>> {}

export type ConsultationEvent =
  | ConsultationDrafted
  | RoundLinked
  | CharterPublished
  | CharterAmended
  | DepartmentEngaged
  | OfficerNamed
  | InformationPublished
  | CalendarSet
  | PhasesSet
  | CalendarRevised
  | ConsultationOpened
  | ConsultationSuspended
  | ConsultationResumed
  | CollectionClosed
  | DutyDischarged
  | ReturnPublished
  | ConsultationClosed
  | ConsultationAbandoned
  | FollowUpReopened

export const consultationEvents = eventCodec<ConsultationEvent>({
  ConsultationDrafted,
  RoundLinked,
  CharterPublished,
  CharterAmended,
  DepartmentEngaged,
  OfficerNamed,
  InformationPublished,
  CalendarSet,
  PhasesSet,
  CalendarRevised,
  ConsultationOpened,
  ConsultationSuspended,
  ConsultationResumed,
  CollectionClosed,
  DutyDischarged,
  ReturnPublished,
  ConsultationClosed,
  ConsultationAbandoned,
  FollowUpReopened,
})

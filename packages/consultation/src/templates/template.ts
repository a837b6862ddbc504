import * as t from 'io-ts'
import { Count } from '@isegoria/kernel'
import { DutyKind, Requirement } from '../profiles/legal-profile.ts'
import { Capability } from '../process/calendar.ts'
import { Office, Stage } from '../process/preparation.ts'
import { CitizenRole, PlaceOfCitizens, Purpose } from '../process/purpose.ts'
import { Words } from './words.ts'

const DepartmentPlan = t.strict({ department: Words, stages: t.readonlyArray(Stage) }, 'DepartmentPlan')
export interface DepartmentPlan extends Readonly<t.TypeOf<typeof DepartmentPlan>> {}

/** A phase: on which day after the opening it opens (0 is the day itself), and how many days it lasts. */
const PhasePlan = t.strict({ id: t.string, title: Words, capabilities: t.readonlyArray(Capability), opensOn: Count, lasts: Count }, 'PhasePlan')
export interface PhasePlan extends Readonly<t.TypeOf<typeof PhasePlan>> {}

/** The types of ballots; those of `BallotType` in the package of elections. */
const Form = t.keyof({ approval: null, 'choose-one': null, cumulative: null, ordinal: null, score: null, 'weak-order': null }, 'Form')

/**
 * A vote: in which phase, on what kind of ballot, by which rule, with which parameters where not the rule's own. `each`: of what there
 * is one vote each, where it is not one for all. `electors`: who may vote, in words; anybody without. `options`: where they are known.
 */
const PollPlan = t.exact(
  t.intersection([
    t.type({ id: t.string, question: Words, form: Form, rule: t.string, phase: t.string }),
    t.partial({
      mostPoints: Count,
      parameters: t.readonly(t.record(t.string, t.string)),
      each: Words,
      electors: Words,
      options: t.readonlyArray(Words),
    }),
  ]),
  'PollPlan',
)
export interface PollPlan extends Readonly<t.TypeOf<typeof PollPlan>> {}

const ChoicePlan = t.strict({ id: t.string, text: Words }, 'ChoicePlan')

const QuestionPlan = t.strict(
  {
    id: t.string,
    text: Words,
    isRequired: t.boolean,
    form: t.union([
      t.strict({ kind: t.literal('single'), choices: t.readonlyArray(ChoicePlan) }),
      t.strict({ kind: t.literal('scale'), from: Count, to: Count }),
      t.strict({ kind: t.literal('text') }),
    ]),
  },
  'QuestionPlan',
)
export interface QuestionPlan extends Readonly<t.TypeOf<typeof QuestionPlan>> {}

/** A survey; its wave is open as long as its phase. */
const QuestionnairePlan = t.strict({ id: t.string, title: Words, phase: t.string, questions: t.readonlyArray(QuestionPlan) }, 'QuestionnairePlan')

const Theme = t.strict({ id: t.string, title: Words }, 'Theme')

/** A meeting on a day after the opening, for some hours from the hour of the opening on. */
const MeetingPlan = t.exact(
  t.intersection([
    t.type({
      id: t.string,
      kind: t.keyof({ information: null, workshop: null, debate: null, 'site-visit': null, stand: null, restitution: null }),
      on: Count,
      hours: Count,
    }),
    t.partial({ theme: t.string }),
  ]),
  'MeetingPlan',
)
export interface MeetingPlan extends Readonly<t.TypeOf<typeof MeetingPlan>> {}

/** Somebody who has a part in it, and what is expected of them. */
const RolePlan = t.strict({ role: Words, expects: Words }, 'RolePlan')
export interface RolePlan extends Readonly<t.TypeOf<typeof RolePlan>> {}

/**
 * How a kind of consultation is usually held, as data: a first draft to be changed, never a rule. `legalProfile`: the id of the
 * procedure it is held under, where it is one. `noticeDays`: how many days before the opening the public is told. `requires`,
 * `duties`: what the authority binds itself to beyond its profile. `officers`: who has to be named.
 */
export const Template = t.exact(
  t.intersection([
    t.type({
      id: t.string,
      title: Words,
      question: Words,
      purpose: Purpose,
      citizenRole: CitizenRole,
      placeOfCitizens: PlaceOfCitizens,
      commitment: Words,
      noticeDays: Count,
      departments: t.readonlyArray(DepartmentPlan),
      phases: t.readonlyArray(PhasePlan),
      roles: t.readonlyArray(RolePlan),
    }),
    t.partial({
      legalProfile: t.string,
      requires: t.readonlyArray(Requirement),
      duties: t.readonlyArray(DutyKind),
      officers: t.readonlyArray(Office),
      polls: t.readonlyArray(PollPlan),
      questionnaires: t.readonlyArray(QuestionnairePlan),
      themes: t.readonlyArray(Theme),
      meetings: t.readonlyArray(MeetingPlan),
    }),
  ]),
  'Template',
)
export interface Template extends Readonly<t.TypeOf<typeof Template>> {}

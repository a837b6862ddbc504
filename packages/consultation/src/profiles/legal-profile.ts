import * as t from 'io-ts'
import { Capability } from '../process/calendar.ts'
import { Count } from '@isegoria/kernel'
import { PlaceOfCitizens, Purpose } from '../process/purpose.ts'
import { Term } from './term.ts'

/** What must be there before a consultation opens. */
export const Requirement = t.keyof({ departments: null, guarantor: null, commissioner: null, information: null }, 'Requirement')
export type Requirement = t.TypeOf<typeof Requirement>

/** What the authority or an officer owes the public once it has spoken. */
export const DutyKind = t.keyof(
  {
    answers: null,
    synthesis: null,
    minutes: null,
    'owner-reply': null,
    report: null,
    conclusions: null,
    decision: null,
    return: null,
  },
  'DutyKind',
)
export type DutyKind = t.TypeOf<typeof DutyKind>

/** How sure the figure is: read in a source that is named, or general knowledge that is still to be checked before anybody relies on it. */
const Standing = t.keyof({ sourced: null, 'to-check': null }, 'Standing')

/** A phase that the calendar must have for `capability`: how long at least and at most, and how long after the collection at the earliest. */
const PhaseNeed = t.exact(
  t.intersection([
    t.type({ capability: Capability, rule: t.string, standing: Standing }),
    t.partial({ least: Term, most: Term, afterCollection: Term }),
  ]),
  'PhaseNeed',
)

/** Something required before the opening. */
const Need = t.strict({ of: Requirement, rule: t.string, standing: Standing }, 'Need')

/** Something owed; `within` counts from the end of the collection, or from the discharge of the duty `after`. */
const Duty = t.exact(
  t.intersection([t.type({ of: DutyKind, by: t.string, rule: t.string, standing: Standing }), t.partial({ within: Term, after: DutyKind })]),
  'Duty',
)
export type Duty = t.TypeOf<typeof Duty>

/** How many full days before the opening the public is told. */
const Notice = t.strict({ days: Count, rule: t.string, standing: Standing }, 'Notice')

/** A day of the calendar, such as `2017-01-01`. */
const Day = t.refinement(t.string, (text) => /^\d{4}-\d\d-\d\d$/.test(text), 'Day')

/**
 * What one procedure asks of a consultation, as dated data with its source. Never legal advice: a profile finds faults, it certifies
 * nothing, and what it cannot see stands in `beyond`, in words. `purposes` and `places`: those that the procedure can have.
 */
export const LegalProfile = t.exact(
  t.intersection([
    t.type({
      id: t.string,
      title: t.strict({ fr: t.string, en: t.string }),
      source: t.string,
      validFrom: Day,
      /** Of `validFrom`. */
      standing: Standing,
      purposes: t.readonlyArray(Purpose),
      places: t.readonlyArray(PlaceOfCitizens),
      phases: t.readonlyArray(PhaseNeed),
      requires: t.readonlyArray(Need),
      duties: t.readonlyArray(Duty),
      beyond: t.readonlyArray(t.string),
    }),
    t.partial({ notice: Notice }),
  ]),
  'LegalProfile',
)
export interface LegalProfile extends Readonly<t.TypeOf<typeof LegalProfile>> {}

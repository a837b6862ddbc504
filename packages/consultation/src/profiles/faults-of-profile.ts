import type { Instant } from '@isegoria/kernel'
import { collectedAtOf, opensAtOf } from '../process/calendar.ts'
import type { CalendarVersion, Phase, Suspension } from '../process/calendar.ts'
import type { Charter } from '../process/charter.ts'
import type { Lack } from '../process/lack.ts'
import { lacksOfRequirement } from '../process/preparation.ts'
import type { Prepared } from '../process/preparation.ts'
import type { LegalProfile } from './legal-profile.ts'
import { begunDays, endOfTerm, fullDays, millisecondsOf } from './term.ts'

/** A breach of a profile: by which rule of law, what is missing, and how many of it (days, or one of what must be there). */
export interface ProfileFault extends Lack {
  readonly type:
    | 'PurposeNotAllowed'
    | 'PlaceNotAllowed'
    | 'ProfileNotInForce'
    | 'NoticeTooShort'
    | 'PhaseMissing'
    | 'PhaseTooShort'
    | 'PhaseTooLong'
    | 'PhaseTooEarly'
    | 'RequirementMissing'
  readonly phase?: string
}

/** What takes time away from the phases of a calendar: an opening that came late, and suspensions. */
export interface Lost {
  readonly openedAt?: Instant
  readonly suspensions: ReadonlyArray<Suspension>
}

const nothingLost: Lost = { suspensions: [] }
const daysIn = (milliseconds: number): number => Math.max(1, begunDays(milliseconds))

/** Milliseconds for which a phase is really open. */
const openTime = ({ opensAt, closesAt }: Phase, { openedAt, suspensions }: Lost): number => {
  const end = millisecondsOf(closesAt)
  const start = Math.max(millisecondsOf(opensAt), openedAt === undefined ? 0 : millisecondsOf(openedAt))
  const lost = suspensions.map(({ from, until }) => {
    const [first, last] = [Math.max(start, millisecondsOf(from)), until === undefined ? end : Math.min(end, millisecondsOf(until))]
    return Math.max(0, last - first)
  })
  return end - start - lost.reduce((sum, time) => sum + time, 0)
}

type PhaseNeed = LegalProfile['phases'][number]

const faultsOfPhase = (need: PhaseNeed, phase: Phase, calendar: CalendarVersion, lost: Lost): ReadonlyArray<ProfileFault> => {
  const { capability, rule, least, most, afterCollection } = need
  const place = { rule, phase: phase.id }
  const faults: Array<ProfileFault> = []
  const start = millisecondsOf(phase.opensAt)
  if (least !== undefined) {
    const short = begunDays(endOfTerm(phase.opensAt, least) - start) - begunDays(openTime(phase, lost))
    if (short > 0) faults.push({ type: 'PhaseTooShort', ...place, missing: `days to ${capability}`, count: short })
  }
  const over = most === undefined ? 0 : millisecondsOf(phase.closesAt) - endOfTerm(phase.opensAt, most)
  if (over > 0) faults.push({ type: 'PhaseTooLong', ...place, missing: `days over to ${capability}`, count: daysIn(over) })
  const collected = collectedAtOf(calendar)
  const early = afterCollection === undefined || collected === undefined ? 0 : endOfTerm(collected, afterCollection) - start
  if (early > 0) faults.push({ type: 'PhaseTooEarly', ...place, missing: `days before ${capability}`, count: daysIn(early) })
  return faults
}

const faultsOfNeed = (need: PhaseNeed, calendar: CalendarVersion, lost: Lost): ReadonlyArray<ProfileFault> => {
  const phases = calendar.phases.filter(({ capabilities }) => capabilities.includes(need.capability))
  return phases.length === 0
    ? [{ type: 'PhaseMissing', rule: need.rule, missing: `phase to ${need.capability}`, count: 1 }]
    : phases.flatMap((phase) => faultsOfPhase(need, phase, calendar, lost))
}

const faultsOfNotice = ({ notice }: LegalProfile, { announcedAt }: CalendarVersion, opensAt: Instant): ReadonlyArray<ProfileFault> => {
  if (notice === undefined) return []
  const given = announcedAt === undefined ? 0 : Math.max(0, fullDays(millisecondsOf(opensAt) - millisecondsOf(announcedAt)))
  return given < notice.days ? [{ type: 'NoticeTooShort', rule: notice.rule, missing: 'days of notice', count: notice.days - given }] : []
}

/** What a calendar breaches of a profile; every phase with a capability must last its minimum by itself, less the time that was lost. */
export const faultsOfCalendar = (profile: LegalProfile, calendar: CalendarVersion, lost: Lost = nothingLost): ReadonlyArray<ProfileFault> => {
  const opensAt = opensAtOf(calendar)
  const faults = profile.phases.flatMap((need) => faultsOfNeed(need, calendar, lost))
  if (opensAt === undefined) return faults
  const isTooOld = opensAt.slice(0, 10) < profile.validFrom
  const age: ReadonlyArray<ProfileFault> = isTooOld
    ? [{ type: 'ProfileNotInForce', rule: profile.source, missing: `in force from ${profile.validFrom}`, count: 1 }]
    : []
  return [...age, ...faultsOfNotice(profile, calendar, opensAt), ...faults]
}

/** What a charter breaches of a profile: a purpose or a place of citizens that the procedure cannot have. */
export const faultsOfCharter = (
  { purposes, places, source: rule }: LegalProfile,
  { purpose, placeOfCitizens }: Pick<Charter, 'purpose' | 'placeOfCitizens'>,
): ReadonlyArray<ProfileFault> => [
  ...(purposes.includes(purpose) ? [] : [{ type: 'PurposeNotAllowed', rule, missing: `purpose ${purposes.join(' or ')}`, count: 1 } as const]),
  ...(places.includes(placeOfCitizens) ? [] : [{ type: 'PlaceNotAllowed', rule, missing: `place ${places.join(' or ')}`, count: 1 } as const]),
]

/** What is missing before the opening. */
const faultsOfRequirements = ({ requires }: LegalProfile, prepared: Prepared): ReadonlyArray<ProfileFault> =>
  requires.flatMap(({ of, rule }) => lacksOfRequirement(of, rule, prepared).map((lack) => ({ type: 'RequirementMissing', ...lack }) as const))

/**
 * Every breach of a profile by a charter, what has been prepared and a calendar: an aid to whoever prepares a consultation, never legal
 * advice. That nothing is found says only that these figures are kept, in the state of the law that the profile names: what a profile
 * cannot see stands in its `beyond`, and figures marked `to-check` have yet to be read in their source.
 *
 * *Units*: a minimum counts days begun, a notice full days, months are those of the calendar; `lost` time (a late opening, suspensions)
 * does not count.
 *
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * const [inquiry] = legalProfiles.filter(({ id }) => id === 'public-inquiry')
 * const charter = { purpose: 'consult', placeOfCitizens: 'advice' } as const
 * const prepared = { departments: [], officers: [], information: ['0a1b'] }
 * const register = { id: 'register', capabilities: ['contribute'] } as const
 * const phases = [{ ...register, opensAt: instant('2026-05-01T08:00:00Z'), closesAt: instant('2026-05-28T08:00:00Z') }]
 * const calendar = { version: 1, phases, announcedAt: instant('2026-04-01T08:00:00Z') }
 * inquiry && faultsOfProfile(inquiry, { ...charter, ...prepared }, calendar).map(({ missing, count }) => [missing, count]) // => [['days to contribute', 3], ['commissioner', 1]]
 */
export const faultsOfProfile = (
  profile: LegalProfile,
  charter: Pick<Charter, 'purpose' | 'placeOfCitizens'> & Prepared,
  calendar: CalendarVersion,
  lost: Lost = nothingLost,
): ReadonlyArray<ProfileFault> => [
  ...faultsOfCharter(profile, charter),
  ...faultsOfCalendar(profile, calendar, lost),
  ...faultsOfRequirements(profile, charter),
]

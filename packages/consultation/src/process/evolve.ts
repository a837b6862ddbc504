import { simplePhase } from './calendar.ts'
import type { CalendarVersion, Timetable } from './calendar.ts'
import type { CalendarRevised, ConsultationEvent, FollowUpReopened, PhasesSet } from './events.ts'
import type { Department } from './preparation.ts'
import { timetableOf } from './state.ts'
import type { Chartered, ConsultationState, Discharge } from './state.ts'

type Prepared = Exclude<ConsultationState, { readonly status: 'NotDrafted' | 'Abandoned' }>
type WithCharter = Exclude<Prepared, { readonly status: 'Drafted' }>
type Timed = Exclude<WithCharter, { readonly status: 'Chartered' }>

const isPrepared = (state: ConsultationState): state is Prepared => state.status !== 'NotDrafted' && state.status !== 'Abandoned'
const hasCharter = (state: ConsultationState): state is WithCharter => isPrepared(state) && state.status !== 'Drafted'
const isTimed = (state: ConsultationState): state is Timed => hasCharter(state) && state.status !== 'Chartered'

const scheduled = (state: ConsultationState, calendar: CalendarVersion): ConsultationState =>
  state.status === 'Chartered'
    ? { ...chartered(state), status: 'Scheduled', timetable: { versions: [calendar], suspensions: [] }, discharges: [] }
    : state

const chartered = ({ status: _, ...rest }: Chartered & { readonly status: 'Chartered' }): Chartered => rest

const withDepartment = (departments: ReadonlyArray<Department>, { department, stages }: Department): ReadonlyArray<Department> =>
  departments.some((one) => one.department === department)
    ? departments.map((one) => (one.department === department ? { department, stages } : one))
    : [...departments, { department, stages }]

const withTimes = (state: Timed, times: Partial<Timetable>): Timed => ({ ...state, timetable: { ...state.timetable, ...times } })

const withVersion = (state: Timed, calendar: CalendarVersion): Timed => withTimes(state, { versions: [...state.timetable.versions, calendar] })

const withDischarge = (state: ConsultationState, discharge: Discharge): ConsultationState =>
  isTimed(state) ? { ...state, discharges: [...state.discharges, discharge], last: discharge.at } : state

const firstVersion = ({ phases, announcedAt }: PhasesSet): CalendarVersion => ({
  version: 1,
  phases,
  ...(announcedAt === undefined ? {} : { announcedAt }),
})

const revisedVersion = ({ version, phases, revisedAt: since, announcedAt: anew }: CalendarRevised, { timetable }: Timed): CalendarVersion => {
  const announcedAt = anew ?? timetable.versions.at(-1)?.announcedAt
  return { version, phases, since, ...(announcedAt === undefined ? {} : { announcedAt }) }
}

const followUpVersion = ({ version, phase: id, closesAt, reopenedAt }: FollowUpReopened, { timetable }: Timed): CalendarVersion => {
  const before = timetable.versions.at(-1)?.phases ?? []
  return { version, phases: [...before, { id, capabilities: ['follow-up'], opensAt: reopenedAt, closesAt }], since: reopenedAt }
}

export const evolve = (state: ConsultationState, event: ConsultationEvent): ConsultationState => {
  switch (event.type) {
    case 'ConsultationDrafted':
      return { status: 'Drafted', departments: [], officers: [], information: [] }
    case 'RoundLinked':
      return isPrepared(state) ? { ...state, previous: event.previous } : state
    case 'CharterPublished': {
      const { type: _, consultationId: __, ...words } = event
      return state.status === 'Drafted' ? { ...state, status: 'Chartered', charter: { version: 1, ...words } } : state
    }
    case 'CharterAmended': {
      const { version, changes, amendedAt: last } = event
      return hasCharter(state) ? { ...state, charter: { ...state.charter, ...changes, version }, last } : state
    }
    case 'DepartmentEngaged':
      return isPrepared(state) ? { ...state, departments: withDepartment(state.departments, event) } : state
    case 'OfficerNamed': {
      const { office, officer } = event
      return isPrepared(state) ? { ...state, officers: [...state.officers, { office, officer }] } : state
    }
    case 'InformationPublished':
      return isPrepared(state) ? { ...state, information: [...state.information, event.contentHash], last: event.publishedAt } : state
    case 'CalendarSet':
      return scheduled(state, { version: 1, phases: [simplePhase(event.opensAt, event.closesAt)] })
    case 'PhasesSet':
      return scheduled(state, firstVersion(event))
    case 'CalendarRevised':
      return isTimed(state) ? { ...withVersion(state, revisedVersion(event, state)), last: event.revisedAt } : state
    case 'ConsultationOpened':
      return state.status === 'Scheduled' ? { ...withTimes(state, { openedAt: event.openedAt }), status: 'Open' } : state
    case 'ConsultationSuspended': {
      if (!isTimed(state)) return state
      const suspensions = [...state.timetable.suspensions, { from: event.suspendedAt, reason: event.reason }]
      return { ...withTimes(state, { suspensions }), status: 'Suspended', last: event.suspendedAt }
    }
    case 'ConsultationResumed': {
      if (!isTimed(state)) return state
      const suspensions = state.timetable.suspensions.map((one) => (one.until === undefined ? { ...one, until: event.resumedAt } : one))
      return { ...withTimes(state, { suspensions }), status: 'Open', last: event.resumedAt }
    }
    case 'CollectionClosed':
      return isTimed(state) ? { ...withTimes(state, { collectionClosedAt: event.closedAt }), status: 'Collected', last: event.closedAt } : state
    case 'DutyDischarged':
      return withDischarge(state, { duty: event.duty, contentHash: event.contentHash, at: event.dischargedAt })
    case 'ReturnPublished':
      return withDischarge(state, { duty: 'return', contentHash: event.contentHash, at: event.publishedAt })
    case 'ConsultationClosed': {
      const isOpen = state.status === 'Open' || state.status === 'Collected'
      return isOpen ? { ...withTimes(state, { closedAt: event.closedAt }), status: 'Closed' } : state
    }
    case 'ConsultationAbandoned':
      return { status: 'Abandoned', motives: event.motives, timetable: { ...timetableOf(state), abandonedAt: event.abandonedAt } }
    case 'FollowUpReopened':
      return isTimed(state) ? { ...withVersion(state, followUpVersion(event, state)), last: event.reopenedAt } : state
  }
}

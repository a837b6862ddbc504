import type { ConsultationEvent } from './events.ts'
import type { ConsultationState } from './state.ts'

export const evolve = (state: ConsultationState, event: ConsultationEvent): ConsultationState => {
  switch (event.type) {
    case 'ConsultationDrafted':
      return { status: 'Drafted' }
    case 'CharterPublished':
      return { status: 'Chartered' }
    case 'CalendarSet':
      return { status: 'Scheduled', calendar: { opensAt: event.opensAt, closesAt: event.closesAt } }
    case 'ConsultationOpened':
      return state.status === 'Scheduled' ? { status: 'Open', calendar: state.calendar } : state
    case 'ConsultationClosed':
      return state.status === 'Open' ? { status: 'Closed', calendar: state.calendar } : state
  }
}

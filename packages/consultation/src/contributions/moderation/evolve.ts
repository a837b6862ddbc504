import type { ModerationEvent } from './events.ts'
import type { ModerationState } from './state.ts'

const visible = ({ reports, moderators, author }: ModerationState): ModerationState => ({
  status: 'Visible',
  reports,
  moderators,
  ...(author === undefined ? {} : { author }),
})

export const evolve = (state: ModerationState, event: ModerationEvent): ModerationState => {
  switch (event.type) {
    case 'ContentReported':
      return { ...state, reports: [...state.reports, { ground: event.ground, by: event.by }] }
    case 'ContentHidden': {
      const { rule, reason, by, author } = event
      const moderators = state.moderators.includes(by) ? state.moderators : [...state.moderators, by]
      return { ...visible(state), status: 'Hidden', moderators, hiding: { rule, reason, by }, ...(author === undefined ? {} : { author }) }
    }
    case 'ContentRestored':
      return visible(state)
    case 'AppealLodged':
      return state.status === 'Visible' ? state : { ...state, status: 'UnderAppeal', appellant: event.by }
    case 'AppealDecided':
      return state.status === 'UnderAppeal' && event.outcome === 'upheld' ? { ...state, status: 'Upheld', judge: event.by } : visible(state)
  }
}

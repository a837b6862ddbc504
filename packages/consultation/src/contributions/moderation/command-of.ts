import type { ModerationCommand } from './commands.ts'
import type { ModerationEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfModeration = (event: ModerationEvent): ModerationCommand => {
  switch (event.type) {
    case 'ContentReported': {
      const { reportedAt: at, ...reported } = event
      return { ...reported, type: 'ReportContent', at }
    }
    case 'ContentHidden': {
      const { hiddenAt: at, ...hidden } = event
      return { ...hidden, type: 'HideContent', rules: [hidden.rule], at }
    }
    case 'ContentRestored': {
      const { restoredAt: at, ...restored } = event
      return { ...restored, type: 'RestoreContent', at }
    }
    case 'AppealLodged': {
      const { lodgedAt: at, ...lodged } = event
      return { ...lodged, type: 'LodgeAppeal', at }
    }
    case 'AppealDecided': {
      const { decidedAt: at, ...decided } = event
      return { ...decided, type: 'DecideAppeal', at }
    }
  }
}

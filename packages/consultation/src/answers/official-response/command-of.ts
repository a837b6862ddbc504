import type { OfficialResponseCommand } from './commands.ts'
import type { OfficialResponseEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfOfficialResponse = (event: OfficialResponseEvent): OfficialResponseCommand => {
  switch (event.type) {
    case 'ResponseDrafted':
      return { ...event, type: 'DraftResponse' }
    case 'ResponsePublished':
      return { ...event, type: 'PublishResponse' }
    case 'ResponseCorrected':
      return { ...event, type: 'CorrectResponse' }
    case 'ExemptionPublished':
      return { ...event, type: 'PublishExemption' }
  }
}

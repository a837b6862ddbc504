import type { TextEvent } from './events.ts'
import type { TextCommand } from './text-document.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfText = (event: TextEvent): TextCommand => {
  switch (event.type) {
    case 'TextPublished': {
      const { publishedAt: at, ...published } = event
      return { ...published, type: 'PublishText', at }
    }
    case 'TextOpenedForAmendment':
      return { type: 'OpenTextForAmendment', textId: event.textId, by: event.by, at: event.openedAt }
    case 'TextVersionPublished': {
      const { version, publishedAt: at, ...published } = event
      return { ...published, type: 'PublishTextVersion', basedOn: version - 1, at }
    }
    case 'TextClosedForAmendment':
      return { type: 'CloseTextForAmendment', textId: event.textId, by: event.by, at: event.closedAt }
  }
}

import type { NoticeCommand, NoticeEvent } from './notice.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfNotice = (event: NoticeEvent): NoticeCommand => {
  switch (event.type) {
    case 'NoticePublished':
      return { ...event, type: 'PublishNotice' }
    case 'NoticeUpdated':
      return { ...event, type: 'UpdateNotice' }
    case 'NoticeLifted':
      return { ...event, type: 'LiftNotice' }
  }
}

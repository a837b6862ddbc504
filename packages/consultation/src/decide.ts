import { E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { CloseConsultation, ConsultationCommand, DraftConsultation, OpenConsultation, PublishCharter, SetCalendar } from './commands.ts'
import type { ConsultationEvent } from './events.ts'
import type { ConsultationRejection } from './rejections.ts'
import type { ConsultationState } from './state.ts'

type Decision = Either<ConsultationRejection, ReadonlyArray<ConsultationEvent>>

const notInStage = (needs: ConsultationState['status'], { status }: ConsultationState): Decision =>
  E.left({ type: 'ConsultationNotInStage', needs, status })

const draft = (command: DraftConsultation, state: ConsultationState): Decision =>
  state.status === 'NotDrafted' ? E.right([{ ...command, type: 'ConsultationDrafted' }]) : E.left({ type: 'ConsultationAlreadyDrafted' })

const publishCharter = (command: PublishCharter, state: ConsultationState): Decision =>
  state.status === 'Drafted' ? E.right([{ ...command, type: 'CharterPublished' }]) : notInStage('Drafted', state)

const setCalendar = (command: SetCalendar, state: ConsultationState): Decision => {
  if (state.status !== 'Chartered') return notInStage('Chartered', state)
  const { opensAt, closesAt } = command
  return isBefore(opensAt, closesAt)
    ? E.right([{ ...command, type: 'CalendarSet' }])
    : E.left({ type: 'CalendarEndsBeforeItStarts', opensAt, closesAt })
}

const open = ({ consultationId, at }: OpenConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Open') return E.right([])
  if (state.status !== 'Scheduled') return notInStage('Scheduled', state)
  const { opensAt } = state.calendar
  return isBefore(at, opensAt)
    ? E.left({ type: 'ConsultationNotYetDue', opensAt, at })
    : E.right([{ type: 'ConsultationOpened', consultationId, openedAt: at }])
}

const close = ({ consultationId, at }: CloseConsultation, state: ConsultationState): Decision => {
  if (state.status === 'Closed') return E.right([])
  if (state.status !== 'Open') return notInStage('Open', state)
  const { closesAt } = state.calendar
  return isBefore(at, closesAt)
    ? E.left({ type: 'ConsultationStillRunning', closesAt, at })
    : E.right([{ type: 'ConsultationClosed', consultationId, closedAt: at }])
}

export const decide = (command: ConsultationCommand, state: ConsultationState): Decision => {
  switch (command.type) {
    case 'DraftConsultation':
      return draft(command, state)
    case 'PublishCharter':
      return publishCharter(command, state)
    case 'SetCalendar':
      return setCalendar(command, state)
    case 'OpenConsultation':
      return open(command, state)
    case 'CloseConsultation':
      return close(command, state)
  }
}

import type { Instant } from '@isegoria/kernel'
import { closesAtOf, collectedAtOf, currentCalendar, opensAtOf } from './calendar.ts'
import type { ConsultationCommand } from './commands.ts'
import { lacksOfClosing, lacksOfOpening } from './duties.ts'
import type { Lack } from './lack.ts'
import type { ConsultationState, Scheduled } from './state.ts'

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfConsultation {
  readonly command: ConsultationCommand['type']
  readonly by: 'convenor' | 'authority' | 'officer'
  /** Not before. */
  readonly from?: Instant
  /** What is still missing for it. */
  readonly lacks?: ReadonlyArray<Lack>
}

type Command = ConsultationCommand['type']

const by = (who: ExpectedOfConsultation['by'], ...commands: ReadonlyArray<Command>): ReadonlyArray<ExpectedOfConsultation> =>
  commands.map((command) => ({ command, by: who }))

const preparing = by('convenor', 'EngageDepartment', 'NameOfficer', 'PublishInformation')
const leaving = by('authority', 'AbandonConsultation')

const due = (command: Command, from: Instant | undefined, lacks: ReadonlyArray<Lack>): ExpectedOfConsultation => ({
  command,
  by: 'convenor',
  ...(from === undefined ? {} : { from }),
  ...(lacks.length === 0 ? {} : { lacks }),
})

const working = (state: Scheduled): ReadonlyArray<ExpectedOfConsultation> => [
  ...by('convenor', 'ReviseCalendar'),
  ...preparing,
  ...by('officer', 'DischargeDuty'),
  ...by('authority', 'PublishReturn'),
  due('CloseConsultation', closesAtOf(currentCalendar(state.timetable)), lacksOfClosing(state, {})),
  ...leaving,
]

/** What can happen next to a consultation, who may do it, from when on, and what is still missing for it. */
export const expectedOfConsultation = (state: ConsultationState): ReadonlyArray<ExpectedOfConsultation> => {
  switch (state.status) {
    case 'NotDrafted':
      return by('convenor', 'DraftConsultation')
    case 'Drafted':
      return [...by('authority', 'PublishCharter'), ...by('convenor', 'LinkRound'), ...preparing, ...leaving]
    case 'Chartered':
      return [...by('convenor', 'SetPhases', 'SetCalendar'), ...by('authority', 'AmendCharter'), ...preparing, ...leaving]
    case 'Scheduled': {
      const opening = due('OpenConsultation', opensAtOf(currentCalendar(state.timetable)), lacksOfOpening(state))
      return [opening, ...by('convenor', 'ReviseCalendar'), ...by('authority', 'AmendCharter'), ...preparing, ...leaving]
    }
    case 'Open': {
      const collected = due('CloseCollection', collectedAtOf(currentCalendar(state.timetable)), [])
      return [collected, ...by('authority', 'SuspendConsultation', 'AmendCharter'), ...working(state)]
    }
    case 'Suspended':
      return [...by('authority', 'ResumeConsultation', 'AmendCharter'), ...by('convenor', 'ReviseCalendar'), ...preparing, ...leaving]
    case 'Collected':
      return working(state)
    case 'Closed':
      return [...by('authority', 'ReopenFollowUp', 'PublishReturn'), ...by('officer', 'DischargeDuty')]
    case 'Abandoned':
      return []
  }
}

import type { IssueReportCommand } from './commands.ts'
import type { IssueReportEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfIssueReport = (event: IssueReportEvent): IssueReportCommand => {
  switch (event.type) {
    case 'ReportSubmitted':
      return { ...event, type: 'SubmitReport' }
    case 'ReportConfirmed':
      return { ...event, type: 'ConfirmReport' }
    case 'ReportRouted':
      return { ...event, type: 'RouteReport' }
    case 'ReportMergedAsDuplicate':
      return { ...event, type: 'MergeAsDuplicate', original: { reportId: event.original, status: 'Open' } }
    case 'WorkScheduled':
      return { ...event, type: 'ScheduleWork' }
    case 'ReportClosed':
      return { ...event, type: 'CloseReport' }
    case 'FixConfirmedByReporter':
      return { ...event, type: 'ConfirmFix' }
    case 'FixDisputedByReporter':
      return { ...event, type: 'DisputeFix' }
  }
}

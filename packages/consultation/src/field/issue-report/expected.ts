import type { IssueReportCommand } from './commands.ts'
import type { IssueReportState } from './state.ts'

/** One thing that can happen next to a report, and who may do it. */
export interface ExpectedOfIssueReport {
  readonly command: IssueReportCommand['type']
  readonly by: 'anybody' | 'service' | 'department' | 'reporter'
  /** The department in charge, where it waits for that one. */
  readonly department?: string
}

/** The service sorts reports, the department in charge schedules the work, and the reporter has the last word on a fix. */
export const expectedOfIssueReport = (state: IssueReportState): ReadonlyArray<ExpectedOfIssueReport> => {
  switch (state.status) {
    case 'NotSubmitted':
      return [{ command: 'SubmitReport', by: 'anybody' }]
    case 'Open': {
      const { isConfirmed, department } = state
      const sorting = [...(isConfirmed ? [] : (['ConfirmReport'] as const)), ...(['RouteReport', 'MergeAsDuplicate', 'CloseReport'] as const)]
      const work: ReadonlyArray<ExpectedOfIssueReport> = department === undefined ? [] : [{ command: 'ScheduleWork', by: 'department', department }]
      return [...sorting.map((command): ExpectedOfIssueReport => ({ command, by: 'service' })), ...work]
    }
    case 'Merged':
      return []
    case 'Closed': {
      const { closing, isApproved } = state
      if (isApproved) return []
      const fix: ReadonlyArray<ExpectedOfIssueReport> = closing.code === 'fixed' ? [{ command: 'ConfirmFix', by: 'reporter' }] : []
      return [...fix, { command: 'DisputeFix', by: 'reporter' }]
    }
  }
}

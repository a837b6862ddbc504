import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'
import { approval, closing, confirmation, dispute, merger, routing, scheduling, submission } from './events.ts'

const SubmitReport = t.strict({ type: t.literal('SubmitReport'), ...submission }, 'SubmitReport')
export interface SubmitReport extends Readonly<t.TypeOf<typeof SubmitReport>> {}

const ConfirmReport = t.strict({ type: t.literal('ConfirmReport'), ...confirmation }, 'ConfirmReport')
interface ConfirmReport extends Readonly<t.TypeOf<typeof ConfirmReport>> {}

const RouteReport = t.strict({ type: t.literal('RouteReport'), ...routing }, 'RouteReport')
interface RouteReport extends Readonly<t.TypeOf<typeof RouteReport>> {}

/** `original` is the other report, and the stage in which its stream stands. */
const MergeAsDuplicate = t.strict(
  { type: t.literal('MergeAsDuplicate'), ...merger, original: t.strict({ reportId: t.string, status: t.string }) },
  'MergeAsDuplicate',
)
export interface MergeAsDuplicate extends Readonly<t.TypeOf<typeof MergeAsDuplicate>> {}

const ScheduleWork = t.strict({ type: t.literal('ScheduleWork'), ...scheduling }, 'ScheduleWork')
export interface ScheduleWork extends Readonly<t.TypeOf<typeof ScheduleWork>> {}

const CloseReport = t.strict({ type: t.literal('CloseReport'), ...closing }, 'CloseReport')
interface CloseReport extends Readonly<t.TypeOf<typeof CloseReport>> {}

const ConfirmFix = t.strict({ type: t.literal('ConfirmFix'), ...approval }, 'ConfirmFix')
export interface ConfirmFix extends Readonly<t.TypeOf<typeof ConfirmFix>> {}

const DisputeFix = t.strict({ type: t.literal('DisputeFix'), ...dispute }, 'DisputeFix')
export interface DisputeFix extends Readonly<t.TypeOf<typeof DisputeFix>> {}

export type IssueReportCommand = SubmitReport | ConfirmReport | RouteReport | MergeAsDuplicate | ScheduleWork | CloseReport | ConfirmFix | DisputeFix

/** Decodes a command where it comes in. */
export const issueReportCommands = eventCodec<IssueReportCommand>({
  SubmitReport,
  ConfirmReport,
  RouteReport,
  MergeAsDuplicate,
  ScheduleWork,
  CloseReport,
  ConfirmFix,
  DisputeFix,
})

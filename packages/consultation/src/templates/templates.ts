import { attractivenessBarometer } from './attractiveness-barometer.ts'
import { billSupport } from './bill-support.ts'
import { cyclePath } from './cycle-path.ts'
import { etatsGeneraux } from './etats-generaux.ts'
import { fibreCalendar } from './fibre-calendar.ts'
import { issueReports } from './issue-reports.ts'
import { notices } from './notices.ts'
import { participatoryBudgetTemplate } from './participatory-budget.ts'
import { plainConsultation } from './plain-consultation.ts'
import { publicInquiry } from './public-inquiry.ts'
import { schoolRhythms } from './school-rhythms.ts'
import type { Template } from './template.ts'

/**
 * How the usual kinds of consultation are held, the smallest first: drafts to begin with, and to change.
 *
 * @example templates.filter(({ polls = [] }) => polls.length > 0).map(({ id }) => id) // => ['school-rhythms', 'fibre-calendar', 'cycle-path', 'bill-support', 'participatory-budget']
 */
export const templates: ReadonlyArray<Template> = [
  plainConsultation,
  schoolRhythms,
  fibreCalendar,
  cyclePath,
  notices,
  issueReports,
  attractivenessBarometer,
  publicInquiry,
  etatsGeneraux,
  billSupport,
  participatoryBudgetTemplate,
]

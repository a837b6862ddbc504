import { envelopeEvents, feasibilityEvents } from '@isegoria/budget'
import {
  amendmentEvents,
  commitmentEvents,
  consultationEvents,
  contributionEvents,
  decisionEvents,
  eligibilityEntryEvents,
  eligibilityRollEvents,
  issueReportEvents,
  meetingEvents,
  moderationEvents,
  noticeEvents,
  officialResponseEvents,
  offlineBatchEvents,
  opinionEvents,
  proposalEvents,
  questionnaireEvents,
  sortitionEvents,
  subscriptionEvents,
  supportEvents,
  surveyResponseEvents,
  textEvents,
} from '@isegoria/consultation'
import { anyOf } from '@isegoria/kernel'
import type { EventCodec } from '@isegoria/kernel'
import { ballotEvents, boxEvents, electorEvents, pollEvents, rollEvents, spentEvents } from '@isegoria/voting'
import type { AnyEvent } from '../labels/vocabulary.ts'

/** The codec of each aggregate whose events can be told. */
export const codecs: ReadonlyArray<EventCodec<AnyEvent>> = [
  amendmentEvents,
  ballotEvents,
  boxEvents,
  commitmentEvents,
  consultationEvents,
  contributionEvents,
  decisionEvents,
  electorEvents,
  eligibilityEntryEvents,
  eligibilityRollEvents,
  envelopeEvents,
  feasibilityEvents,
  issueReportEvents,
  meetingEvents,
  moderationEvents,
  noticeEvents,
  officialResponseEvents,
  offlineBatchEvents,
  opinionEvents,
  pollEvents,
  proposalEvents,
  questionnaireEvents,
  rollEvents,
  sortitionEvents,
  spentEvents,
  subscriptionEvents,
  supportEvents,
  surveyResponseEvents,
  textEvents,
]

export const everyEvent: EventCodec<AnyEvent> = anyOf(codecs)

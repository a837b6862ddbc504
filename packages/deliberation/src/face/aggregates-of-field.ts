import * as c from '@isegoria/consultation'
import { aggregate } from './aggregate.ts'
import { givenOfReport } from './given-terms.ts'

/** What happens on the ground: meetings, paper, notices, reports. */
export const aggregatesOfField = {
  meeting: aggregate({
    decider: c.meeting,
    events: c.meetingEvents,
    commands: c.meetingCommands,
    stream: c.meetingStream,
    streamOf: ({ meetingId }) => c.meetingStream(meetingId),
    streamOfEvent: ({ meetingId }) => c.meetingStream(meetingId),
    commandOf: c.commandOfMeeting,
    expected: c.expectedOfMeeting,
  }),
  offlineBatch: aggregate({
    decider: c.offlineBatch,
    events: c.offlineBatchEvents,
    commands: c.offlineBatchCommands,
    stream: c.offlineBatchStream,
    streamOf: ({ batchId }) => c.offlineBatchStream(batchId),
    streamOfEvent: ({ batchId }) => c.offlineBatchStream(batchId),
    commandOf: c.commandOfOfflineBatch,
    expected: c.expectedOfOfflineBatch,
  }),
  notice: aggregate({
    decider: c.notice,
    events: c.noticeEvents,
    commands: c.noticeCommands,
    stream: c.noticeStream,
    streamOf: ({ noticeId }) => c.noticeStream(noticeId),
    streamOfEvent: ({ noticeId }) => c.noticeStream(noticeId),
    commandOf: c.commandOfNotice,
    expected: c.expectedOfNotice,
  }),
  subscription: aggregate({
    decider: c.subscription,
    events: c.subscriptionEvents,
    commands: c.subscriptionCommands,
    stream: c.subscriptionStream,
    streamOf: ({ consultationId, subscriberKey }) => c.subscriptionStream(consultationId, subscriberKey),
    streamOfEvent: ({ consultationId, subscriberKey }) => c.subscriptionStream(consultationId, subscriberKey),
    commandOf: c.commandOfSubscription,
    expected: c.expectedOfSubscription,
  }),
  issueReport: aggregate({
    decider: c.issueReport,
    events: c.issueReportEvents,
    commands: c.issueReportCommands,
    stream: c.issueReportStream,
    streamOf: ({ reportId }) => c.issueReportStream(reportId),
    streamOfEvent: ({ reportId }) => c.issueReportStream(reportId),
    commandOf: c.commandOfIssueReport,
    expected: c.expectedOfIssueReport,
    given: givenOfReport,
  }),
}

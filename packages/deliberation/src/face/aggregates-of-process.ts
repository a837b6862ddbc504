import * as c from '@isegoria/consultation'
import { aggregate } from './aggregate.ts'
import { consultationCommands } from './consultation-commands.ts'
import { givenOfCommitment, givenOfConsultation, givenOfDecision } from './given-log.ts'

/** The process and what the public body answers. */
export const aggregatesOfProcess = {
  consultation: aggregate({
    decider: c.consultation,
    events: c.consultationEvents,
    commands: consultationCommands,
    stream: c.consultationStream,
    streamOf: ({ consultationId }) => c.consultationStream(consultationId),
    streamOfEvent: ({ consultationId }) => c.consultationStream(consultationId),
    commandOf: c.commandOfConsultation,
    expected: c.expectedOfConsultation,
    given: givenOfConsultation,
  }),
  response: aggregate({
    decider: c.officialResponse,
    events: c.officialResponseEvents,
    commands: c.officialResponseCommands,
    stream: c.officialResponseStream,
    streamOf: ({ responseId }) => c.officialResponseStream(responseId),
    streamOfEvent: ({ responseId }) => c.officialResponseStream(responseId),
    commandOf: c.commandOfOfficialResponse,
    expected: c.expectedOfOfficialResponse,
  }),
  decision: aggregate({
    decider: c.decision,
    events: c.decisionEvents,
    commands: c.decisionCommands,
    stream: c.decisionStream,
    streamOf: ({ decisionId }) => c.decisionStream(decisionId),
    streamOfEvent: ({ decisionId }) => c.decisionStream(decisionId),
    commandOf: c.commandOfDecision,
    expected: c.expectedOfDecision,
    given: givenOfDecision,
  }),
  commitment: aggregate({
    decider: c.commitment,
    events: c.commitmentEvents,
    commands: c.commitmentCommands,
    stream: c.commitmentStream,
    streamOf: ({ commitmentId }) => c.commitmentStream(commitmentId),
    streamOfEvent: ({ commitmentId }) => c.commitmentStream(commitmentId),
    commandOf: c.commandOfCommitment,
    expected: c.expectedOfCommitment,
    given: givenOfCommitment,
  }),
}

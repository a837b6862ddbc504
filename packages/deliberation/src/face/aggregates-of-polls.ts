import * as b from '@isegoria/budget'
import * as v from '@isegoria/voting'
import { commandOfElector, commandOfEnvelope, commandOfPoll, commandOfStudy } from '../history.ts'
import { aggregate } from './aggregate.ts'
import { expectedOfBallot, expectedOfElector, expectedOfPoll } from './expected-of-poll.ts'
import { givenOfBallot, givenOfPoll } from './given-terms.ts'
import { ballotCommands, electorCommands, pollCommands } from './voting-commands.ts'

/** Polls, ballots and the money that they give. */
export const aggregatesOfPolls = {
  poll: aggregate({
    decider: v.poll,
    events: v.pollEvents,
    commands: pollCommands,
    stream: v.pollStream,
    streamOf: ({ pollId }) => v.pollStream(pollId),
    streamOfEvent: ({ pollId }) => v.pollStream(pollId),
    commandOf: commandOfPoll,
    expected: expectedOfPoll,
    given: givenOfPoll,
  }),
  ballot: aggregate({
    decider: v.ballotDecider,
    events: v.ballotEvents,
    commands: ballotCommands,
    stream: v.ballotStream,
    streamOf: ({ terms: { pollId }, voterKey }) => v.ballotStream(pollId, voterKey),
    streamOfEvent: ({ pollId, voterKey }) => v.ballotStream(pollId, voterKey),
    expected: expectedOfBallot,
    given: givenOfBallot,
    streamOfAsked: ({ pollId, voterKey }) => v.ballotStream(String(pollId), String(voterKey)),
    isFollowedWithItsPoll: true,
  }),
  elector: aggregate({
    decider: v.elector,
    events: v.electorEvents,
    commands: electorCommands,
    stream: v.electorStream,
    streamOf: ({ rollId, voterKey }) => v.electorStream(rollId, voterKey),
    streamOfEvent: ({ rollId, voterKey }) => v.electorStream(rollId, voterKey),
    commandOf: commandOfElector,
    expected: expectedOfElector,
  }),
  envelope: aggregate({
    decider: b.envelope,
    events: b.envelopeEvents,
    commands: b.envelopeCommands,
    stream: b.envelopeStream,
    streamOf: ({ envelopeId }) => b.envelopeStream(envelopeId),
    streamOfEvent: ({ envelopeId }) => b.envelopeStream(envelopeId),
    commandOf: commandOfEnvelope,
    expected: b.expectedOfEnvelope,
  }),
  feasibilityStudy: aggregate({
    decider: b.feasibilityStudy,
    events: b.feasibilityEvents,
    commands: b.feasibilityCommands,
    stream: b.feasibilityStream,
    streamOf: ({ projectId, studyId }) => b.feasibilityStream(projectId, studyId),
    streamOfEvent: ({ projectId, studyId }) => b.feasibilityStream(projectId, studyId),
    commandOf: commandOfStudy,
    expected: b.expectedOfStudy,
  }),
}

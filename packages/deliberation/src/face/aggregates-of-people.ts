import * as c from '@isegoria/consultation'
import { aggregate } from './aggregate.ts'
import { givenOfEntry, givenOfSurveyResponse } from './given-terms.ts'
import {
  eligibilityEntryCommands,
  eligibilityRollCommands,
  questionnaireCommands,
  sortitionCommands,
  surveyResponseCommands,
} from './people-commands.ts'

/** Who takes part, who was drawn by lot, who was asked. */
export const aggregatesOfPeople = {
  eligibilityRoll: aggregate({
    decider: c.eligibilityRoll,
    events: c.eligibilityRollEvents,
    commands: eligibilityRollCommands,
    stream: c.eligibilityRollStream,
    streamOf: ({ rollId }) => c.eligibilityRollStream(rollId),
    streamOfEvent: ({ rollId }) => c.eligibilityRollStream(rollId),
    expected: c.expectedOfRoll,
  }),
  eligibilityEntry: aggregate({
    decider: c.eligibilityEntry,
    events: c.eligibilityEntryEvents,
    commands: eligibilityEntryCommands,
    stream: c.eligibilityEntryStream,
    streamOf: ({ gate: { rollId }, voterKey }) => c.eligibilityEntryStream(rollId, voterKey),
    streamOfEvent: ({ rollId, voterKey }) => c.eligibilityEntryStream(rollId, voterKey),
    given: givenOfEntry,
  }),
  sortition: aggregate({
    decider: c.sortition,
    events: c.sortitionEvents,
    commands: sortitionCommands,
    stream: c.sortitionStream,
    streamOf: ({ drawId }) => c.sortitionStream(drawId),
    streamOfEvent: ({ drawId }) => c.sortitionStream(drawId),
    expected: c.expectedOfSortition,
  }),
  questionnaire: aggregate({
    decider: c.questionnaire,
    events: c.questionnaireEvents,
    commands: questionnaireCommands,
    stream: c.questionnaireStream,
    streamOf: ({ questionnaireId }) => c.questionnaireStream(questionnaireId),
    streamOfEvent: ({ questionnaireId }) => c.questionnaireStream(questionnaireId),
    expected: c.expectedOfQuestionnaire,
  }),
  surveyResponse: aggregate({
    decider: c.surveyResponse,
    events: c.surveyResponseEvents,
    commands: surveyResponseCommands,
    stream: c.surveyResponseStream,
    streamOf: ({ terms: { questionnaireId, wave }, respondentKey }) => c.surveyResponseStream(questionnaireId, wave, respondentKey),
    streamOfEvent: ({ questionnaireId, wave, respondentKey }) => c.surveyResponseStream(questionnaireId, wave, respondentKey),
    given: givenOfSurveyResponse,
  }),
}

import { surveyResponse, surveyResponseStream } from '../survey-response.ts'
import type { SurveyResponseEvent, SurveyResponseState } from '../survey-response.ts'

/** Where each respondent stands after these events, by the name of their stream. The streams may come in any order, each in its own. */
export const responsesOf = (events: Iterable<SurveyResponseEvent>): ReadonlyMap<string, SurveyResponseState> => {
  const responses = new Map<string, SurveyResponseState>()
  for (const event of events) {
    const stream = surveyResponseStream(event.questionnaireId, event.wave, event.respondentKey)
    responses.set(stream, surveyResponse.evolve(responses.get(stream) ?? surveyResponse.initialState, event))
  }
  return responses
}

import { instant } from '@isegoria/kernel'
import type { Answer } from './answer.ts'
import type { Question } from './questionnaire/question.ts'
import type { SurveyTerms } from './questionnaire/survey-terms.ts'
import type { SurveyResponseState } from './survey-response.ts'

const choices = [
  { id: 'bus', text: 'The bus' },
  { id: 'bicycle', text: 'A bicycle' },
  { id: 'foot', text: 'On foot' },
]
export const mode: Question = { id: 'mode', text: 'How do you come to town?', form: { kind: 'single', choices }, isRequired: true }
export const wishes: Question = {
  id: 'wishes',
  text: 'What would you use more often?',
  form: { kind: 'multiple', choices, atMost: 2 },
  isRequired: false,
}
export const liking: Question = { id: 'liking', text: 'How do you like it here?', form: { kind: 'scale', from: 1, to: 5 }, isRequired: false }
export const years: Question = {
  id: 'years',
  text: 'How long have you lived here?',
  form: { kind: 'number', from: 0, to: 120, unit: 'years' },
  isRequired: false,
}
export const remark: Question = { id: 'remark', text: 'What else?', form: { kind: 'text' }, isRequired: false }

export const [dayBefore, opensAt, during, closesAt] = [
  instant('2026-02-28T00:00:00Z'),
  instant('2026-03-01T00:00:00Z'),
  instant('2026-03-05T00:00:00Z'),
  instant('2026-03-08T00:00:00Z'),
]
export const terms: SurveyTerms = {
  questionnaireId: 'q',
  wave: '2026',
  questions: [mode, wishes, liking, years, remark],
  questionsHash: 'f'.repeat(64),
  attributes: { district: ['north', 'south'] },
  opensAt,
  closesAt,
}

/** A response that stands. */
export const responded = (answers: Readonly<Record<string, Answer>>, attributes: Readonly<Record<string, string>> = {}): SurveyResponseState => ({
  status: 'Answered',
  answers,
  channel: 'online',
  attributes,
})

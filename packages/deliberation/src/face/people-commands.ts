import type {
  EligibilityEntryCommand,
  EligibilityRollCommand,
  QuestionnaireCommand,
  SortitionCommand,
  SurveyResponseCommand,
} from '@isegoria/consultation'
import { shapedCommands } from './fields.ts'

const roll = { rollId: 'text', at: 'instant' } as const
const late = { ...roll, count: 'number', root: 'text', reason: 'text' } as const
const draw = { drawId: 'text' } as const
const questions = { questionnaireId: 'text' } as const

/** Decodes a command to a roll of the eligible public. */
export const eligibilityRollCommands = shapedCommands<EligibilityRollCommand>({
  DraftRoll: { rollId: 'text', consultationId: 'text', perimeter: 'record', attributes: 'record', lateEntries: 'text', by: 'text' },
  SealRoll: { ...roll, count: 'number', root: 'text', opensAt: 'instant' },
  MoveRollOpening: { ...roll, opensAt: 'instant', reason: 'text' },
  AddEntryLate: late,
  StrikeOffEntryLate: late,
})

/** Decodes a command to one entry on such a roll; its gate is read from the roll, never taken from who sends it. */
export const eligibilityEntryCommands = shapedCommands<EligibilityEntryCommand>({
  AttestEntry: { voterKey: 'text', by: 'text', attributes: 'record', late: 'number?', gate: 'record' },
  StrikeOffEntry: { voterKey: 'text', reason: 'text', late: 'number?', gate: 'record' },
})

/** Decodes a command to a draw by lot. */
export const sortitionCommands = shapedCommands<SortitionCommand>({
  SealPool: { ...draw, consultationId: 'text', pool: 'list', strata: 'list', seats: 'number', at: 'instant' },
  CommitSeedSource: { ...draw, source: 'text', revealsAt: 'instant', at: 'instant' },
  RevealSeed: { ...draw, seed: 'text', at: 'instant' },
  PerformDraw: { ...draw, pool: 'list' },
  AcceptSeat: { ...draw, key: 'text' },
  DeclineSeat: { ...draw, key: 'text', ground: 'text' },
  ReplacePanelist: { ...draw, key: 'text' },
})

/** Decodes a command to a questionnaire. */
export const questionnaireCommands = shapedCommands<QuestionnaireCommand>({
  DraftQuestionnaire: { ...questions, consultationId: 'text', title: 'text', attributes: 'record', rollId: 'text?' },
  AddQuestion: { ...questions, question: 'record', replaces: 'text?', reason: 'text?' },
  RewordQuestion: { ...questions, questionId: 'text', text: 'text', choices: 'record', isEditorial: 'flag', reason: 'text' },
  RetireQuestion: { ...questions, questionId: 'text', reason: 'text' },
  OpenQuestionnaire: { ...questions, at: 'instant' },
  OpenWave: { ...questions, wave: 'text', opensAt: 'instant', closesAt: 'instant', at: 'instant' },
  CloseQuestionnaire: { ...questions, at: 'instant' },
})

/** Decodes a respondent's command; its terms are read from the questionnaire, never taken from who sends it. */
export const surveyResponseCommands = shapedCommands<SurveyResponseCommand>({
  AnswerSurvey: {
    respondentKey: 'text',
    answers: 'record',
    channel: 'text',
    attributes: 'record',
    terms: 'record',
    entry: 'record?',
    at: 'instant',
  },
  WithdrawSurveyAnswer: { respondentKey: 'text', terms: 'record', at: 'instant' },
})

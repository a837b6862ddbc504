import {
  eligibilityEntry,
  eligibilityEntryEvents,
  eligibilityEntryStream,
  eligibilityRoll,
  eligibilityRollEvents,
  eligibilityRollStream,
  issueReport,
  issueReportEvents,
  issueReportStream,
  questionnaire,
  questionnaireEvents,
  questionnaireStream,
  rollGate,
  surveyTerms,
} from '@isegoria/consultation'
import { E } from '@isegoria/kernel'
import { ballotTerms, elector, electorEvents, electorStream, rulesHash } from '@isegoria/voting'
import { isFields, textOf } from './fields.ts'
import type { Fields } from './fields.ts'
import type { Given } from './reads.ts'

const idOf = (command: Fields, name: string): string => textOf(command, name) ?? ''

/** A ballot names its poll; what it must obey, and whether its voter is on the roll, is read. */
export const givenOfBallot: Given = async ({ elector: _, attributes = {}, ...command }, reads) => {
  const pollId = idOf(command, 'pollId')
  const state = await reads.poll(pollId)
  if (E.isLeft(state)) return state
  const terms = ballotTerms(state.right)
  if (terms === undefined) return E.left({ type: 'PollNotOpen', pollId, status: state.right.status })
  const complete = { ...command, attributes, terms }
  if (terms.electors === undefined) return E.right(complete)
  const entry = await reads.state(elector, electorEvents, electorStream(terms.electors, idOf(command, 'voterKey')))
  return E.isLeft(entry) ? entry : E.right({ ...complete, elector: entry.right })
}

/** The hash of what is fixed at the opening, where the command does not name it. What is counted is told by nobody. */
export const givenOfPoll: Given = async (command, reads) => {
  const type = idOf(command, 'type')
  if (type === 'SealBallotBox' || type === 'RecordTally') return E.left({ type: 'CountedByTally', command: type })
  if (type !== 'OpenPoll' || command['rulesHash'] !== undefined) return E.right(command)
  const state = await reads.poll(idOf(command, 'pollId'))
  if (E.isLeft(state)) return state
  const { right: stage } = state
  const known = stage.status === 'Frozen' ? rulesHash(stage.terms) : 'rulesHash' in stage ? stage.rulesHash : ''
  return E.right({ ...command, rulesHash: known })
}

/** An entry names its roll; what the roll allows is read. */
export const givenOfEntry: Given = async (command, reads) => {
  const rollId = idOf(command, 'rollId')
  const state = await reads.state(eligibilityRoll, eligibilityRollEvents, eligibilityRollStream(rollId))
  if (E.isLeft(state)) return state
  const gate = rollGate(state.right)
  return gate === undefined ? E.left({ type: 'RollNotDrafted', rollId }) : E.right({ ...command, gate })
}

/** An answer names its questionnaire and wave; what is asked, and whether the respondent is on the roll, is read. */
export const givenOfSurveyResponse: Given = async ({ entry: _, ...command }, reads) => {
  const [questionnaireId, wave] = [idOf(command, 'questionnaireId'), idOf(command, 'wave')]
  const state = await reads.state(questionnaire, questionnaireEvents, questionnaireStream(questionnaireId))
  if (E.isLeft(state)) return state
  const terms = surveyTerms(state.right, wave)
  if (terms === undefined) return E.left({ type: 'WaveNotOpened', questionnaireId, wave })
  const complete = { ...command, terms }
  if (terms.rollId === undefined) return E.right(complete)
  const entryStream = eligibilityEntryStream(terms.rollId, idOf(command, 'respondentKey'))
  const entry = await reads.state(eligibilityEntry, eligibilityEntryEvents, entryStream)
  return E.isLeft(entry) ? entry : E.right({ ...complete, entry: entry.right })
}

/** In which stage the report stands that another one repeats, is read. */
export const givenOfReport: Given = async (command, reads) => {
  const { type, original } = command
  if (type !== 'MergeAsDuplicate' || !isFields(original)) return E.right(command)
  const reportId = idOf(original, 'reportId')
  const state = await reads.state(issueReport, issueReportEvents, issueReportStream(reportId))
  return E.isLeft(state) ? state : E.right({ ...command, original: { reportId, status: state.right.status } })
}

import { canonicalHash, E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isDeepStrictEqual } from 'node:util'
import { isName } from '../../people/is-name.ts'
import type {
  AddQuestion,
  CloseQuestionnaire,
  DraftQuestionnaire,
  OpenQuestionnaire,
  OpenWave,
  QuestionnaireCommand,
  RetireQuestion,
  RewordQuestion,
} from './commands.ts'
import type { QuestionnaireEvent } from './events.ts'
import { faultOfQuestion } from './question.ts'
import type { QuestionnaireRejection } from './rejections.ts'
import { reworded } from './reworded.ts'
import { firstAskedIn } from './state.ts'
import type { QuestionnaireState, WithContent } from './state.ts'

type Decision = Either<QuestionnaireRejection, ReadonlyArray<QuestionnaireEvent>>

const notInStage = (needs: QuestionnaireState['status'], { status }: QuestionnaireState): Decision =>
  E.left({ type: 'QuestionnaireNotInStage', needs, status })
const unknown = (questionId: string): Decision => E.left({ type: 'QuestionUnknown', questionId })

const draft = (command: DraftQuestionnaire, state: QuestionnaireState): Decision => {
  if (state.status !== 'NotDrafted') return E.left({ type: 'QuestionnaireAlreadyDrafted' })
  if (!isName(command.title)) return E.left({ type: 'NameMissing', field: 'title' })
  const isBad = Object.entries(command.attributes).some((entry) => !entry.flat().every(isName))
  return isBad ? E.left({ type: 'NameMissing', field: 'attributes' }) : E.right([{ ...command, type: 'QuestionnaireDrafted' }])
}

const add = (command: AddQuestion, state: WithContent): Decision => {
  const { question, replaces, reason } = command
  const known = state.questions.find(({ id }) => id === question.id)
  if (known !== undefined && isDeepStrictEqual(known, question) && !state.questions.some(({ id }) => id === replaces)) return E.right([])
  if (known !== undefined || state.retired.some((one) => one.question.id === question.id))
    return E.left({ type: 'QuestionIdTaken', questionId: question.id })
  const fault = faultOfQuestion(question)
  if (fault !== undefined) return E.left(fault)
  if (replaces !== undefined) {
    if (!state.questions.some(({ id }) => id === replaces)) return unknown(replaces)
    if (!isName(reason ?? '')) return E.left({ type: 'ReasonMissing', of: 'QuestionAdded' })
  }
  return E.right([{ ...command, type: 'QuestionAdded' }])
}

const reword = (command: RewordQuestion, state: WithContent): Decision => {
  const { questionId, text, choices, isEditorial, reason } = command
  const question = state.questions.find(({ id }) => id === questionId)
  if (question === undefined) return unknown(questionId)
  if (!isName(text) || !Object.values(choices).every(isName)) return E.left({ type: 'NameMissing', field: 'text' })
  if (!isName(reason)) return E.left({ type: 'ReasonMissing', of: 'QuestionReworded' })
  const ids = question.form.kind === 'single' || question.form.kind === 'multiple' ? question.form.choices.map(({ id }) => id) : []
  const foreign = Object.keys(choices).find((choice) => !ids.includes(choice))
  if (foreign !== undefined) return E.left({ type: 'ChoiceUnknown', questionId, choice: foreign })
  if (isDeepStrictEqual(reworded(question, text, choices), question)) return E.right([])
  const wave = firstAskedIn(state, questionId)
  return wave === undefined || isEditorial
    ? E.right([{ ...command, type: 'QuestionReworded' }])
    : E.left({ type: 'RewordingNeedsNewQuestion', questionId, wave })
}

const retire = (command: RetireQuestion, state: WithContent): Decision => {
  const { questionId, reason } = command
  if (state.retired.some(({ question }) => question.id === questionId)) return E.right([])
  if (!state.questions.some(({ id }) => id === questionId)) return unknown(questionId)
  return isName(reason) ? E.right([{ ...command, type: 'QuestionRetired' }]) : E.left({ type: 'ReasonMissing', of: 'QuestionRetired' })
}

const open = (command: OpenQuestionnaire, state: WithContent): Decision => {
  if (state.status !== 'Drafted') return E.right([])
  return state.questions.length === 0 ? E.left({ type: 'QuestionsMissing' }) : E.right([{ ...command, type: 'QuestionnaireOpened' }])
}

const openWave = ({ questionnaireId, wave, opensAt, closesAt, at }: OpenWave, state: WithContent): Decision => {
  if (state.status !== 'Open') return notInStage('Open', state)
  if (!isName(wave)) return E.left({ type: 'NameMissing', field: 'wave' })
  const known = state.waves.find((one) => one.wave === wave)
  if (known !== undefined) {
    const isSame = known.opensAt === opensAt && known.closesAt === closesAt
    return isSame ? E.right([]) : E.left({ type: 'WaveAlreadyOpened', wave, opensAt: known.opensAt, closesAt: known.closesAt })
  }
  if (!isBefore(opensAt, closesAt)) return E.left({ type: 'WaveEndsBeforeItStarts', opensAt, closesAt })
  if (isBefore(opensAt, at)) return E.left({ type: 'WaveOpensInThePast', opensAt, at })
  const last = state.waves.at(-1)
  if (last !== undefined && isBefore(opensAt, last.closesAt)) return E.left({ type: 'WavesOverlap', wave: last.wave, closesAt: last.closesAt })
  if (state.questions.length === 0) return E.left({ type: 'QuestionsMissing' })
  const questions = state.questions.map(({ id }) => id)
  return E.right([{ type: 'WaveOpened', questionnaireId, wave, opensAt, closesAt, questions, questionsHash: canonicalHash(state.questions) }])
}

const close = (command: CloseQuestionnaire, state: WithContent): Decision => {
  if (state.status === 'Drafted') return notInStage('Open', state)
  if (state.status === 'Closed') return E.right([])
  const last = state.waves.at(-1)
  return last !== undefined && isBefore(command.at, last.closesAt)
    ? E.left({ type: 'WaveStillRunning', wave: last.wave, closesAt: last.closesAt, at: command.at })
    : E.right([{ ...command, type: 'QuestionnaireClosed' }])
}

export const decide = (command: QuestionnaireCommand, state: QuestionnaireState): Decision => {
  if (command.type === 'DraftQuestionnaire') return draft(command, state)
  if (state.status === 'NotDrafted') return notInStage('Drafted', state)
  if (command.type === 'CloseQuestionnaire') return close(command, state)
  if (state.status === 'Closed') return notInStage('Open', state)
  switch (command.type) {
    case 'AddQuestion':
      return add(command, state)
    case 'RewordQuestion':
      return reword(command, state)
    case 'RetireQuestion':
      return retire(command, state)
    case 'OpenQuestionnaire':
      return open(command, state)
    case 'OpenWave':
      return openWave(command, state)
  }
}

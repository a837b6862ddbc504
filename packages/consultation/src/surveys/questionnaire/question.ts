import * as t from 'io-ts'
import { isName } from '../../people/is-name.ts'
import { WholeNumber } from '@isegoria/kernel'

const Choice = t.strict({ id: t.string, text: t.string }, 'Choice')
const choices = t.readonlyArray(t.readonly(Choice))

/** How a question is answered. Scales and numbers are whole; `unit` says of what. */
export const QuestionForm = t.union(
  [
    t.strict({ kind: t.literal('single'), choices }),
    t.strict({ kind: t.literal('multiple'), choices, atMost: WholeNumber }),
    t.strict({ kind: t.literal('scale'), from: WholeNumber, to: WholeNumber }),
    t.strict({ kind: t.literal('number'), from: WholeNumber, to: WholeNumber, unit: t.string }),
    t.strict({ kind: t.literal('text') }),
  ],
  'QuestionForm',
)
export type QuestionForm = Readonly<t.TypeOf<typeof QuestionForm>>

/** A question under an id that is never given to another. */
export const Question = t.strict({ id: t.string, text: t.string, form: t.readonly(QuestionForm), isRequired: t.boolean }, 'Question')
export interface Question extends Readonly<t.TypeOf<typeof Question>> {}

/** Why a question cannot be asked. */
export type QuestionFault =
  | { readonly type: 'NameMissing'; readonly field: string }
  | { readonly type: 'ChoicesMissing'; readonly questionId: string; readonly count: number }
  | { readonly type: 'ChoiceTwice'; readonly questionId: string; readonly choice: string }
  | { readonly type: 'RangeEmpty'; readonly questionId: string; readonly from: number; readonly to: number }
  | { readonly type: 'ScaleTooLong'; readonly questionId: string; readonly steps: number; readonly atMost: number }

const longestScale = 101

const faultOfForm = (questionId: string, form: QuestionForm): QuestionFault | undefined => {
  switch (form.kind) {
    case 'text':
      return undefined
    case 'scale':
    case 'number': {
      const { from, to } = form
      if (from >= to) return { type: 'RangeEmpty', questionId, from, to }
      const steps = to - from + 1
      const isLong = form.kind === 'scale' && steps > longestScale
      return isLong ? { type: 'ScaleTooLong', questionId, steps, atMost: longestScale } : undefined
    }
    case 'single':
    case 'multiple': {
      const ids = form.choices.map(({ id }) => id)
      if (ids.length < 2) return { type: 'ChoicesMissing', questionId, count: ids.length }
      if (!form.choices.every(({ id, text }) => isName(id) && isName(text))) return { type: 'NameMissing', field: 'choices' }
      const twice = ids.find((id, place) => ids.indexOf(id) !== place)
      if (twice !== undefined) return { type: 'ChoiceTwice', questionId, choice: twice }
      const isRange = form.kind === 'single' || (form.atMost >= 1 && form.atMost <= ids.length)
      return isRange ? undefined : { type: 'RangeEmpty', questionId, from: 1, to: form.atMost }
    }
  }
}

export const faultOfQuestion = ({ id, text, form }: Question): QuestionFault | undefined => {
  if (!isName(id)) return { type: 'NameMissing', field: 'id' }
  if (!isName(text)) return { type: 'NameMissing', field: 'text' }
  return faultOfForm(id, form)
}

/** What of a form must stay for ever once it was asked: all but the words of its choices. */
export const fixedOf = (form: QuestionForm): object =>
  form.kind === 'single' || form.kind === 'multiple' ? { ...form, choices: form.choices.map(({ id }) => id) } : form

/** The ids under which answers to a question are counted; `undefined` where they are not counted one by one. */
export const choicesOf = ({ form }: Question): ReadonlyArray<string> | undefined => {
  switch (form.kind) {
    case 'single':
    case 'multiple':
      return form.choices.map(({ id }) => id)
    case 'scale':
      return Array.from({ length: form.to - form.from + 1 }, (_, step) => String(form.from + step))
    case 'number':
    case 'text':
      return undefined
  }
}

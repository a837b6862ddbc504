import { answers } from './en/answers.ts'
import { budget } from './en/budget.ts'
import { contributions } from './en/contributions.ts'
import { field } from './en/field.ts'
import { people } from './en/people.ts'
import { process } from './en/process.ts'
import { shared } from './en/shared.ts'
import { surveys } from './en/surveys.ts'
import { voting } from './en/voting.ts'
import type { Labels } from './labels.ts'

/** English, for citizens: in plain words and short sentences. */
export const en: Labels = {
  events: {
    ...process.events,
    ...contributions.events,
    ...answers.events,
    ...people.events,
    ...field.events,
    ...surveys.events,
    ...voting.events,
    ...budget.events,
  },
  statuses: {
    ...process.statuses,
    ...contributions.statuses,
    ...answers.statuses,
    ...people.statuses,
    ...field.statuses,
    ...surveys.statuses,
    ...voting.statuses,
    ...budget.statuses,
  },
  rejections: {
    ...shared.rejections,
    ...process.rejections,
    ...contributions.rejections,
    ...answers.rejections,
    ...people.rejections,
    ...field.rejections,
    ...surveys.rejections,
    ...voting.rejections,
    ...budget.rejections,
  },
}

import { answers } from './fr/answers.ts'
import { budget } from './fr/budget.ts'
import { contributions } from './fr/contributions.ts'
import { field } from './fr/field.ts'
import { people } from './fr/people.ts'
import { process } from './fr/process.ts'
import { shared } from './fr/shared.ts'
import { surveys } from './fr/surveys.ts'
import { voting } from './fr/voting.ts'
import type { Labels } from './labels.ts'

/** French, for citizens: in plain words and short sentences. */
export const fr: Labels = {
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

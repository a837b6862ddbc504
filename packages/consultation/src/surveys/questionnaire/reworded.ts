import type { Question } from './question.ts'

/** A question in other words; its kind, range and the ids of its choices stay. */
export const reworded = (question: Question, text: string, words: Readonly<Record<string, string>>): Question => {
  const { form } = question
  if (form.kind !== 'single' && form.kind !== 'multiple') return { ...question, text }
  const choices = form.choices.map((choice) => ({ ...choice, text: (Object.hasOwn(words, choice.id) ? words[choice.id] : undefined) ?? choice.text }))
  return { ...question, text, form: { ...form, choices } }
}

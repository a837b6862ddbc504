import * as t from 'io-ts'

/** The same in French and in English; the French words come first. */
export const Words = t.strict({ fr: t.string, en: t.string }, 'Words')
export interface Words extends Readonly<t.TypeOf<typeof Words>> {}

/** A language in which every template speaks. */
export type Language = keyof Words

import * as t from 'io-ts'

/** Why the public is asked: to inform it, to consult it, to design together, or to decide together. */
export const Purpose = t.keyof({ inform: null, consult: null, 'co-design': null, decide: null }, 'Purpose')
export type Purpose = t.TypeOf<typeof Purpose>

/** What a citizen is asked to be. */
export const CitizenRole = t.keyof({ sensor: null, evaluator: null, 'co-producer': null }, 'CitizenRole')
export type CitizenRole = t.TypeOf<typeof CitizenRole>

/** What the answer is worth: it binds the decision, advises it, or is an inventory. */
export const PlaceOfCitizens = t.keyof({ 'direct-impact': null, advice: null, inventory: null }, 'PlaceOfCitizens')
export type PlaceOfCitizens = t.TypeOf<typeof PlaceOfCitizens>

import * as t from 'io-ts'

/** A number of things: whole, not negative, exact. */
export const Count = t.refinement(t.number, (count) => Number.isSafeInteger(count) && count >= 0, 'Count')

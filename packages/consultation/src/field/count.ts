import * as t from 'io-ts'

/** How many: a safe integer that is not negative. */
export const Count = t.refinement(t.number, (count) => Number.isSafeInteger(count) && count >= 0, 'Count')

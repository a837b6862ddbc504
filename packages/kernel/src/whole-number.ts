import * as t from 'io-ts'

const numberThat = (name: string, isOne: (value: number) => boolean): t.Type<number> =>
  new t.Type<number>(
    name,
    (value): value is number => typeof value === 'number' && isOne(value),
    (value, context) => (typeof value === 'number' && isOne(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  )

/** A safe integer, without io-ts's brand: events and ballots are written by hand in many places. */
export const WholeNumber = numberThat('WholeNumber', Number.isSafeInteger)

/** How many: a safe integer that is not negative. */
export const Count = numberThat('Count', (value) => Number.isSafeInteger(value) && value >= 0)

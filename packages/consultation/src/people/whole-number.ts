import * as t from 'io-ts'

/** A safe integer, without io-ts's brand. */
export const WholeNumber = new t.Type<number>(
  'WholeNumber',
  (value): value is number => Number.isSafeInteger(value),
  (value, context) => (typeof value === 'number' && Number.isSafeInteger(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
)

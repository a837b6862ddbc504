import * as t from 'io-ts'

/** A count of versions, revisions or places: a safe integer, never negative. */
export const VersionNumber = new t.Type<number>(
  'VersionNumber',
  (value): value is number => isVersionNumber(value),
  (value, context) => (isVersionNumber(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
)

const isVersionNumber = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

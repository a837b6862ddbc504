import { AssertionError, deepStrictEqual } from 'node:assert/strict'

/** What `// => value` becomes: throws, naming the place, unless both are deeply equal. */
export const isAsWritten = (actual: unknown, expected: unknown, place: string): void => {
  try {
    deepStrictEqual(actual, expected)
  } catch (thrown) {
    if (!(thrown instanceof AssertionError)) throw thrown
    throw new Error(`${place}: not the value that is written\n${thrown.message}`, { cause: thrown })
  }
}

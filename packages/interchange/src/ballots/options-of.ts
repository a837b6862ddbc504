import type { BallotFileOption } from './ballot-file.ts'

/** An option as a file lists it: its number, and its name, which may be empty. */
export interface NumberedName {
  readonly number: number
  readonly name: string
}

/**
 * Options of a file that numbers them: their ids are their names where all have one and no two the same, else their numbers.
 *
 * @example
 * optionsOf([{ number: 1, name: 'Ann' }, { number: 2, name: 'Ann' }]) // => [{ id: '1', name: 'Ann' }, { id: '2', name: 'Ann' }]
 */
export const optionsOf = (listed: ReadonlyArray<NumberedName>): ReadonlyArray<BallotFileOption> => {
  const areNamed = listed.every(({ name }) => name !== '') && new Set(listed.map(({ name }) => name)).size === listed.length
  return listed.map(({ number, name }) => ({ id: areNamed ? name : String(number), name: name === '' ? String(number) : name }))
}

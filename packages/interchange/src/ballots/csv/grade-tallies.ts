import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../../fault.ts'
import { textOf } from '../../text-of.ts'
import type { BallotFileOption, BallotFileRejection } from '../ballot-file.ts'
import { optionsOf } from '../options-of.ts'
import { refusable } from '../refusable.ts'
import { csvTableOf } from './csv-table.ts'

/** How often each option got each grade: what is left of a majority judgment when the ballots are not published. */
export interface GradeTallies {
  readonly title: string
  /** In the order of the file. */
  readonly options: ReadonlyArray<BallotFileOption>
  /** Names from worst to best; absent where the file has none. */
  readonly grades?: ReadonlyArray<string>
  /** For each option, the voters who gave it each grade, from worst to best. */
  readonly tallies: ReadonlyArray<ReadonlyArray<number>>
}

const isWhole = (text: string): boolean => /^\d+$/.test(text)

const gradesOf = (line: number, fields: ReadonlyArray<string>): ReadonlyArray<string> => {
  const grades = fields.slice(1)
  const known = new Set<string>()
  for (const [place, grade] of grades.entries()) {
    if (grade === '') throw new Fault(line, `column ${place + 2}`, 'the grade has no name')
    if (known.has(grade)) throw new Fault(line, grade, 'the grade stands twice')
    known.add(grade)
  }
  return grades
}

const tallyOf = (line: number, fields: ReadonlyArray<string>, grades: ReadonlyArray<string> | undefined): ReadonlyArray<number> => {
  let voters = 0
  return fields.slice(1).map((cell, place) => {
    const count = isWhole(cell) ? Number(cell) : Number.NaN
    voters += count
    const grade = grades?.[place] ?? `column ${place + 2}`
    if (!Number.isSafeInteger(count)) throw new Fault(line, grade, `${quoted(cell)} is no whole number of voters up to ${Number.MAX_SAFE_INTEGER}`)
    if (!Number.isSafeInteger(voters)) throw new Fault(line, grade, `the voters of the option are more than ${Number.MAX_SAFE_INTEGER}`)
    return count
  })
}

const read = (input: string | Uint8Array): GradeTallies => {
  const { head, rows } = csvTableOf(textOf(input))
  if (head.fields.length < 2) throw new Fault(head.line, 'line', 'there is no column of a grade')
  const grades = head.fields.slice(1).some(isWhole) ? undefined : gradesOf(head.line, head.fields)
  const counted = grades === undefined ? [head, ...rows] : rows
  if (counted.length === 0) throw new Fault(head.line, 'line', 'there is no option')
  const nameless = counted.find(({ fields }) => fields[0] === '')
  if (nameless !== undefined) throw new Fault(nameless.line, 'column 1', 'the option has no name')
  return {
    title: '',
    options: optionsOf(counted.map(({ fields }, place) => ({ number: place + 1, name: fields[0] ?? '' }))),
    ...(grades === undefined ? {} : { grades }),
    tallies: counted.map(({ line, fields }) => tallyOf(line, fields, grades)),
  }
}

/**
 * Reads a table of the tallies of a majority judgment: one row an option, its name first, then one column a grade, from
 * worst to best, with the number of voters who gave it. A first line without numbers names the grades.
 *
 * Errors: the first fault with line and column. Cost: linear in the file.
 * Source: https://github.com/MieuxVoter/datasets
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readGradeTallies(', reject, fair, good\nPizza, 3, 2, 1\nPasta, 4, 0, 2\n', 'lunch.csv')
 * E.isRight(read) && read.right.tallies // => [[3, 2, 1], [4, 0, 2]]
 */
export const readGradeTallies = (input: string | Uint8Array, file: string): Either<BallotFileRejection, GradeTallies> =>
  refusable(file, () => read(input))

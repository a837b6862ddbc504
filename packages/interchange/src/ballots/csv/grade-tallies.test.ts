import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { describeBallotFileRejection } from '../describe-ballot-file-rejection.ts'
import { readGradeTallies } from './grade-tallies.ts'

const refusal = (input: string | Uint8Array): string => {
  const read = readGradeTallies(input, 'lunch.csv')
  return E.isLeft(read) ? describeBallotFileRejection(read.left) : 'read'
}

describe('a table of grade tallies', () => {
  const rows = 'Pizza,      3,    2,    1,    4,         4,        2\nChips,      2,    3,    0,    4,         3,        4\n'
  const tallies = [
    [3, 2, 1, 4, 4, 2],
    [2, 3, 0, 4, 3, 4],
  ]
  it('has options by row and grades by column', () => {
    expect(readGradeTallies(`     , reject, poor, fair, good, very good, excellent\n${rows}`, 'lunch.csv')).toStrictEqual(
      E.right({
        title: '',
        options: ['Pizza', 'Chips'].map((name) => ({ id: name, name })),
        grades: ['reject', 'poor', 'fair', 'good', 'very good', 'excellent'],
        tallies,
      }),
    )
  })
  it('need not name its grades', () => {
    const read = readGradeTallies(Buffer.from(`\uFEFF${rows.replaceAll('\n', '\r\n')}`), 'lunch.csv')
    expect(read).toStrictEqual(E.right({ title: '', options: ['Pizza', 'Chips'].map((name) => ({ id: name, name })), tallies }))
  })
  it.each([
    ['empty', '', 'lunch.csv:0: line: the file is empty'],
    ['of one column', 'Pizza\n', 'lunch.csv:1: line: there is no column of a grade'],
    ['of grades alone', ',poor,good\n', 'lunch.csv:1: line: there is no option'],
    ['of a nameless option', ',poor,good\n,1,2\n', 'lunch.csv:2: column 1: the option has no name'],
    ['of a nameless grade', ',poor,\nPizza,1,2\n', 'lunch.csv:1: column 3: the grade has no name'],
    ['of a grade twice', ',poor,poor\nPizza,1,2\n', 'lunch.csv:1: poor: the grade stands twice'],
    ['of percentages', ',poor,good\nPizza,1.5,2\n', "lunch.csv:2: poor: '1.5' is no whole number of voters up to 9007199254740991"],
    ['of fewer than nobody', ',poor,good\nPizza,1,-2\n', "lunch.csv:2: good: '-2' is no whole number of voters up to 9007199254740991"],
    ['of too many voters', 'Pizza,1,9007199254740991\n', 'lunch.csv:1: column 3: the voters of the option are more than 9007199254740991'],
    ['of a row too short', ',poor,good\nPizza,1\n', 'lunch.csv:2: good: 2 fields where the first line has 3'],
  ])('%s is refused', (_, text, reason) => {
    expect(refusal(text)).toBe(reason)
  })
})

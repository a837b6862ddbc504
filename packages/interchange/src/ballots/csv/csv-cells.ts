import { Fault, quoted } from '../../fault.ts'
import type { FileRecord } from '../../records.ts'

/** What the cells of a table of ballots mean. */
export type CsvCells = 'approvals' | 'ranks' | 'points' | 'grades'

/** One cell as it is told in a reason. */
interface Cell {
  readonly text: string
  readonly line: number
  readonly option: string
}

export const isMark = (text: string): boolean => text === 'x' || text === 'X' || text === '1'
export const isNoMark = (text: string): boolean => text === '' || text === '0'
const isWhole = (text: string): boolean => /^-?\d+$/.test(text)

/** Each text that stands in a cell, where it stands first. */
const distinctCells = (rows: ReadonlyArray<FileRecord>, columns: ReadonlyArray<number>, names: ReadonlyArray<string>): ReadonlyArray<Cell> => {
  const cells = new Map<string, Cell>()
  for (const { line, fields } of rows)
    for (const [place, column] of columns.entries()) {
      const text = fields[column] ?? ''
      if (text !== '' && !cells.has(text)) cells.set(text, { text, line, option: names[place] ?? '' })
    }
  return [...cells.values()]
}

/**
 * What the cells mean where nobody says it: marks `x` or `1` are approvals, words grades. Numbers could be ranks, of which
 * the lowest is the best, or points, of which it is the worst: a guess could turn every ballot round.
 *
 * Errors: throws `Fault` for numbers, and for numbers or marks among words, with the place of the first such cell.
 */
export const cellsOf = (rows: ReadonlyArray<FileRecord>, columns: ReadonlyArray<number>, names: ReadonlyArray<string>): CsvCells => {
  const cells = distinctCells(rows, columns, names)
  if (cells.every(({ text }) => isMark(text) || isNoMark(text))) return 'approvals'
  const number = cells.find(({ text }) => isWhole(text) && !(isMark(text) || isNoMark(text))) ?? cells.find(({ text }) => isWhole(text))
  if (number === undefined) return 'grades'
  const word = cells.find(({ text }) => !isWhole(text))
  if (word !== undefined) throw new Fault(word.line, word.option, `${quoted(word.text)} stands among numbers such as ${quoted(number.text)}`)
  throw new Fault(number.line, number.option, `${quoted(number.text)} may be a rank or points: call the file .ranks.csv or .points.csv, or say which`)
}

/** What the name of a file says of its cells: `town.ranks.csv`. */
export const cellsOfName = (file: string): CsvCells | undefined => {
  const [, told] = /\.(approvals|ranks|points)\.csv$/i.exec(file) ?? []
  return (['approvals', 'ranks', 'points'] as const).find((cells) => cells === told?.toLowerCase())
}

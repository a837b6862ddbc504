import { onOneLine } from './on-one-line.ts'

const isFigure = (cell: string): boolean => /^(\u00B7|[\d\u202F.]+( \p{L}{1,3})?)?$/u.test(cell)

/** Rows as aligned columns of plain text, figures to the right; the first row is the heading. */
export const textTable = (given: ReadonlyArray<ReadonlyArray<string>>): string => {
  const rows = given.map((row) => row.map(onOneLine))
  const [heading, ...body] = rows
  if (heading === undefined) return ''
  const columns = heading.map((_, column) => ({
    width: rows.reduce((widest, row) => Math.max(widest, [...(row[column] ?? '')].length), 0),
    toTheRight: body.every((row) => isFigure(row[column] ?? '')),
  }))
  const cell = (text: string, column: number): string => {
    const { width, toTheRight } = columns[column] ?? { width: 0, toTheRight: false }
    const space = ' '.repeat(Math.max(0, width - [...text].length))
    return toTheRight ? space + text : text + space
  }
  const line = (row: ReadonlyArray<string>): string => row.map(cell).join('  ').trimEnd()
  return [line(heading), columns.map(({ width }) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}

import { Fault, quoted } from '../../fault.ts'
import type { Lines } from '../../lines.ts'
import type { NumberedName } from '../options-of.ts'
import { countOf } from '../voter-count.ts'
import type { PreflibHeader } from './preflib-header.ts'

/**
 * The header of PrefLib's older form: the number of alternatives, one line `number,name` for each, then a line of three
 * numbers: voters, sum of the counts, distinct orders. `first` is the line with the number of alternatives.
 *
 * Errors: throws `Fault` for a line that is none of these.
 */
export const oldPreflibHeader = (first: string, { next, line }: Lines): { readonly header: PreflibHeader; readonly content: string | undefined } => {
  const announced = countOf(first.trim(), line(), 'alternatives')
  const names = new Map<number, string>()
  while (names.size < announced) {
    const [, number = '', name = ''] = /^\s*(\d+)\s*,(.*)$/s.exec(next() ?? '') ?? []
    if (number === '') throw new Fault(line(), 'alternatives', `${announced} announced, ${names.size} named`)
    if (names.has(countOf(number, line(), 'alternatives'))) throw new Fault(line(), 'alternatives', `number ${number} stands twice`)
    names.set(Number(number), name.trim())
  }
  const numbers = next() ?? ''
  const [, voters, sum, orders] = /^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*$/.exec(numbers) ?? []
  if (voters === undefined || sum === undefined || orders === undefined)
    throw new Fault(line(), 'header', `${quoted(numbers)} is not the line of three numbers: voters, sum of the counts, distinct orders`)
  const alternatives: ReadonlyArray<NumberedName> = [...names].map(([number, name]) => ({ number, name }))
  const announcing = (key: string, text: string) => ({ key, number: text === '0' ? 0 : countOf(text, line(), key), line: line() })
  return {
    header: {
      title: '',
      typeLine: 0,
      alternatives,
      categories: [],
      voters: announcing('sum of the counts', sum),
      uniqueOrders: announcing('distinct orders', orders),
    },
    content: next(),
  }
}

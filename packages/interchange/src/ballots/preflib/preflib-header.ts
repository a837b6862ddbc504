import { Fault, quoted } from '../../fault.ts'
import type { NumberedName } from '../options-of.ts'
import { countOf } from '../voter-count.ts'
import { preflibTypeOf, preflibTypes } from './preflib-type.ts'
import type { PreflibType } from './preflib-type.ts'

/** A number that the header announces, and where. */
interface Announced {
  readonly key: string
  readonly number: number
  readonly line: number
}

/** What stands before the first ballot. */
export interface PreflibHeader {
  readonly title: string
  readonly type?: PreflibType
  readonly typeLine: number
  /** In the order of the file. */
  readonly alternatives: ReadonlyArray<NumberedName>
  /** Best first. */
  readonly categories: ReadonlyArray<NumberedName>
  readonly voters?: Announced
  readonly uniqueOrders?: Announced
}

/** Takes the lines `# KEY: value` one by one, passing over comments, then gives the header. */
export interface PreflibHeaderReader {
  readonly add: (text: string, line: number) => void
  readonly header: () => PreflibHeader
}

/** A line `# KEY 3: value` in its parts; `index` is the number at the end of its key, or nothing. */
interface HeaderLine {
  readonly key: string
  readonly index: string
  readonly value: string
}

const longestKey = 60

const headerLineOf = (text: string): HeaderLine | undefined => {
  const colon = text.slice(0, longestKey).indexOf(':')
  const [, key, index = ''] = /^#([A-Z ]+)(\d*) *$/.exec(text.slice(0, Math.max(colon, 0))) ?? []
  return key === undefined ? undefined : { key: key.trim(), index, value: text.slice(colon + 1).trim() }
}

/** Whether a line is one of the header and no mere comment. */
export const isHeaderLine = (text: string): boolean => headerLineOf(text) !== undefined

const numberKeys = new Set(['NUMBER ALTERNATIVES', 'NUMBER CATEGORIES', 'NUMBER VOTERS', 'NUMBER UNIQUE ORDERS', 'NUMBER UNIQUE PREFERENCES'])

/** More alternatives than that have names, or the file is not what it says it is. */
const mostUnnamed = 100_000

const wholeOf = (text: string, line: number, key: string): Announced => ({ key, line, number: text === '0' ? 0 : countOf(text, line, key) })

const unnamed = (count: Announced): ReadonlyArray<NumberedName> => {
  if (count.number > mostUnnamed) throw new Fault(count.line, count.key, `${count.number} announced and none named; at most ${mostUnnamed} are read`)
  return Array.from({ length: count.number }, (_, place) => ({ number: place + 1, name: '' }))
}

const addName = (names: Map<number, string>, key: string, index: string, name: string, line: number): void => {
  const { number } = wholeOf(index, line, key)
  if (names.has(number)) throw new Fault(line, key, `number ${number} stands twice`)
  names.set(number, name)
}

/** Errors: adding a line, or asking for the header, throws `Fault` for what cannot be or contradicts itself. */
export const preflibHeaderReader = (): PreflibHeaderReader => {
  const alternatives = new Map<number, string>()
  const categories = new Map<number, string>()
  const numbers = new Map<string, Announced>()
  const texts = new Map<string, string>()
  let type: PreflibType | undefined
  let typeLine = 0

  const alternativesListed = (): ReadonlyArray<NumberedName> => {
    const announced = numbers.get('NUMBER ALTERNATIVES')
    if (alternatives.size === 0) {
      if (announced === undefined || announced.number === 0)
        throw new Fault(0, 'NUMBER ALTERNATIVES', 'the header is missing: no alternative is named')
      return unnamed(announced)
    }
    if (announced !== undefined && announced.number !== alternatives.size)
      throw new Fault(announced.line, announced.key, `${announced.number} announced, ${alternatives.size} named`)
    return [...alternatives].map(([number, name]) => ({ number, name }))
  }
  const categoriesListed = (): ReadonlyArray<NumberedName> => {
    const announced = numbers.get('NUMBER CATEGORIES')
    if (categories.size === 0) return announced === undefined ? [] : unnamed(announced)
    if (announced !== undefined && announced.number !== categories.size)
      throw new Fault(announced.line, announced.key, `${announced.number} announced, ${categories.size} named`)
    return [...categories].map(([number, name]) => ({ number, name })).toSorted((left, right) => left.number - right.number)
  }
  return {
    add: (text, line) => {
      const parts = headerLineOf(text)
      if (parts === undefined) return
      const { key, index, value } = parts
      if (key === 'ALTERNATIVE NAME') return addName(alternatives, key, index, value, line)
      if (key === 'CATEGORY NAME') return addName(categories, key, index, value, line)
      if (numbers.has(key) || texts.has(key)) throw new Fault(line, key, 'the key stands twice')
      if (numberKeys.has(key)) return void numbers.set(key, wholeOf(value, line, key))
      texts.set(key, value)
      if (key !== 'DATA TYPE') return
      type = preflibTypeOf(value)
      typeLine = line
      if (type === undefined) throw new Fault(line, key, `${quoted(value)} is none of ${preflibTypes.join(', ')}`)
    },
    header: () => {
      const voters = numbers.get('NUMBER VOTERS')
      const uniqueOrders = numbers.get('NUMBER UNIQUE ORDERS') ?? numbers.get('NUMBER UNIQUE PREFERENCES')
      return {
        title: texts.get('TITLE') ?? '',
        typeLine,
        alternatives: alternativesListed(),
        categories: categoriesListed(),
        ...(type === undefined ? {} : { type }),
        ...(voters === undefined ? {} : { voters }),
        ...(uniqueOrders === undefined ? {} : { uniqueOrders }),
      }
    },
  }
}

import type { Detail } from './detail.ts'
import { dayOf } from './day-of.ts'
import { figure } from './figure.ts'
import type { OneOrMany, Words } from './words.ts'

const longestQuote = 240
const mostNames = 12

/** A text on one line, and no longer than `most` characters. */
export const shortened = (text: string, most: number): string => {
  const characters = [...text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}

/** How a day is written; nothing for a day that was not known. */
const writtenDay = (at: string | undefined, words: Words): string | undefined => {
  const day = dayOf(at)
  if (day === undefined) return undefined
  const [year = 0, month = 0, ofMonth = 0] = day.split('-').map(Number)
  return words.day(year, month, ofMonth)
}

export const writtenPeriod = (from: string | undefined, to: string | undefined, words: Words): string | undefined => {
  const [first, last] = [writtenDay(from, words), writtenDay(to, words)]
  if (first === undefined) return last === undefined ? undefined : words.until(last)
  return last === undefined ? words.since(first) : words.period(first, last)
}

export const counting = (count: number, [one, many]: OneOrMany, words: Words): string =>
  (words.isOne(count) ? one : many).replace('#', () => figure(`${count}`, words.decimal))

const listed = (names: ReadonlyArray<string>, words: Words): string => {
  const shown = names.slice(0, mostNames).map((name) => shortened(name, longestQuote))
  return names.length <= mostNames ? shown.join(', ') : `${shown.join(', ')} ${words.andMore(figure(`${names.length - mostNames}`, words.decimal))}`
}

const quoted = (text: string, { quotes: [before, after] }: Words): string => {
  const short = shortened(text, longestQuote)
  return short === '' ? '' : `${before}${short}${after}`
}

const partOf = (detail: Detail, words: Words): string | undefined => {
  switch (detail.type) {
    case 'quote':
      return quoted(detail.text, words)
    case 'names':
      return listed(detail.names, words)
    case 'word':
      return words.words[detail.word]
    case 'money':
      return `${figure(detail.amount, words.decimal)}${detail.currency === '' ? '' : `\u00A0${shortened(detail.currency, 20)}`}`
    case 'count':
      return counting(detail.count, words.counted[detail.of], words)
    case 'period':
      return writtenPeriod(detail.from, detail.to, words)
    case 'until': {
      const day = writtenDay(detail.day, words)
      return day === undefined ? undefined : words.until(day)
    }
    case 'due':
    case 'on': {
      const day = writtenDay(detail.day, words)
      return day === undefined ? undefined : words[detail.type](day)
    }
  }
}

/** Names of what was just counted or said stand in brackets after it. */
const joined = (before: string, detail: Detail, text: string, previous: Detail | undefined): string => {
  if (previous === undefined) return text
  const isOfThat = detail.type === 'names' && (previous.type === 'count' || previous.type === 'word')
  if (previous.type === 'word' && detail.type === 'money') return `${before} ${text}`
  return isOfThat ? `${before} (${text})` : `${before}, ${text}`
}

/** A label and what is told of it. */
export const textOf = (label: string, details: ReadonlyArray<Detail>, words: Words): string => {
  let [text, previous]: [string, Detail | undefined] = ['', undefined]
  for (const detail of details) {
    const part = partOf(detail, words)
    if (part === undefined || part === '') continue
    text = joined(text, detail, part, previous)
    previous = detail
  }
  return text === '' ? label : `${label}${words.colon}${text}`
}

import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from './fault.ts'
import { plainRow } from './plain-row.ts'
import { recordReader, recordsOf } from './records.ts'
import type { FileRecord } from './records.ts'

const characters = fc.constantFrom(
  'a',
  '1',
  ',',
  '.',
  ';',
  ';',
  '"',
  '\n',
  '\n',
  '\r',
  ' ',
  '\t',
  '\0',
  '\u00a0',
  '\u2003',
  '\ufeff',
  'ł',
  '水',
  '😀',
)
const texts = fc.array(characters, { maxLength: 40 }).map((parts) => parts.join(''))

const fieldsOf = (text: string, ends: Int32Array): ReadonlyArray<string> =>
  Array.from({ length: ends.length - 1 }, (_, place) => text.slice((ends[place] ?? 0) + 1, ends[place + 1]))

const trimmed = ({ line, fields }: FileRecord): FileRecord => ({ line, fields: fields.map((field) => field.trim()) })

interface Reading {
  readonly records: ReadonlyArray<FileRecord>
  readonly fault: string
}

const readingOf = (records: () => Iterable<FileRecord>): Reading => {
  const read: Array<FileRecord> = []
  try {
    for (const record of records()) read.push(trimmed(record))
    return { records: read, fault: '' }
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown
    return { records: read, fault: `${thrown.line}: ${thrown.message}` }
  }
}

/** Every record that can be read in place is, the others are not. */
function* inPlaceWherePlain(text: string, fields: number): Generator<FileRecord> {
  const { plain, next, line } = recordReader(text, ';')
  const ends = new Int32Array(fields + 1)
  for (;;) {
    if (plain(ends)) yield { line: line(), fields: fieldsOf(text, ends) }
    else {
      const record = next()
      if (record === undefined) return
      yield record
    }
  }
}

describe('a plain row', () => {
  it('has the fields that csv-parse reads, and ends where the line does', () => {
    let met = 0
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (text, fields) => {
        const ends = new Int32Array(fields + 1)
        const next = plainRow(text, 0, 59, ends)
        if (next === -1) return
        met++
        const [line = ''] = text.split('\n')
        expect(next).toBe(line.length + 1)
        expect([fieldsOf(text, ends)]).toStrictEqual(parse(line.replace(/\r$/, ''), { delimiter: ';', record_delimiter: '\n', relax_quotes: true }))
      }),
      { numRuns: 5000 },
    )
    expect(met).toBeGreaterThan(100)
  })
  it('is read in place as it is read as a record, among records of every other kind', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 3 }), (text, fields) => {
        expect(readingOf(() => inPlaceWherePlain(text, fields))).toStrictEqual(readingOf(() => recordsOf(text, ';')))
      }),
      { numRuns: 5000 },
    )
  })
  it.each([
    ['quoted', 'a;"b"\n'],
    ['with a NUL', 'a;b\0\n'],
    ['with a space before a field', 'a; b\n'],
    ['with a space behind one', 'a ;b\n'],
    ['with one field too few', 'a\n'],
    ['with one field too many', 'a;b;c\n'],
    ['too long', `a;${'b'.repeat(1024 * 1024)}\n`],
    ['empty', '\n'],
    ['not there', ''],
  ])('is none that is %s', (_, text) => {
    expect(plainRow(text, 0, 59, new Int32Array(3))).toBe(-1)
  })
  it('may be as long as any line', () => {
    expect(plainRow(`a;${'b'.repeat(1024 * 1024 - 2)}`, 0, 59, new Int32Array(3))).toBe(1024 * 1024 + 1)
  })
})

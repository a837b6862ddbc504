import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { BallotFile } from './ballot-file.ts'
import { readCvotes } from './cvotes/read-cvotes.ts'
import { writeCvotes } from './cvotes/write-cvotes.ts'
import { optionsOf } from './options-of.ts'
import { readPreflib } from './preflib/read-preflib.ts'
import { writePreflib } from './preflib/write-preflib.ts'
import { describeBallotFileNotWritable } from './writable.ts'

/** An order of some of `size` options in tiers, each tier at most `widest`. */
const tiersOver = (size: number, { complete, widest }: { readonly complete: boolean; readonly widest: number }) => {
  const places = Array.from({ length: size }, (_, place) => place)
  const order = fc.shuffledSubarray(places, { minLength: complete ? size : 0 })
  return fc.tuple(order, fc.infiniteStream(fc.integer({ min: 1, max: widest }))).map(([left, widths]) => {
    const tiers: Array<Array<number>> = []
    const rest = [...left]
    while (rest.length > 0) tiers.push(rest.splice(0, widths.next().value))
    return tiers
  })
}

const counted = (size: number, shape: { readonly complete: boolean; readonly widest: number }) =>
  fc.array(fc.record({ tiers: tiersOver(size, shape), count: fc.integer({ min: 1, max: 1e9 }) }), { maxLength: 6 })

const ballotsOf = (
  entries: ReadonlyArray<{ readonly tiers: ReadonlyArray<ReadonlyArray<number>>; readonly count: number }>,
  ids: ReadonlyArray<string>,
  isOrdinal: boolean,
): BallotFile['ballots'] =>
  entries.map(({ tiers, count }) => {
    const named = tiers.map((tier) => tier.map((place) => ids[place] ?? ''))
    return isOrdinal ? { ballot: { type: 'ordinal', ranking: named.flat() }, count } : { ballot: { type: 'weak-order', tiers: named }, count }
  })

const text = fc.string({ unit: 'grapheme', maxLength: 6 }).map((given) => given.trim())

describe('PrefLib', () => {
  it.each([
    ['soc', true, 1],
    ['soi', false, 1],
    ['toc', true, 3],
    ['toi', false, 3],
  ] as const)('a .%s file is read as it was written', (type, complete, widest) => {
    const files = fc.array(fc.oneof(text, fc.constantFrom('Ann', 'Bob', '')), { minLength: 1, maxLength: 5 }).chain((names) => {
      const numbers = fc.uniqueArray(fc.nat(), { minLength: names.length, maxLength: names.length })
      return fc.record({ names: fc.constant(names), numbers, title: text, entries: counted(names.length, { complete, widest }) })
    })
    fc.assert(
      fc.property(files, ({ names, numbers, title, entries }) => {
        const options = optionsOf(names.map((name, place) => ({ number: numbers[place] ?? 0, name })))
        const ids = options.map(({ id }) => id)
        const file: BallotFile = { title, options, ballots: ballotsOf(entries, ids, widest === 1), withdrawn: [], notes: [] }
        const written = writePreflib(file, type)
        expect(E.isRight(written) ? readPreflib(written.right, `board.${type}`) : written).toStrictEqual(E.right(file))
      }),
    )
  })
})

describe('Condorcet Election Format', () => {
  it('a .cvotes file is read as it was written', () => {
    const name = text.filter((given) => given !== '' && !/[><=;,#/*^]|\|\|/.test(given))
    const files = fc.uniqueArray(name, { minLength: 1, maxLength: 5 }).chain((names) =>
      fc.record({
        names: fc.constant(names),
        title: text,
        seats: fc.option(fc.integer({ min: 1, max: 99 })),
        unranked: fc.constantFrom('last' as const, 'ignored' as const),
        entries: fc.oneof(counted(names.length, { complete: false, widest: 1 }), counted(names.length, { complete: false, widest: 3 })),
      }),
    )
    fc.assert(
      fc.property(files, ({ names, title, seats, unranked, entries }) => {
        const isOrdinal = entries.every(({ tiers }) => tiers.every(({ length }) => length === 1))
        const file: BallotFile = {
          title,
          options: names.map((id) => ({ id, name: id })),
          ballots: ballotsOf(entries, names, isOrdinal),
          ...(seats === null ? {} : { seats }),
          unranked,
          withdrawn: [],
          notes: [],
        }
        const written = writeCvotes(file)
        expect(E.isRight(written) ? readCvotes(written.right, 'board.cvotes') : written).toStrictEqual(E.right(file))
      }),
    )
  })
})

describe('what a format cannot hold is not written', () => {
  const file: BallotFile = {
    title: 'The board',
    options: ['Ann', 'Bob'].map((id) => ({ id, name: id })),
    ballots: [{ ballot: { type: 'weak-order', tiers: [['Ann', 'Bob']] }, count: 1 }],
    withdrawn: [],
    notes: [],
  }
  const reason = (written: ReturnType<typeof writeCvotes>): string => (E.isLeft(written) ? describeBallotFileNotWritable(written.left) : 'written')
  it.each([
    ['ties in a strict form', writePreflib(file, 'soi'), 'ballot: options are level, and .soi has strict orders only'],
    [
      'a short order in a complete form',
      writePreflib({ ...file, ballots: [{ ballot: { type: 'choose-one', choice: 'Bob' }, count: 2 }] }, 'soc'),
      'ballot: 1 of 2 options are ranked, and .soc has complete orders only',
    ],
    [
      'a ballot that is no ranking',
      writeCvotes({ ...file, ballots: [{ ballot: { type: 'approval', approved: ['Ann'] }, count: 2 }] }),
      'ballot: a ballot of type approval is no ranking',
    ],
    [
      'a ballot for nobody known',
      writePreflib({ ...file, ballots: [{ ballot: { type: 'choose-one', choice: 'Zoë' }, count: 2 }] }, 'soi'),
      "ballot: 'Zoë' is no option",
    ],
    ['a title of two lines', writePreflib({ ...file, title: 'a\nb' }, 'toi'), "title: 'a\nb' is no text of one line"],
    ['a title in spaces', writeCvotes({ ...file, title: ' a' }), "title: ' a' has spaces around it, which would be lost"],
    [
      'a name that the format reserves',
      writeCvotes({ ...file, options: [...file.options, { id: '3', name: 'A > B' }] }),
      "option: the name 'A > B' is empty or holds one of > < = ; , # / * ^ ||",
    ],
    ['no option', writeCvotes({ ...file, options: [] }), 'option: there is no option'],
  ])('%s', (_, written, told) => {
    expect(reason(written)).toBe(told)
  })
})

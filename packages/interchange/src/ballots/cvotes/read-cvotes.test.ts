import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { describeBallotFileRejection } from '../describe-ballot-file-rejection.ts'
import { readCvotes } from './read-cvotes.ts'

const valid = [
  '# The board',
  '#/Candidates: Ann ; Bob ; Émile',
  '#/Number of Seats: 2',
  '#/Implicit Ranking: false',
  '#/weight allowed: true',
  '',
  'Ann > Bob > Émile * 42',
  'anna@town.example , by post || Émile > Ann = Bob ^7 * 8 # eight of weight seven',
  '/EMPTY_RANKING/ * 3',
  'Bob=Ann>Émile',
  '',
].join('\n')

const change = (from: string | RegExp, to: string): string => valid.replace(from, to)
const refusal = (input: string | Uint8Array): string => {
  const read = readCvotes(input, 'board.cvotes')
  return E.isLeft(read) ? describeBallotFileRejection(read.left) : 'read'
}

describe('a .cvotes file', () => {
  it('is read whole: tags, ties, weights times quantities, blank ballots, comments', () => {
    expect(readCvotes(valid, 'board.cvotes')).toStrictEqual(
      E.right({
        title: '',
        options: ['Ann', 'Bob', 'Émile'].map((name) => ({ id: name, name })),
        ballots: [
          { ballot: { type: 'weak-order', tiers: [['Ann'], ['Bob'], ['Émile']] }, count: 42 },
          { ballot: { type: 'weak-order', tiers: [['Émile'], ['Ann', 'Bob']] }, count: 56 },
          { ballot: { type: 'weak-order', tiers: [] }, count: 3 },
          { ballot: { type: 'weak-order', tiers: [['Bob', 'Ann'], ['Émile']] }, count: 1 },
        ],
        seats: 2,
        unranked: 'ignored',
        withdrawn: [],
        notes: [],
      }),
    )
  })
  it('has ordinal ballots where no line has a tie, candidates in order of appearance, and lacking ones last', () => {
    expect(readCvotes('Bob > Ann\nCora\n', 'board.cvotes')).toStrictEqual(
      E.right({
        title: '',
        options: ['Bob', 'Ann', 'Cora'].map((name) => ({ id: name, name })),
        ballots: [
          { ballot: { type: 'ordinal', ranking: ['Bob', 'Ann'] }, count: 1 },
          { ballot: { type: 'ordinal', ranking: ['Cora'] }, count: 1 },
        ],
        unranked: 'last',
        withdrawn: [],
        notes: [],
      }),
    )
  })
  it('means the same with a byte order mark and carriage returns', () => {
    expect(readCvotes(Buffer.from(`\uFEFF${valid.replaceAll('\n', '\r\n')}`), 'board.cvotes')).toStrictEqual(readCvotes(valid, 'board.cvotes'))
  })
  it('notes what the format asks to pass over: weights not allowed, names that are no candidates, unknown parameters', () => {
    const odd = change('#/weight allowed: true', '#/Quorum: 10').replace('Bob=Ann>Émile', 'Ann > Zoë')
    expect(readCvotes(odd, 'board.cvotes')).toMatchObject(
      E.right({
        ballots: [{}, { count: 8 }, {}, { ballot: { tiers: [['Ann']] } }],
        notes: [
          { line: 5, note: "the parameter 'Quorum' is not known; it is passed over" },
          { line: 8, note: 'the weight 7 counts as 1: the file does not allow weights' },
          { line: 10, note: "'Zoë' is no candidate of this election; it is passed over" },
        ],
      }),
    )
  })
})

describe('a broken .cvotes file is refused by line, field and reason', () => {
  it.each([
    ['empty', '', 'board.cvotes:0: line: the file is empty'],
    ['of comments', '# nothing\n', 'board.cvotes:0: Candidates: the file names no candidate'],
    ['with a count of zero', change('42', '0'), "board.cvotes:7: count: '0' is no number of at least 1"],
    ['with a negative count', change('42', '-4'), "board.cvotes:7: count: '-4' is no whole number"],
    ['with a broken count', change('42', '4.5'), "board.cvotes:7: count: '4.5' is no whole number"],
    ['with an exponent', change('42', '1e9'), "board.cvotes:7: count: '1e9' is no whole number"],
    ['with a count beyond 2^53', change('42', '9007199254740993'), "board.cvotes:7: count: '9007199254740993' is beyond 9007199254740991"],
    ['with a sum beyond 2^53', change('42', '9007199254740991'), 'board.cvotes:8: count: the voters up to this line are more than 9007199254740991'],
    ['with a weight of text', change('^7', '^heavy'), "board.cvotes:8: weight: 'heavy' is no whole number"],
    [
      'with a weight after the quantity',
      change('^7 * 8', '* 8 ^7'),
      'board.cvotes:8: weight: a weight ^ stands after the quantity *, where it must stand before it',
    ],
    ['with a candidate twice in one ballot', change('> Émile * 42', '> Ann * 42'), "board.cvotes:7: ranking: 'Ann' stands twice"],
    ['with an empty rank', change('Ann > Bob >', 'Ann >  >'), 'board.cvotes:7: ranking: a rank is empty'],
    ['with two names for one', change('; Bob', '; Ann'), "board.cvotes:2: Candidates: candidate 'Ann' stands twice"],
    ['with a nameless candidate', change('; Bob', ';'), 'board.cvotes:2: Candidates: a candidate has no name'],
    ['with a comment in its header', change('Émile\n', 'Émile # on comment\n'), /^board.cvotes:2: Candidates: the name 'Émile # on comment' holds/],
    ['with < for >', change('Ann > Bob', 'Ann < Bob'), /^board.cvotes:7: ranking: the name 'Ann < Bob' holds one of/],
    ['with a parameter twice', change('weight allowed', 'Implicit ranking'), 'board.cvotes:5: Implicit ranking: the parameter stands twice'],
    ['with a late parameter', `${valid}#/Quorum: 3`, 'board.cvotes:11: parameter: a parameter stands after the first vote'],
    ['with a parameter of no value', change('Seats: 2', 'Seats 2'), /^board.cvotes:3: parameter: '#\/Number of Seats 2' has no ':'/],
    ['with no seat', change('Seats: 2', 'Seats: 0'), "board.cvotes:3: Number of Seats: '0' is no number of at least 1"],
    ['with half a truth', change('false', 'maybe'), "board.cvotes:4: Implicit Ranking: 'maybe' is neither true nor false"],
    [
      'with a blank ballot as a rank',
      change('Ann > Bob >', '/EMPTY/ >'),
      'board.cvotes:7: ranking: /EMPTY/ stands for a whole ranking and cannot be one rank of it',
    ],
    ['that is no text', change('Bob=', 'B\0b='), 'board.cvotes:10: line: a NUL character: this is no text file'],
    ['with a line of 10 MB', change('Bob=Ann', 'Bob>'.repeat(2_500_000)), 'board.cvotes:10: line: 10000006 characters; a line has at most 1048576'],
  ])('%s', (_, text, reason) => {
    expect(refusal(text)).toMatch(reason)
  })
  it('bytes that are not UTF-8', () => {
    expect(refusal(Buffer.concat([Buffer.from('Ann\n'), Buffer.from([0xff])]))).toBe('board.cvotes:2: line: not valid UTF-8')
  })
  it('never throws, whatever is cut out or put in', () => {
    fc.assert(
      fc.property(fc.nat(valid.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 6 }), (at, cut, put) => {
        expect(() => readCvotes(valid.slice(0, at) + put + valid.slice(at + cut), 'board.cvotes')).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })
})

const folder = process.env['ISEGORIA_DATA'] === undefined ? undefined : join(process.env['ISEGORIA_DATA'], 'tideman')

describe.skipIf(folder === undefined)('the Tideman collection', () => {
  it('is read without one refusal or note, in both its readings', () => {
    const names = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cvotes'))
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) {
      const read = readCvotes(readFileSync(join(folder ?? '', name)), name)
      expect(read).toMatchObject(E.right({ notes: [], unranked: name.includes('implicit') ? 'last' : 'ignored' }))
    }
  })
})

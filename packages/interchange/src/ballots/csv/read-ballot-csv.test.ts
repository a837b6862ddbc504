import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { describeBallotFileRejection } from '../describe-ballot-file-rejection.ts'
import { readBallotCsv } from './read-ballot-csv.ts'
import type { BallotCsvReading } from './read-ballot-csv.ts'

const refusal = (input: string | Uint8Array, reading: BallotCsvReading = {}, file = 'board.csv'): string => {
  const read = readBallotCsv(input, file, reading)
  return E.isLeft(read) ? describeBallotFileRejection(read.left) : 'read'
}
const ballotsOf = (text: string, reading: BallotCsvReading = {}, file = 'board.csv'): unknown => {
  const read = readBallotCsv(text, file, reading)
  return E.isLeft(read) ? describeBallotFileRejection(read.left) : read.right.ballots.map(({ ballot }) => ballot)
}

describe('a table of ballots', () => {
  it('of marks holds approvals, counted where it says how many', () => {
    expect(readBallotCsv('Ann,"Bob, the elder",count\nx,,40\n0,1,2\n,,1\n', 'board.csv')).toStrictEqual(
      E.right({
        title: '',
        options: ['Ann', 'Bob, the elder'].map((name) => ({ id: name, name })),
        ballots: [
          { ballot: { type: 'approval', approved: ['Ann'] }, count: 40 },
          { ballot: { type: 'approval', approved: ['Bob, the elder'] }, count: 2 },
          { ballot: { type: 'approval', approved: [] }, count: 1 },
        ],
        withdrawn: [],
        notes: [],
      }),
    )
  })
  it('means the same with semicolons, spaces, a byte order mark and carriage returns', () => {
    expect(readBallotCsv(Buffer.from('\uFEFFAnn ; Bob\r\nx; x\r\n'), 'b.csv')).toStrictEqual(readBallotCsv('Ann,Bob\nx,x\n', 'b.csv'))
  })
  it('of ranks is told by its name or by the caller, and is ordinal where there is no tie', () => {
    const [first, second] = [
      { type: 'ordinal', ranking: ['Bob', 'Ann'] },
      { type: 'ordinal', ranking: ['Cora'] },
    ]
    expect(ballotsOf('Ann,Bob,Cora\n2,1,\n,,1\n', {}, 'board.RANKS.csv')).toStrictEqual([first, second])
    expect(ballotsOf('Ann,Bob,Cora\n2,1,\n,,1\n', { cells: 'ranks' })).toStrictEqual([first, second])
  })
  it('of ranks may have ties, after which the next number stands, or that many are left out', () => {
    expect(ballotsOf('Ann,Bob,Cora\n1,1,3\n2,1,1\n3,,1\n'.replace('3,,1', '2,,1'), { cells: 'ranks' })).toStrictEqual([
      { type: 'weak-order', tiers: [['Ann', 'Bob'], ['Cora']] },
      { type: 'weak-order', tiers: [['Bob', 'Cora'], ['Ann']] },
      { type: 'weak-order', tiers: [['Cora'], ['Ann']] },
    ])
    expect(ballotsOf('Ann,Bob\n,\n', { cells: 'ranks' })).toStrictEqual([{ type: 'ordinal', ranking: [] }])
  })
  it('of points has scores, and none for an empty cell', () => {
    expect(ballotsOf('Ann,Bob\n12,\n0,3\n', {}, 'board.points.csv')).toStrictEqual([
      { type: 'score', scores: [['Ann', 12]] },
      {
        type: 'score',
        scores: [
          ['Ann', 0],
          ['Bob', 3],
        ],
      },
    ])
  })
  it('of grades has scores from 0 for the worst', () => {
    const grades = ['reject', 'poor', 'good']
    expect(ballotsOf('Ann,Bob\ngood,reject\n,poor\n', { grades })).toStrictEqual([
      {
        type: 'score',
        scores: [
          ['Ann', 2],
          ['Bob', 0],
        ],
      },
      { type: 'score', scores: [['Bob', 1]] },
    ])
    expect(refusal('Ann,Bob\ngood,reject\n')).toBe('board.csv:2: grades: the cells are words: say every grade, from worst to best')
    expect(refusal('Ann,Bob\ngood,fine\n', { grades })).toBe("board.csv:2: Bob: 'fine' is none of the grades reject, poor, good")
    expect(refusal('Ann\ngood\n', { grades: ['good', 'good'] })).toBe('board.csv:0: grades: a grade stands twice in the list of grades')
  })
  it('passes over labels in a first column without a name', () => {
    expect(readBallotCsv(',Ann,Bob\n17,x,\n', 'board.csv')).toMatchObject(
      E.right({
        options: [{ id: 'Ann' }, { id: 'Bob' }],
        notes: [{ line: 1, note: 'the first column has no name; it is taken for labels and passed over' }],
      }),
    )
  })
  it('has numbers for ids where two options share a name', () => {
    expect(readBallotCsv('Ann,Ann\nx,\n', 'b.csv')).toMatchObject(E.right({ options: [{ id: '1', name: 'Ann' }, { id: '2' }] }))
  })
})

describe('a broken or ambiguous table is refused by line, column and reason', () => {
  it.each([
    ['empty', '', 'board.csv:0: line: the file is empty'],
    [
      'of numbers that may be ranks or points',
      'Ann,Bob\n1,2\n',
      "board.csv:2: Bob: '2' may be a rank or points: call the file .ranks.csv or .points.csv, or say which",
    ],
    ['of numbers and words', 'Ann,Bob\n3,good\n', "board.csv:2: Bob: 'good' stands among numbers such as '3'"],
    ['with a row too short', 'Ann,Bob\nx\n', 'board.csv:2: Bob: 1 fields where the first line has 2'],
    ['with a row too long', 'Ann,Bob\nx,x,x\n', 'board.csv:2: line: 3 fields where the first line has 2'],
    ['with a nameless option', 'Ann,,Bob\nx,x,x\n', 'board.csv:1: column 2: the option has no name'],
    ['without an option', 'count\n3\n', 'board.csv:1: line: there is no column of an option'],
    ['with two counts', 'Ann,count,Count\nx,1,1\n', 'board.csv:1: count: the column stands twice'],
    ['with a count of zero', 'Ann,count\nx,0\n', "board.csv:2: count: '0' is no number of at least 1"],
    ['with no count', 'Ann,count\nx,\n', "board.csv:2: count: '' is no whole number"],
    ['with a negative count', 'Ann,count\nx,-1\n', "board.csv:2: count: '-1' is no whole number"],
    ['with an exponent', 'Ann,count\nx,1e3\n', "board.csv:2: count: '1e3' is no whole number"],
    ['with a count beyond 2^53', 'Ann,count\nx,9007199254740992\n', "board.csv:2: count: '9007199254740992' is beyond 9007199254740991"],
    [
      'with a sum beyond 2^53',
      'Ann,count\nx,9007199254740991\nx,1\n',
      'board.csv:3: count: the voters up to this line are more than 9007199254740991',
    ],
    ['with an open quote', 'Ann,Bob\n"x,x\n', 'board.csv:2: line: a quote is opened and never closed'],
    ['that is no text', 'Ann\nx\0\n', 'board.csv:2: line: a NUL character: this is no text file'],
    ['with a line of 10 MB', `Ann\n${'x,'.repeat(5_000_000)}\n`, 'board.csv:2: line: 10000000 characters; a line has at most 1048576'],
  ])('%s', (_, text, reason) => {
    expect(refusal(text)).toBe(reason)
  })
  it.each([
    ['a rank that is skipped', 'Ann,Bob\n1,3\n', 'ranks', 'board.csv:2: Bob: rank 3 stands after 1 options of better rank: a rank is skipped'],
    ['a rank of zero', 'Ann,Bob\n0,1\n', 'ranks', "board.csv:2: Ann: '0' is no rank: the best is 1"],
    ['a rank of text', 'Ann,Bob\n1,b\n', 'ranks', "board.csv:2: Bob: 'b' is no whole number up to 9007199254740991"],
    ['points below zero', 'Ann\n-1\n', 'points', "board.csv:2: Ann: '-1' is no whole number up to 9007199254740991"],
    ['points with an exponent', 'Ann\n1e400\n', 'points', "board.csv:2: Ann: '1e400' is no whole number up to 9007199254740991"],
    ['a mark that is none', 'Ann\n2\n', 'approvals', "board.csv:2: Ann: '2' is none of x, 1, 0 and nothing"],
  ] as const)('%s', (_, text, cells, reason) => {
    expect(refusal(text, { cells })).toBe(reason)
  })
  it('bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from([65, 10, 0xff]))).toBe('board.csv:2: line: not valid UTF-8')
  })
  it('never throws, whatever is cut out or put in', () => {
    const valid = 'Ann,"Bob",count\n1,,3\n2,1,4\n'
    fc.assert(
      fc.property(fc.nat(valid.length), fc.nat(9), fc.string({ unit: 'binary', maxLength: 6 }), (at, cut, put) => {
        expect(() => readBallotCsv(valid.slice(0, at) + put + valid.slice(at + cut), 'board.ranks.csv')).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })
})

const folder = process.env['ISEGORIA_DATA'] === undefined ? undefined : join(process.env['ISEGORIA_DATA'], 'mj/ballots/2007_presidentielle_orsay')

describe.skipIf(folder === undefined)('the ballots of Orsay, 2007', () => {
  it.each([
    ['bureau_01.csv', 559],
    ['bureau_06.csv', 601],
    ['bureau_12.csv', 573],
  ])('%s are %i scores over twelve candidates', (name, voters) => {
    const read = readBallotCsv(readFileSync(join(folder ?? '', name)), name, { cells: 'points' })
    expect(read).toMatchObject(E.right({ options: { length: 12 }, ballots: { length: voters } }))
    expect(refusal(readFileSync(join(folder ?? '', name)))).toMatch(/^board.csv:2: \w+: '\d' may be a rank or points/)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { describeBallotFileRejection } from '../describe-ballot-file-rejection.ts'
import { readPreflib } from './read-preflib.ts'

const header = [
  '# FILE NAME: 1.toi',
  '# TITLE: The board: 2026',
  '# DATA TYPE: toi',
  '# NUMBER ALTERNATIVES: 3',
  '# NUMBER VOTERS: 52',
  '# NUMBER UNIQUE ORDERS: 3',
  '# ALTERNATIVE NAME 1: Ann',
  '# ALTERNATIVE NAME 2: Bob',
  '# ALTERNATIVE NAME 6: Émile',
]
const valid = [...header, '42: 6,{1, 2}', '7: {2,6}', '3: 1,{},2,', ''].join('\n')

const change = (from: string | RegExp, to: string): string => valid.replace(from, to)
const refusal = (input: string | Uint8Array, file = 'board.toi'): string => {
  const read = readPreflib(input, file)
  return E.isLeft(read) ? describeBallotFileRejection(read.left) : 'read'
}
const as = (type: string, lines: string, more = ''): string => {
  const categories = change(/^.*(?:VOTERS|UNIQUE).*\n/gm, '').replace('TYPE: toi', `TYPE: ${type}`)
  return `${categories.slice(0, categories.indexOf('42:'))}${more}${lines}`
}
const names = (...all: ReadonlyArray<string>): string => all.map((name, place) => `# CATEGORY NAME ${place + 1}: ${name}\n`).join('')
const ballotsOf = (text: string): unknown => {
  const read = readPreflib(text, 'board')
  return E.isLeft(read) ? read.left.reason : read.right.ballots.map(({ ballot }) => ballot)
}

describe('a PrefLib file', () => {
  it('is read whole: gaps in the numbers, ties, spaces, empty tiers, a comma at the end', () => {
    expect(readPreflib(valid, 'board.toi')).toStrictEqual(
      E.right({
        title: 'The board: 2026',
        options: ['Ann', 'Bob', 'Émile'].map((name) => ({ id: name, name })),
        ballots: [
          { ballot: { type: 'weak-order', tiers: [['Émile'], ['Ann', 'Bob']] }, count: 42 },
          { ballot: { type: 'weak-order', tiers: [['Bob', 'Émile']] }, count: 7 },
          { ballot: { type: 'weak-order', tiers: [['Ann'], ['Bob']] }, count: 3 },
        ],
        withdrawn: [],
        notes: [],
      }),
    )
  })
  it('means the same with a byte order mark and carriage returns', () => {
    expect(readPreflib(Buffer.from(`\uFEFF${valid.replaceAll('\n', '\r\n')}`), 'board.toi')).toStrictEqual(readPreflib(valid, 'board.toi'))
  })
  it('of strict orders has ordinal ballots', () => {
    expect(ballotsOf(as('soi', '1: 6,2\n2: {1}'))).toStrictEqual([
      { type: 'ordinal', ranking: ['Émile', 'Bob'] },
      { type: 'ordinal', ranking: ['Ann'] },
    ])
  })
  it('of two categories has approval ballots of the first, of more categories scores with the first highest', () => {
    expect(ballotsOf(as('cat', '1: {1,6},2\n1: {},{1,2,6}', names('Yes', 'No')))).toStrictEqual([
      { type: 'approval', approved: ['Ann', 'Émile'] },
      { type: 'approval', approved: [] },
    ])
    expect(ballotsOf(as('cat', '1: {},{1,6},2\n1: 2,', names('Yes', 'Maybe', 'No')))).toStrictEqual([
      {
        type: 'score',
        scores: [
          ['Ann', 1],
          ['Émile', 1],
          ['Bob', 0],
        ],
      },
      { type: 'score', scores: [['Bob', 2]] },
    ])
    expect(ballotsOf(as('cat', '1: 1', names('No', 'Yes')))).toBe("the first of two categories is 'No': which one is the better is not clear")
    expect(ballotsOf(as('cat', '1: 1,2,6', names('Yes', 'No')))).toBe('3 categories where the header names 2')
    expect(ballotsOf(as('cat', '1: 1'))).toBe('the header names no category')
  })
  it('in the older form means the same', () => {
    const old = '3\n1,Ann\n2,Bob\n6,Émile\n52,52,3\n42,6,{1,2}\n7,{2,6}\n3,1,2\n'
    expect(readPreflib(old, 'board.toi')).toStrictEqual(readPreflib(valid.replace('The board: 2026', ''), 'board.toi'))
    expect(refusal(old.replace('6,Émile\n', ''))).toMatch(/^board.toi:5: header: '42,6,\{1,2\}' is not the line of three numbers/)
    expect(refusal(old.slice(0, old.indexOf('6,')))).toBe('board.toi:3: alternatives: 3 announced, 2 named')
    expect(refusal(old.replace('2,Bob', '1,Bob'))).toBe('board.toi:3: alternatives: number 1 stands twice')
    expect(refusal(old.replace('52,52', '52,51'))).toMatch(/^board.toi:5: sum of the counts: 51 announced, 52 found/)
  })
  it('has numbers for ids where two alternatives share a name, or one has none', () => {
    expect(readPreflib(change('1: Ann', '1: Bob'), 'board.toi')).toMatchObject(
      E.right({ options: [{ id: '1', name: 'Bob' }, { id: '2' }, { id: '6' }] }),
    )
    expect(readPreflib(change('1: Ann', '1:'), 'board.toi')).toMatchObject(E.right({ options: [{ id: '1', name: '1' }, { id: '2' }, { id: '6' }] }))
    expect(readPreflib('# NUMBER ALTERNATIVES: 2\n1: 2,1', 'b.soc')).toMatchObject(E.right({ options: [{ id: '1', name: '1' }, { id: '2' }] }))
  })
  it('notes a number of orders that is not that of the lines, and a name that tells another form', () => {
    expect(readPreflib(change('ORDERS: 3', 'ORDERS: 9'), 'board.soi')).toMatchObject(
      E.right({
        notes: [
          { line: 3, note: 'the file is called .soi; it is read as toi, as its header says' },
          { line: 6, note: 'NUMBER UNIQUE ORDERS: 9 announced, 3 lines found' },
        ],
      }),
    )
  })
})

describe('a broken PrefLib file is refused by line, field and reason', () => {
  it.each([
    ['empty', '', 'board.toi:0: line: the file is empty'],
    ['without a header', '1: 2,1', 'board.toi:0: NUMBER ALTERNATIVES: the header is missing: no alternative is named'],
    ['cut between two lines', valid.slice(0, valid.indexOf('3: 1,')), /^board.toi:5: NUMBER VOTERS: 52 announced, 49 found: the file is truncated/],
    ['with fewer alternatives than announced', change(/# ALT.*Bob\n/, ''), 'board.toi:4: NUMBER ALTERNATIVES: 3 announced, 2 named'],
    ['with an alternative twice', change('NAME 2', 'NAME 1'), 'board.toi:8: ALTERNATIVE NAME: number 1 stands twice'],
    ['with a key twice', change('FILE NAME', 'TITLE'), 'board.toi:2: TITLE: the key stands twice'],
    ['of another form', change('TYPE: toi', 'TYPE: wmd'), "board.toi:3: DATA TYPE: 'wmd' is none of soc, soi, toc, toi, cat"],
    ['with a late header', `${valid}# TITLE: x`, 'board.toi:13: header: a line of the header stands after the first ballot'],
    ['with a count of zero', change('42:', '0:'), "board.toi:10: count: '0' is no number of at least 1"],
    ['with a negative count', change('42:', '-42:'), "board.toi:10: count: '-42' is no whole number"],
    ['with a broken count', change('42:', '4.2:'), "board.toi:10: count: '4.2' is no whole number"],
    ['with an exponent', change('42:', '1e999:'), "board.toi:10: count: '1e999' is no whole number"],
    ['with a count beyond 2^53', change('42:', '9007199254740992:'), "board.toi:10: count: '9007199254740992' is beyond 9007199254740991"],
    ['with a sum beyond 2^53', change('42:', '9007199254740991:'), /^board.toi:11: count: the voters up to this line are more than 9007199254740991/],
    ['with no count', change('42: ', ''), "board.toi:10: count: there is no ':' after the number of voters in '6,{1, 2}'"],
    ['with an unknown alternative', change('6,{1', '5,{1'), "board.toi:10: order: '5' is no alternative"],
    ['with a huge number', change('6,{1', `${'9'.repeat(400)},{1`), /^board.toi:10: order: '9{80}…' is no alternative$/],
    ['with an alternative twice in one order', change('6,{1', '2,{1'), 'board.toi:10: order: alternative 2 stands twice'],
    ['with a tier cut off', change('{1, 2}', '{1,2'), 'board.toi:10: order: a tier is opened with { and not closed'],
    ['with a tier too few', change('{1, 2}', '1,2}'), 'board.toi:10: order: a tier is closed with } that was not opened with {'],
    ['with a tier in a tier', change('{1, 2}', '{1,{2}'), 'board.toi:10: order: a tier is opened within a tier'],
    ['with a comma too many', change('{1, 2}', ',1'), "board.toi:10: order: a number is missing before ',1'"],
    ['with a comma too few', change('{1, 2}', '1 2'), "board.toi:10: order: a comma is missing before '2'"],
    ['with a word', change('{1, 2}', 'Ann'), "board.toi:10: order: 'A' is no part of an order"],
    [
      'too many to name',
      '# NUMBER ALTERNATIVES: 1000000\n',
      'board.toi:1: NUMBER ALTERNATIVES: 1000000 announced and none named; at most 100000 are read',
    ],
    ['that is no text', change('Ann', 'A\0n'), 'board.toi:7: line: a NUL character: this is no text file'],
    ['with a line of 10 MB', change('{1, 2}', '1,'.repeat(5_000_000)), /^board.toi:10: line: 10000006 characters; a line has at most 1048576/],
  ])('%s', (_, text, reason) => {
    expect(refusal(text)).toMatch(reason)
  })
  it('orders that are not of its form', () => {
    expect(refusal(as('soi', '1: {1,2}'))).toBe('board.toi:8: order: alternatives are level in a .soi file, which has strict orders only')
    expect(refusal(as('toc', '1: {1,2}'))).toBe('board.toi:8: order: 2 of 3 alternatives in an order that is said to be complete')
    expect(refusal(change('# DATA TYPE: toi\n', ''), 'board')).toBe(
      'board:0: DATA TYPE: neither the header nor the name of the file says which of soc, soi, toc, toi, cat it is',
    )
  })
  it('bytes that are not UTF-8', () => {
    expect(refusal(Buffer.concat([Buffer.from('# TITLE: a\n'), Buffer.from([0xc3])]))).toBe('board.toi:2: line: not valid UTF-8')
  })
  it('never throws, whatever is cut out or put in', () => {
    fc.assert(
      fc.property(fc.nat(valid.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 6 }), (at, cut, put) => {
        expect(() => readPreflib(valid.slice(0, at) + put + valid.slice(at + cut), 'board.toi')).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })
  it('in linear time', () => {
    const began = performance.now()
    expect(refusal(as('soi', `1: ${'{},'.repeat(300_000)}\n`.repeat(5)))).toBe('read')
    expect(refusal(as('soi', '1: 1\n', `# A${' '.repeat(1_000_000)}1\n`.repeat(5)))).toBe('read')
    expect(refusal(`${'1'.repeat(1_000_000)}\n`)).toMatch(/^board.toi:1: alternatives: '1{80}…' is beyond/)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

const folder = process.env['ISEGORIA_DATA'] === undefined ? undefined : join(process.env['ISEGORIA_DATA'], 'preflib')

describe.skipIf(folder === undefined)('the PrefLib collection', () => {
  it('is read without one refusal or note', () => {
    const files = readdirSync(folder ?? '', { recursive: true, encoding: 'utf8' }).filter((name) => /\.([st]o[ci]|cat)$/.test(name))
    expect(files.length).toBeGreaterThan(240)
    for (const name of files) expect(readPreflib(readFileSync(join(folder ?? '', name)), name)).toMatchObject(E.right({ notes: [] }))
  })
})

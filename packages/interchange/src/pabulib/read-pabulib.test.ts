import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { describePabulibRejection, pabulibElection, readPabulib } from '../index.ts'

const valid = [
  'META',
  'key;value',
  'description;A town',
  'num_projects;2',
  'num_votes;2',
  'budget;100.50',
  'vote_type;approval',
  'PROJECTS',
  'project_id;cost;name',
  'a;60;Trees',
  'b/2;40.25;"Paths; ""new"""',
  'VOTES',
  'voter_id;vote;age',
  '1;a,b/2;33',
  '2;b/2;',
  '',
].join('\n')

const change = (from: string | RegExp, to: string): string => valid.replace(from, to)
const refusal = (text: string | Uint8Array): string => {
  const read = readPabulib(text, 'town.pb')
  return E.isLeft(read) ? describePabulibRejection(read.left) : 'read'
}

describe('a .pb file', () => {
  it('is read whole: decimals, quotes, ids of any text, attributes', () => {
    const read = readPabulib(valid, 'town.pb')
    expect(read).toMatchObject(
      E.right({
        budget: 10050n,
        decimals: 2,
        projects: [
          { id: 'a', cost: 6000n, name: 'Trees' },
          { id: 'b/2', cost: 4025n, name: 'Paths; "new"' },
        ],
        votes: [
          { voter: '1', ballot: { type: 'approval', approved: ['a', 'b/2'] }, attributes: { age: '33' } },
          { voter: '2', attributes: {} },
        ],
      }),
    )
    if (E.isRight(read)) expect(pabulibElection(read.right).profile.voters).toBe(2)
  })
  it('means the same with a byte order mark and carriage returns', () => {
    expect(readPabulib(`\uFEFF${valid.replaceAll('\n', '\r\n')}`, 'town.pb')).toStrictEqual(readPabulib(valid, 'town.pb'))
    expect(readPabulib(Buffer.from(`\uFEFF${valid}`), 'town.pb')).toStrictEqual(readPabulib(valid, 'town.pb'))
  })
  it('counts a project once that a ballot names twice, and notes it', () => {
    expect(readPabulib(change('a,b/2', 'a,a'), 'town.pb')).toMatchObject(
      E.right({ votes: [{ ballot: { approved: ['a'] } }, {}], notes: [{ line: 14, note: 'a project is named more than once; it counts once' }] }),
    )
  })
  it('takes a voter who is called as a section is and chooses nothing', () => {
    const bare = change('vote;age', 'vote').replace('b/2;33', 'b/2').replace('2;b/2;', 'meta;')
    expect(readPabulib(bare, 'town.pb')).toMatchObject(E.right({ votes: [{}, { voter: 'meta', ballot: { approved: [] } }] }))
    expect(refusal(`${bare}VOTES\n`)).toBe('town.pb:16: VOTES: the section does not belong here; the end of the file was expected')
  })
  it('may hold hundreds of thousands of projects', () => {
    const many = Array.from({ length: 300_000 }, (_, place) => `p${place};1\n`)
    const file = `META\nkey;value\nnum_projects;300000\nnum_votes;0\nbudget;1.25\nvote_type;approval\nPROJECTS\nproject_id;cost\n${many.join('')}VOTES\nvoter_id;vote\n`
    expect(readPabulib(file, 'town.pb')).toMatchObject(E.right({ decimals: 2 }))
  })
})

describe('a broken .pb file is refused by line, field and reason', () => {
  it.each([
    ['empty', '', 'town.pb:0: META: the file is empty'],
    ['cut after its projects', valid.slice(0, valid.indexOf('VOTES')), 'town.pb:8: VOTES: the section is missing'],
    [
      'cut between two votes',
      valid.slice(0, valid.indexOf('2;b/2')),
      'town.pb:5: num_votes: 2 announced, 1 found: the file is truncated or was changed',
    ],
    ['cut within a vote', valid.slice(0, valid.lastIndexOf(';')), 'town.pb:15: age: 2 fields where the header names 3'],
    ['cut within a quote', valid.slice(0, valid.indexOf('; ""new')), 'town.pb:11: line: a quote is opened and never closed'],
    ['naming an unknown project', change('a,b/2', 'a,x'), "town.pb:14: vote: no project 'x' in PROJECTS"],
    ['of a negative cost', change('a;60', 'a;-60'), 'town.pb:10: cost: -60 is below zero'],
    ['of a cost of text', change('a;60', 'a;sixty'), "town.pb:10: cost: 'sixty' is no amount of money"],
    ['of a budget of text', change('100.50', 'much'), "town.pb:6: budget: 'much' is no amount of money"],
    ['of a budget that is no number', change('100.50', 'Infinity'), "town.pb:6: budget: 'Infinity' is no amount of money"],
    ['without a budget', change('budget;100.50\n', ''), 'town.pb:1: budget: the key is missing from META'],
    [
      'of a wrong vote_type',
      change('approval', 'applause'),
      "town.pb:7: vote_type: 'applause' is none of approval, choose-1, cumulative, ordinal, scoring",
    ],
    ['with a voter twice', change('\n2;b/2', '\n1;b/2'), "town.pb:15: voter_id: voter '1' has already voted on line 14"],
    ['with a project twice', change('b/2;40.25', 'a;40.25'), "town.pb:11: project_id: project 'a' stands twice"],
    ['with a key twice', change('budget', 'num_votes'), 'town.pb:6: num_votes: the key stands twice in META'],
    ['with a column twice', change('voter_id;vote;age', 'voter_id;vote;vote'), 'town.pb:13: vote: the column stands twice in the header'],
    ['without costs', change('project_id;cost', 'project_id;price'), 'town.pb:9: cost: the column is missing from the header'],
    ['with sections out of order', change('PROJECTS', 'VOTES'), 'town.pb:8: VOTES: the section does not belong here; PROJECTS was expected'],
    [
      'with a section after its votes',
      `${valid}PROJECTS\n`,
      'town.pb:16: PROJECTS: the section does not belong here; the end of the file was expected',
    ],
    ['that chooses two where one may be', change('approval', 'choose-1'), 'town.pb:14: vote: 2 projects where one may be chosen'],
    ['that is no text', change('Trees', 'Tr\0es'), 'town.pb:10: line: a NUL character: this is no text file'],
    ['with a line of 10 MB', change('Trees', 'T'.repeat(10_000_000)), 'town.pb:10: line: 10000005 characters; a line has at most 1048576'],
  ])('%s', (_, text, reason) => {
    expect(refusal(text)).toBe(reason)
  })
  it('points that do not match, or are no whole numbers', () => {
    const cumulative = valid.replace('approval', 'cumulative').replace('vote;age', 'vote;points').replace('b/2;\n', 'b/2;1\n')
    expect(refusal(cumulative)).toBe('town.pb:14: points: 1 numbers of points for 2 projects')
    expect(refusal(cumulative.replace(';33', ';1,-2'))).toBe("town.pb:14: points: '-2' is no whole number of points")
    expect(refusal(cumulative.replace(';33', ';1,2'))).toBe('read')
  })
  it('bytes that are not UTF-8', () => {
    expect(refusal(Buffer.concat([Buffer.from(valid.slice(0, 40)), Buffer.from([0xff]), Buffer.from(valid.slice(40))]))).toBe(
      'town.pb:4: line: not valid UTF-8',
    )
  })
  it('never throws, whatever is cut out or put in', () => {
    fc.assert(
      fc.property(fc.nat(valid.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 6 }), (at, cut, put) => {
        expect(() => readPabulib(valid.slice(0, at) + put + valid.slice(at + cut), 'town.pb')).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })
})

const folder = process.env['ISEGORIA_DATA'] === undefined ? undefined : join(process.env['ISEGORIA_DATA'], 'pabulib')

describe.skipIf(folder === undefined)('the Pabulib collection', () => {
  it('is read without one refusal', () => {
    const names = readdirSync(folder ?? '').filter((name) => name.endsWith('.pb'))
    expect(names.length).toBeGreaterThan(100)
    expect(names.map((name) => refusal(readFileSync(join(folder ?? '', name)))).filter((answer) => answer !== 'read')).toStrictEqual([])
  })
})

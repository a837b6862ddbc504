import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { electionHash, profileOf } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { pabulibElection, readPabulib } from '../index.ts'

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The same file with every field of its votes in quotes, so that csv-parse reads them all. */
const inQuotes = (text: string): string => {
  const start = text.search(/^VOTES\r?$/m)
  const votes = text.slice(start).split('\n')
  const rows = votes.slice(2).map((line) => {
    const [content = '', end = ''] = line.endsWith('\r') ? [line.slice(0, -1), '\r'] : [line]
    return content === '' ? line : `${content.split(';').map(quoted).join(';')}${end}`
  })
  return text.slice(0, start) + [...votes.slice(0, 2), ...rows].join('\n')
}

const types = [
  ['approval', 'voter_id;vote;age;sex', 4],
  ['ordinal', 'voter_id;age;vote', 3],
  ['choose-1', 'voter_id;vote', 2],
  ['cumulative', 'age;voter_id;vote;points;sex', 5],
  ['scoring', 'vote;points;voter_id;sex', 4],
] as const

const field = fc.oneof(
  { weight: 6, arbitrary: fc.nat(30).map(String) },
  { weight: 6, arbitrary: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((ids) => ids.join(',')) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom('0', '1', '2'), { maxLength: 3 }).map((points) => points.join(',')) },
  { weight: 1, arbitrary: fc.constantFrom('', 'x', ' a, b ', 'Łódź', 'VOTES', '-1', '\u00a0b', '\0') },
)

const files = fc
  .record({
    type: fc.constantFrom(...types),
    rows: fc.array(fc.array(field, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ type: [name, header, fields], rows, end }) => {
    const votes = rows.map((row) => Array.from({ length: row.length === 6 ? 6 : fields }, (_, place) => row[place % row.length] ?? '').join(';'))
    const meta = ['META', 'key;value', `num_projects;3`, `num_votes;${rows.length}`, 'budget;10', `vote_type;${name}`, 'min_length;2', 'max_points;1']
    return [...meta, 'PROJECTS', 'project_id;cost', 'a;1', 'b;2', 'c;3', 'VOTES', header, ...votes, ''].join(end)
  })

describe('the votes of a .pb file', () => {
  it('are the same, faults and notes included, whether they are read in place or by csv-parse', () => {
    let read = 0
    fc.assert(
      fc.property(files, (text) => {
        const plain = readPabulib(text, 'town.pb')
        if (E.isRight(plain)) read++
        expect(readPabulib(inQuotes(text), 'town.pb')).toStrictEqual(plain)
      }),
      { numRuns: 1500 },
    )
    expect(read).toBeGreaterThan(50)
  })
  it('make the profile of their ballots, and so they do in a file that was changed', () => {
    fc.assert(
      fc.property(files, (text) => {
        const read = readPabulib(text, 'town.pb')
        if (E.isLeft(read)) return
        const election = pabulibElection(read.right)
        const profile = profileOf(read.right.votes.map(({ ballot }) => ballot))
        expect(electionHash(election)).toBe(electionHash({ ...election, profile }))
        expect(pabulibElection({ ...read.right, votes: read.right.votes.slice(1) }).profile).toStrictEqual(
          profileOf(read.right.votes.slice(1).map(({ ballot }) => ballot)),
        )
      }),
      { numRuns: 500 },
    )
  })
  it.each([
    ['1', '2', '2', 3],
    ['2', '1', '2', 3],
    ['2', '10', '2', 3],
    ['b', 'a', 'a', 3],
  ])('are refused for a voter who comes back: %s, %s, %s', (...voters) => {
    const text = `META\nkey;value\nnum_projects;1\nnum_votes;3\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote\n`
    const [last] = [voters[2]]
    const first = 12 + voters.indexOf(last)
    const rows = voters.slice(0, 3).map((voter) => `${voter};a\n`)
    expect(readPabulib(text + rows.join(''), 'town.pb')).toMatchObject(
      E.left({ line: 14, field: 'voter_id', reason: `voter '${last}' has already voted on line ${first}` }),
    )
  })
  it('are objects once, and share what many wrote alike', () => {
    const text = `META\nkey;value\nnum_projects;1\nnum_votes;2\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote;age\n1;a;33\n2;a;33\n`
    const read = readPabulib(text, 'town.pb')
    if (E.isLeft(read)) throw new Error(read.left.reason)
    const [first, second] = read.right.votes
    expect(first).toStrictEqual({ line: 12, voter: '1', ballot: { type: 'approval', approved: ['a'] }, attributes: { age: '33' } })
    expect(second?.ballot).toBe(first?.ballot)
    expect(read.right.votes).toBe(read.right.votes)
  })
})

const folder = process.env['ISEGORIA_DATA'] === undefined ? undefined : join(process.env['ISEGORIA_DATA'], 'pabulib')

describe.skipIf(folder === undefined)('the smaller files of the Pabulib collection', () => {
  it('hold the same votes when all fields are quoted', () => {
    const paths = readdirSync(folder ?? '')
      .filter((name) => name.endsWith('.pb'))
      .map((name) => join(folder ?? '', name))
    const small = paths.filter((path) => statSync(path).size < 15_000)
    expect(small.length).toBeGreaterThan(20)
    for (const path of small) {
      const text = readFileSync(path, 'utf8')
      expect(readPabulib(inQuotes(text), path)).toStrictEqual(readPabulib(text, path))
    }
  })
})

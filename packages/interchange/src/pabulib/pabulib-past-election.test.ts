import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { pabulibPastElection, readPabulib } from '../index.ts'

const fileWith = (...meta: ReadonlyArray<string>): string =>
  [
    'META;',
    'key;value',
    'description;Budget of Aubel',
    'num_projects;1',
    'num_votes;1',
    'budget;100',
    'vote_type;approval',
    ...meta,
    'PROJECTS',
    'project_id;cost',
    'pool;60',
    'VOTES',
    'voter_id;vote;voting_method',
    'v1;pool;paper',
    '',
  ].join('\n')

const electionWith = (...meta: ReadonlyArray<string>): ReturnType<typeof pabulibPastElection> => {
  const read = readPabulib(fileWith(...meta), 'aubel.pb')
  if (E.isLeft(read)) throw new Error(read.left.reason)
  return pabulibPastElection(read.right, 'c-1')
}

describe('the election of a .pb file', () => {
  it.each([
    ['two days', ['date_begin;01.03.2026', 'date_end;31.03.2026'], '2026-03-01T00:00:00Z', '2026-03-31T23:59:59Z'],
    ['one day', ['date_begin;01.03.2026'], '2026-03-01T00:00:00Z', '2026-03-01T23:59:59Z'],
    ['years', ['date_begin;2021', 'date_end;2022'], '2021-01-01T00:00:00Z', '2022-12-31T23:59:59Z'],
    ['no day', [], '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    ['days of other forms', ['date_begin;1.3.2026', 'date_end;2026-03-31'], '2026-03-01T00:00:00Z', '2026-03-31T23:59:59Z'],
    ['a leap day', ['date_begin;29.02.2024', 'date_end;2024-02-29'], '2024-02-29T00:00:00Z', '2024-02-29T23:59:59Z'],
    ['days of no calendar', ['date_begin;31.02.2026', 'date_end;2026-02-29'], '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    ['days that are none', ['date_begin;99.99.2026', 'date_end;soon'], '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  ])('opens and closes on %s', (_, meta, opensAt, closesAt) => {
    expect(electionWith(...meta)).toMatchObject({ opensAt, closesAt })
  })
  it('notes each day that cannot be read, by its line', () => {
    const notesOf = (...meta: ReadonlyArray<string>): unknown => {
      const read = readPabulib(fileWith(...meta), 'aubel.pb')
      return E.isRight(read) ? read.right.notes : read.left
    }
    expect(notesOf('unit;Aubel', 'date_begin;31.02.2026', 'date_end;soon')).toStrictEqual([
      { line: 9, note: "date_begin: '31.02.2026' is no day; it is taken as unknown" },
      { line: 10, note: "date_end: 'soon' is no day; it is taken as unknown" },
    ])
    expect(notesOf('date_begin;1.3.2026', 'date_end;2026')).toStrictEqual([])
    expect(notesOf('date_begin;')).toStrictEqual([])
  })
  it('is decided by the rule that META names, else by greedy', () => {
    expect(electionWith('rule;equalshares').rule.id).toBe('equal-shares')
    expect(electionWith('rule;greedy').rule).toStrictEqual({
      id: 'greedy',
      parameters: { satisfaction: 'cost', dialect: 'greedy', ties: 'given-order' },
    })
    expect(electionWith().rule.id).toBe('greedy')
    expect(electionWith()).not.toHaveProperty('constraints')
    expect(electionWith('min_project_score_threshold;3').constraints).toStrictEqual([{ type: 'least-score', least: 3 }])
  })
  it('notes a rule that is not here by its line, since the body may have funded other projects', () => {
    const notesOf = (rule: string): ReadonlyArray<unknown> => {
      const read = readPabulib(fileWith(`rule;${rule}`), 'aubel.pb')
      return E.isRight(read) ? read.right.notes : []
    }
    expect(notesOf('phragmen')).toStrictEqual([
      { line: 8, note: "rule: 'phragmen' is counted here as greedy; the winners that were published may be others" },
    ])
    for (const known of ['greedy', 'greedy-threshold', 'unknown', 'equalshares', 'equalshares/add1-comparison'])
      expect(notesOf(known)).toStrictEqual([])
  })
  it('keeps each vote with how it was cast', () => {
    expect(electionWith('unit;Aubel', 'currency;EUR')).toMatchObject({
      consultationId: 'c-1',
      convenor: 'Aubel',
      currency: 'EUR',
      form: { type: 'approval' },
      votes: [{ voterKey: 'v1', channel: 'paper', attributes: { voting_method: 'paper' } }],
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { Constraint } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { exclusionsIn } from './exclusions.ts'
import { officialElection } from './official-election.ts'
import type { NoOfficialRule, OfficialElection } from './official-election.ts'
import { pabulibElection } from './pabulib-election.ts'
import type { PabulibFile } from './pabulib-file.ts'
import { readPabulib } from './read-pabulib.ts'

interface Text {
  readonly type?: string
  readonly meta?: ReadonlyArray<string>
  readonly columns?: string
  readonly projects?: ReadonlyArray<string>
  readonly votes?: ReadonlyArray<string>
}

const file = ({
  type = 'approval',
  meta = [],
  columns = '',
  projects = ['1;60', '2;70', '3;40'],
  votes = ['a;1,2', 'b;1,2', 'c;1,3'],
}: Text): PabulibFile => {
  const points = type === 'cumulative' ? ';points' : ''
  const head = ['META', 'key;value', `num_projects;${projects.length}`, `num_votes;${votes.length}`, 'budget;100', `vote_type;${type}`, ...meta]
  const text = [...head, 'PROJECTS', `project_id;cost${columns}`, ...projects, 'VOTES', `voter_id;vote${points}`, ...votes, ''].join('\n')
  const read = readPabulib(text, 'aubel.pb')
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

const official = (text: Text): OfficialElection => {
  const read = officialElection(file(text))
  if (E.isLeft(read)) throw new Error(read.left.reason)
  return read.right
}
const refused = (text: Text): NoOfficialRule | undefined => {
  const read = officialElection(file(text))
  return E.isLeft(read) ? read.left : undefined
}

const constraintsOf = (text: Text): ReadonlyArray<Constraint> => official(text).election.constraints ?? []

describe('the rule by which the winners of a .pb file were chosen', () => {
  it.each(['greedy', 'greedy-no-skip', 'greedy-threshold', 'greedy-exclusive', 'greedy-custom'])('%s is that dialect of greedy', (rule) => {
    expect(official({ meta: [`rule;${rule}`] }).rule).toStrictEqual({
      id: 'greedy',
      parameters: { satisfaction: 'cost', dialect: rule, ties: 'given-order' },
    })
  })
  it.each([
    ['equalshares', { utility: 'cost', completion: 'none' }],
    ['equalshares-comparison', { utility: 'cost', completion: 'none', comparison: 'satisfaction' }],
    ['equalshares/add1', { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend' }],
    ['equalshares/add1-comparison', { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend', comparison: 'satisfaction' }],
  ])('%s is Equal Shares', (rule, parameters) => {
    expect(official({ meta: [`rule;${rule}`] }).rule).toStrictEqual({ id: 'equal-shares', parameters })
  })
  it('ranks by points, and gives each place of a ranking one less from as many as there may be', () => {
    const cumulative = { type: 'cumulative', meta: ['rule;greedy'], votes: ['a;1,3;1,2', 'b;1;1', 'c;3;1'] }
    expect(official(cumulative).rule.parameters).toMatchObject({ satisfaction: 'score' })
    const { rule } = official({ type: 'ordinal', meta: ['rule;greedy', 'max_length;3'] })
    expect(rule.parameters).toMatchObject({ satisfaction: 'score', longest: '3' })
    expect(official({ type: 'ordinal', meta: ['rule;greedy'] }).rule.parameters).not.toHaveProperty('longest')
  })
  it('is tried by greedy where it is unknown, and noted', () => {
    const { rule, notes } = official({ meta: ['rule;unknown'] })
    expect(rule.id).toBe('greedy')
    expect(notes).toStrictEqual([{ line: 7, note: 'rule: it is unknown how the winners were chosen; greedy is tried' }])
  })
  it('is none where META names none, or another', () => {
    expect(refused({})).toStrictEqual({ type: 'NoOfficialRule', line: 0, reason: 'META names no rule' })
    expect(refused({ meta: ['rule;dice'] })).toStrictEqual({ type: 'NoOfficialRule', line: 7, reason: "'dice' is no rule that is known here" })
  })
})

describe('the constraints of a .pb file', () => {
  it('are a threshold, of which a fraction counts as the next whole score', () => {
    expect(constraintsOf({ meta: ['rule;greedy-threshold', 'min_project_score_threshold;2.5'] })).toStrictEqual([{ type: 'least-score', least: 3 }])
    expect(constraintsOf({ meta: ['rule;greedy', 'min_project_score_threshold;0'] })).toStrictEqual([])
    expect(official({ meta: ['rule;greedy', 'min_project_score_threshold;few'] }).notes).toMatchObject([{ line: 8 }])
  })
  it('are caps by category and by neighbourhood', () => {
    const parts = { columns: ';category;neighborhood', projects: ['1;60;green;north', '2;70;green,young;south', '3;40;young;north'] }
    const meta = ['rule;greedy', 'categories;green,young', 'budget_per_category;69.5,50', 'neighborhoods;north', 'budget_per_neighborhood;50']
    expect(constraintsOf({ ...parts, meta })).toStrictEqual([
      { type: 'cap', name: 'green', options: ['1', '2'], most: 69n },
      { type: 'cap', name: 'young', options: ['2', '3'], most: 50n },
      { type: 'cap', name: 'north', options: ['1', '3'], most: 50n },
    ])
    expect(official({ ...parts, meta: ['rule;greedy', 'categories;green', 'budget_per_category;69,50'] })).toMatchObject({
      notes: [{ line: 9, note: 'budget_per_category: there are not as many amounts as categories names; none is kept' }],
    })
    const leftover = official({
      ...parts,
      meta: [...meta, 'leftover_budget;Fund additional projects that fit within leftover budget ordered by score'],
    })
    expect(leftover.notes).toMatchObject([{ line: 12 }])
  })
  it('are a part of the best project that does not fit', () => {
    expect(constraintsOf({ meta: ['rule;greedy', 'leftover_budget;Partially fund one additional project with highest score'] })).toStrictEqual([
      { type: 'part-funding' },
    ])
  })
  it('are exclusions that a comment lists; where it lists none, that is noted', () => {
    const comment = 'comment;#1: A word. #2: In the pool, projects 1 and 3 were treated as mutually exclusive because they share a site.'
    expect(constraintsOf({ meta: ['rule;greedy-exclusive', comment] })).toStrictEqual([
      { type: 'at-most', name: '1, 3', options: ['1', '3'], most: 1 },
    ])
    expect(official({ meta: ['rule;greedy-exclusive'] }).notes).toMatchObject([{ line: 7 }])
  })
  it('keep out what was withdrawn', () => {
    const text = { meta: ['rule;greedy-no-skip'], projects: ['1;60', '2;999999999', '3;40'] }
    expect(constraintsOf(text)).toStrictEqual([{ type: 'at-most', name: 'withdrawn', options: ['2'], most: 0 }])
  })
  it('are no matter of another rule', () => {
    expect(pabulibElection(file({ meta: ['rule;greedy-threshold', 'min_project_score_threshold;2'] }))).not.toHaveProperty('constraints')
  })
})

describe('the exclusions of a comment', () => {
  const ids = new Set(['3', '5', '7', '9', 'W/1'])
  it.each([
    ['projects 3 and 5 are mutually exclusive', [['3', '5']]],
    ['Projects 3, 5 and 7 are mutually exclusive.', [['3', '5', '7']]],
    ['Project 3 and project W/1 exclude each other', [['3', 'W/1']]],
    [
      'Projects 3 and 5, 7 and 9 exclude one another.',
      [
        ['3', '5'],
        ['7', '9'],
      ],
    ],
    ['projects 3 and 4 are mutually exclusive', []],
    ['Projects 3 and 5 are near. Some are mutually exclusive.', []],
    ['some projects are mutually exclusive', []],
    ['', []],
  ])('%s', (comment, groups) => {
    expect(exclusionsIn(comment, ids)).toStrictEqual(groups)
  })
})

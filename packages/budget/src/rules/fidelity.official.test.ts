import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import { officialElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { fileOf } from './fidelity.fixture.ts'
import { equalShares, greedy } from './index.ts'

const selectedBy = (file: PabulibFile): ReadonlyArray<string> => {
  const official = officialElection(file)
  if (E.isLeft(official)) throw new Error(official.left.reason)
  const { rule, election } = official.right
  const outcome = applyRule(rule.id === 'greedy' ? greedy : equalShares, election, rule.parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(JSON.stringify(outcome))
  return outcome.right.selected
}

const meta = ['META', 'key;value', 'num_projects;3', 'num_votes;3', 'budget;100']

const written = (type: string, more: ReadonlyArray<string>, projects: ReadonlyArray<string>, votes: ReadonlyArray<string>): PabulibFile => {
  const [columns, points] = [projects[0]?.split(';').length === 3 ? ';category' : '', type === 'cumulative' ? ';points' : '']
  const lines = [
    ...meta,
    `vote_type;${type}`,
    ...more,
    'PROJECTS',
    `project_id;cost${columns}`,
    ...projects,
    'VOTES',
    `voter_id;vote${points}`,
    ...votes,
  ]
  const read = readPabulib(`${lines.join('\n')}\n`, 'aubel.pb')
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

const votes = ['a;1,2', 'b;1,2', 'c;1,3']
const plain = ['1;60', '2;70', '3;40']

describe('the official count of a file', () => {
  it.each([
    ['passes over what does not fit', ['rule;greedy'], plain, ['1', '3']],
    ['ends at what does not fit', ['rule;greedy-no-skip'], plain, ['1']],
    ['ends there by its other name', ['rule;greedy-custom'], plain, ['1']],
    ['does not end at what was withdrawn', ['rule;greedy-no-skip'], ['1;60', '2;999999999', '3;40'], ['1', '3']],
    ['keeps out what misses the threshold', ['rule;greedy-threshold', 'min_project_score_threshold;2'], plain, ['1']],
    ['keeps to the caps', ['rule;greedy', 'categories;x,y', 'budget_per_category;50,50'], ['1;60;x', '2;40;x', '3;40;y'], ['2', '3']],
    ['keeps out what a comment excludes', ['rule;greedy-exclusive', 'comment;projects 1 and 3 are mutually exclusive'], plain, ['1']],
    ['settles ties as the file lists them', ['rule;greedy'], ['1;10', '3;90', '2;80'], ['1', '3']],
    ['shares equally', ['rule;equalshares/add1'], plain, ['1']],
  ])('%s', (_, rule, projects, selected) => {
    const cast = projects[1] === '3;90' ? ['a;1', 'b;1,3', 'c;1,2'] : votes
    expect(selectedBy(written('approval', rule, projects, cast))).toStrictEqual(selected)
  })
  it('ranks by points', () => {
    expect(selectedBy(written('cumulative', ['rule;greedy'], plain, ['a;1,3;1,2', 'b;1;1', 'c;3;1']))).toStrictEqual(['3', '1'])
    expect(selectedBy(written('ordinal', ['rule;greedy', 'max_length;3'], plain, ['a;1,2,3', 'b;2', 'c;3,2']))).toStrictEqual(['2'])
  })
})

const data = process.env['ISEGORIA_DATA']

describe.skipIf(data === undefined)('the smaller files of the Pabulib collection that publish their winners', () => {
  const names = data === undefined ? [] : readdirSync(join(data, 'pabulib')).filter((name) => /Poznan|Warszawa_2024|Krakow/.test(name))
  it.each(names.map((name) => [name]))('%s', (name) => {
    const file = fileOf(name)
    const published = file.projects.filter(({ selected }) => selected === '1').map(({ id }) => id)
    if (file.projects[0]?.selected !== undefined) expect(new Set(selectedBy(file))).toStrictEqual(new Set(published))
  })
})

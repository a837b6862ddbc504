import { readFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder } from '../command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const file = (district: (voter: number) => string): string => {
  const voters = Array.from({ length: 40 }, (_, voter) => `v${voter};${voter % 2 === 0 ? '1' : '2'};${district(voter)}`)
  return folder.file(
    'wards.pb',
    `META
key;value
description;Wards
country;Nowhere
unit;Wards
instance;2026
num_projects;2
num_votes;40
budget;100
vote_type;approval
rule;greedy
date_begin;01.03.2026
date_end;31.03.2026
currency;EUR
PROJECTS
project_id;cost;name
1;60;Park <b>
2;20;Pond
VOTES
voter_id;vote;district
${voters.join('\n')}
`,
  )
}

const pageOf = async (path: string): Promise<string> => {
  const page = folder.path('out.html')
  expect(await isegoria('replay', path, '--rule', 'equal-shares', '--report', page)).toMatchObject({ code: 0 })
  return readFileSync(page, 'utf8')
}

describe('the pictures of a report', () => {
  it('show whose money went where, by what voters declared, and support round by round', async () => {
    const page = await pageOf(file((voter) => (voter % 2 === 0 ? 'north' : 'south')))
    expect(page).toContain('Whose money, by')
    expect(page).toContain('Effective support')
    expect(page).toContain('Park &lt;b&gt;')
    expect(page).toContain('south 20')
  })
  it('say nothing of few voters', async () => {
    const page = await pageOf(file((voter) => (voter < 9 ? 'north' : 'south')))
    expect(page).not.toContain('Whose money, by')
    expect(page).toContain('Effective support')
  })
})

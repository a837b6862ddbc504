import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder } from '../command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const soi = `# FILE NAME: ward.soi
# TITLE: A ward
# DATA TYPE: soi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 9
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Ann
# ALTERNATIVE NAME 2: Bob
# ALTERNATIVE NAME 3: Cem
4: 1,2
3: 2
2: 3,2
`
const cvotes = '#/Candidates: Ann; Bob; Cem\n#/Number of Seats: 2\n#/Implicit Ranking: false\nAnn > Bob * 4\nBob * 3\nCem > Bob * 2\n'
const blt = '3 2\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n"Ann"\n"Bob"\n"Cem"\n"A ward"\n'
const yaml = 'profile: [[0, 1], [1], [2]]\nnum_cand: 3\ncommitteesize: 2\n'
const csv = 'Ann,Bob,Cem\nx,x,\n,x,\n,,x\n'

const outcomeOf = async (...args: ReadonlyArray<string>): Promise<{ readonly rule: { readonly parameters: object }; readonly outcome: object }> => {
  const { code, out, error } = await isegoria('tally', ...args, '--json')
  expect({ code, error }).toStrictEqual({ code: 0, error: '' })
  return JSON.parse(out)
}

describe('isegoria tally', () => {
  it.each([
    ['ward.soi', soi, 'irv', [['Bob'], ['Ann'], ['Cem']]],
    ['ward.cvotes', cvotes, 'irv', [['Bob'], ['Ann'], ['Cem']]],
    ['ward.blt', blt, 'irv', [['Bob'], ['Ann'], ['Cem']]],
    ['ward.abc.yaml', yaml, 'approval', [['1'], ['0', '2']]],
    ['ward.csv', csv, 'approval', [['Bob'], ['Ann', 'Cem']]],
  ])('counts %s', async (name, content, rule, ranking) => {
    expect(await outcomeOf(folder.file(name, content), '--rule', rule)).toMatchObject({ outcome: { type: 'ranking', ranking } })
  })
  it('takes what unranked options mean from the file, and first from the user', async () => {
    const file = folder.file('ward.cvotes', cvotes)
    expect(await outcomeOf(file, '--rule', 'borda')).toMatchObject({ rule: { parameters: { unranked: 'ignored' } } })
    expect(await outcomeOf(file, '--rule', 'borda', '--unranked', 'last')).toMatchObject({ rule: { parameters: { unranked: 'last' } } })
    expect(await outcomeOf(file, '--rule', 'borda:unranked=last')).toMatchObject({ rule: { parameters: { unranked: 'last' } } })
    expect(await outcomeOf(file, '--rule', 'plurality', '--unranked', 'last')).toMatchObject({ rule: { id: 'plurality' } })
  })
  it('settles ties by a lot from a published seed, the same each time', async () => {
    const file = folder.file('level.cvotes', '#/Candidates: Ann; Bob; Cem\nAnn * 2\nBob * 2\nCem * 3\n')
    const refused = await isegoria('tally', file, '--rule', 'irv:ties=lot')
    expect(refused).toMatchObject({ code: 1, error: `${file}: irv is to settle ties by a lot, and none was drawn (--seed)\n` })
    const drawn = await Promise.all(
      ['a', 'a', 'b', 'c', 'd'].map(async (seed) => (await outcomeOf(file, '--rule', 'irv:ties=lot', '--seed', seed)).outcome),
    )
    expect(drawn[0]).toStrictEqual(drawn[1])
    expect(new Set(drawn.map((outcome) => JSON.stringify(outcome))).size).toBeGreaterThan(1)
    expect(drawn[0]).toMatchObject({ ties: [{ tied: ['Ann', 'Bob'], by: 'lot' }] })
  })
  it('settles what the rule leaves level, and records how', async () => {
    const file = folder.file('level.cvotes', '#/Candidates: Cem; Ann; Bob\nAnn * 2\nBob * 2\n')
    expect(await outcomeOf(file, '--rule', 'plurality')).toMatchObject({ outcome: { ranking: [['Ann', 'Bob'], ['Cem']], ties: [] } })
    expect(await outcomeOf(file, '--rule', 'plurality', '--settle', 'most-votes+option-id')).toMatchObject({
      outcome: { ranking: [['Ann'], ['Bob'], ['Cem']], winners: ['Ann'], ties: [{ round: 1, tied: ['Ann', 'Bob'], chosen: 'Ann', by: 'option-id' }] },
    })
    const lot = await outcomeOf(file, '--rule', 'plurality', '--settle', 'lot', '--seed', 'x')
    expect(lot).toMatchObject({ outcome: { ties: [{ by: 'lot' }] } })
    expect(await isegoria('tally', file, '--rule', 'plurality', '--settle', 'lot')).toMatchObject({ code: 1, out: '' })
    expect(await isegoria('tally', file, '--rule', 'plurality', '--settle', 'coin')).toMatchObject({
      code: 1,
      error: expect.stringContaining('--settle coin: a chain is'),
    })
    const committees = await outcomeOf(folder.file('abc.abc.yaml', yaml), '--rule', 'av:resolute=false', '--settle', 'option-id')
    expect(committees).toMatchObject({ outcome: { committees: [['0', '1']], ties: [{ by: 'option-id' }] } })
  })
  it('counts every file of a folder and names those that are refused', async () => {
    folder.file('a.soi', soi)
    folder.file('b.cvotes', 'Ann > Ann\n')
    folder.file('c.blt', blt)
    folder.file('notes.txt', 'none')
    const { code, out, error } = await isegoria('tally', folder.path('.'), '--rule', 'irv')
    const files = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).file)
    expect(files).toStrictEqual([folder.path('a.soi'), folder.path('b.cvotes'), folder.path('c.blt')])
    expect(JSON.parse(out.split('\n')[1] ?? '')).toStrictEqual({ file: folder.path('b.cvotes'), error: expect.stringMatching(/b\.cvotes:1: .*Ann/) })
    expect(code).toBe(1)
    expect(error).toMatch(/b\.cvotes:1: .*Ann.*\n1 of 3 files were refused\n$/)
  })
  it('refuses a rule that there is not once for a whole folder', async () => {
    folder.file('a.soi', soi)
    folder.file('c.blt', blt)
    const { code, out, error } = await isegoria('tally', folder.path('.'), '--rule', 'irvv')
    expect({ code, out, error }).toStrictEqual({ code: 1, out: '', error: "--rule irvv: no rule 'irvv'; is it irv? `isegoria rules` lists all\n" })
  })
  it('refuses a file in which everybody has withdrawn', async () => {
    const file = folder.file('gone.blt', '2 1\n-1 -2\n3 1 2 0\n0\n"Ann"\n"Bob"\n"A ward"\n')
    expect(await isegoria('tally', file, '--rule', 'irv')).toMatchObject({ code: 1, out: '', error: `${file}: no option is left to choose\n` })
  })
  it.each([
    ['0', '--seats'],
    ['-1', '--seats'],
    ['1.5', '--seats'],
    ['many', '--seats'],
  ])('takes %s for no number of seats', async (seats) => {
    expect((await isegoria('tally', folder.file('ward.soi', soi), '--rule', 'irv', '--seats', seats)).code).toBe(2)
  })
})

const ownRule = `export const second = {
  id: 'second', version: '1', title: 'The second option wins', family: 'voting', source: 'none',
  ballots: ['ordinal'], parameters: [], claims: [], violates: ['neutrality'],
  count: ({ options }) => {
    const ids = options.map(({ id }) => id)
    if (ids.includes('Thrower')) throw new Error('not with them')
    const ranking = [[ids[1]], ids.filter((_, place) => place !== 1)]
    return { _tag: 'Right', right: { type: 'ranking', ranking, winners: ids.includes('Liar') ? ['Nobody'] : ranking[0], ties: [], rounds: [] } }
  },
}
`

describe('a rule of one’s own', () => {
  it('counts beside those of the house, and is listed with them', async () => {
    const module = folder.file('second.mjs', ownRule)
    const file = folder.file('ward.soi', soi)
    expect(await outcomeOf(file, '--rules', module, '--rule', 'second')).toMatchObject({ outcome: { winners: ['Bob'] } })
    expect(await outcomeOf(file, '--rules', module, '--rule', 'irv')).toMatchObject({ outcome: { winners: ['Bob'] } })
    const { out } = await isegoria('rules', '--rules', module, '--json')
    expect(JSON.parse(out).rules.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['irv', 'second']))
  })
  it.each([
    ['Thrower', 'the rule second fails: not with them'],
    ['Liar', "the rule second fails: chose 'Nobody', which is no option"],
  ])('that fails is refused in a sentence: %s', async (name, sentence) => {
    const module = folder.file('second.mjs', ownRule)
    const file = folder.file('ward.soi', soi.replace('Cem', name))
    expect(await isegoria('tally', file, '--rules', module, '--rule', 'second')).toMatchObject({ code: 1, out: '', error: `${file}: ${sentence}\n` })
  })
  it.each([
    ['is not there', undefined, /none\.mjs: .*none\.mjs: .*[Cc]annot find module/],
    ['exports no rule', 'export const x = 1\n', /own\.mjs: .*exports no rule/],
    ['does not parse', 'export const = 1\n', /own\.mjs: .*/],
    ['forgets its family', ownRule.replace("family: 'voting', ", ''), /own\.mjs: .*a rule needs id, version/],
    ['has no kebab-case id', ownRule.replace("'second'", "'Second One'"), /own\.mjs: .*an id is lower-case words/],
    ['takes an id of the house', ownRule.replace("'second'", "'irv'"), /there is a voting rule 'irv' already/],
  ])('from a module that %s is refused', async (_, content, sentence) => {
    const module = content === undefined ? folder.path('none.mjs') : folder.file('own.mjs', content)
    const { code, out, error } = await isegoria('tally', folder.file('ward.soi', soi), '--rules', module, '--rule', 'irv')
    expect({ code, out }).toStrictEqual({ code: 1, out: '' })
    expect(error).toMatch(sentence)
    expect(error.trim().split('\n')).toHaveLength(1)
  })
})

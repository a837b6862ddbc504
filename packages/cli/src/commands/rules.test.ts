import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isegoria, temporaryFolder } from '../command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length))

describe('isegoria rules', () => {
  it('lists every rule on a line that a terminal has room for', async () => {
    const { code, out } = await isegoria('rules')
    expect(code).toBe(0)
    expect(widest(out)).toBeLessThanOrEqual(100)
    expect(out).toMatch(/^rule +family +title +claims +violates\n/)
    expect(out).toMatch(/\nirv +voting +Instant runoff +\d+ +\d+\n/)
  })
  it('tells everything about one', async () => {
    const { code, out } = await isegoria('rules', 'irv')
    expect(code).toBe(0)
    expect(widest(out)).toBeLessThanOrEqual(100)
    expect(out).toMatch(/^irv: Instant runoff\nversion {3}1\nfamily {4}voting\nsource {4}\S+\n/)
    for (const line of [
      /\nreads {5}choose-one, ordinal/,
      /\nclaims {4}anonymity, /,
      /\nviolates {2}.*participation/,
      /\nparameters\n {2}level +shared \(default\), /,
    ])
      expect(out).toMatch(line)
  })
  it('tells it of each family that has a rule of that id', async () => {
    const { out } = await isegoria('rules', 'maximin-support')
    expect(out.match(/^family .*$/gm)).toStrictEqual(['family    committee', 'family    budget'])
    const one = await isegoria('rules', 'maximin-support', '--family', 'budget')
    expect(one.out.match(/^family .*$/gm)).toStrictEqual(['family    budget'])
  })
  it('gives the same document for one as for all', async () => {
    const [all, one] = await Promise.all([isegoria('rules', '--json'), isegoria('rules', 'pav', '--json')])
    const { rules }: { readonly rules: ReadonlyArray<{ readonly id: string; readonly title: string }> } = JSON.parse(all.out)
    expect(JSON.parse(one.out)).toStrictEqual({ rules: rules.filter(({ id }) => id === 'pav') })
    expect(rules.find(({ id }) => id === 'pav')?.title).toBe('Proportional approval voting')
  })
  it('knows no others', async () => {
    const error = "no rule 'irvv'; `isegoria rules` lists those that there are\n"
    expect(await isegoria('rules', 'irvv')).toMatchObject({ code: 1, out: '', error })
    expect(await isegoria('rules', 'irv', '--family', 'budget')).toMatchObject({ code: 1, error: expect.stringContaining('in the family budget') })
  })
  it('shortens titles, and lets nothing that a rule says steer the terminal', async () => {
    const rule = (id: string, title: string): string => `{
      id: '${id}', version: '1', title: '${title}', family: 'voting', source: 'none', ballots: ['ordinal'],
      parameters: [{ name: 'pace', least: 1, most: 9, default: 3, meaning: 'one\\u001B[2J two' }],
      claims: [], violates: [], count: () => ({ _tag: 'Left', left: { type: 'LotNotDrawn', rule: '${id}' } }),
    }`
    const module = folder.file('own.mjs', `export const long = ${rule('a-rule-of-ones-own-with-a-name', 'A title '.repeat(20))}`)
    const { out } = await isegoria('rules', '--rules', module)
    expect(widest(out)).toBeLessThanOrEqual(100)
    const card = await isegoria('rules', 'a-rule-of-ones-own-with-a-name', '--rules', module)
    expect(widest(card.out)).toBeLessThanOrEqual(100)
    expect(card.out).toContain('  pace    3 by default, or a whole number from 1 to 9\n')
    expect(card.out).toContain('violates  nothing that is known\n')
    expect(card.out).not.toContain('\u001B')
  })
})

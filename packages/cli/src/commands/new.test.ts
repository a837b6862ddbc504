import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { instantiate, templates } from '@isegoria/consultation'
import { chooseRule, rules } from '@isegoria/deliberation'
import { E, instant } from '@isegoria/kernel'
import { isegoria, temporaryFolder } from '../command-line.fixture.ts'

const folder = temporaryFolder()
afterEach(folder.empty)
afterAll(folder.remove)

const opens = ['--opens', '2027-01-15'] as const
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length))

describe('isegoria new', () => {
  it('lists every template on a line that a terminal has room for', async () => {
    const { code, out } = await isegoria('new')
    expect(code).toBe(0)
    expect(widest(out)).toBeLessThanOrEqual(100)
    expect(out).toMatch(/\netats-generaux +États généraux +co-design +open-consultation\n/)
    expect((await isegoria('new', '--language', 'en')).out).toMatch(/\nplain-consultation +Plain consultation +consult +open-consultation\n/)
  })
  it('gives them whole as one document', async () => {
    const { out } = await isegoria('new', '--json')
    expect(JSON.parse(out)).toStrictEqual({ templates: JSON.parse(JSON.stringify(templates)) })
  })
  it.each(templates)('plans $id on lines that a terminal has room for', async ({ id }) => {
    const { code, out, error } = await isegoria('new', id, ...opens)
    expect({ code, error }).toStrictEqual({ code: 0, error: '' })
    expect(widest(out)).toBeLessThanOrEqual(100)
    expect(out).toContain('2027-01-15')
  })
  it('says when, by whom, what will be owed and what is missing', async () => {
    const { out } = await isegoria('new', 'public-inquiry', ...opens, '--title', 'La carrière')
    expect(out).toMatch(/^La carrière \(public-inquiry-2027-01-15\)\n/)
    for (const line of [
      /\nannoncée +2026-12-30\n/,
      /\nenquete +2027-01-15 +2027-02-16 +informer, contribuer\n/,
      /\nUrbanisme +toutes\n/,
      /\nréponse du maître d’ouvrage +maître d’ouvrage +C\. env\. R123-18\n/,
      /\nmanque avant l’ouverture: dossier d’information \(.*\),\s+commissaire enquêteur\s+\(C\. env\.\s+L123-4\)\n$/,
    ])
      expect(out).toMatch(line)
    expect((await isegoria('new', 'notices', ...opens, '--language', 'en')).out).toMatch(/\nnothing is missing\n$/)
  })
  it('gives a plan as one document, with its polls', async () => {
    const { out } = await isegoria('new', 'participatory-budget', ...opens, '--consultation', 'bp-2027', '--json')
    expect(JSON.parse(out)).toMatchObject({
      template: 'participatory-budget',
      consultation: 'bp-2027',
      language: 'fr',
      opensAt: '2027-01-15T08:00:00Z',
      polls: [{ pollId: 'bp-2027-projets', rule: { id: 'equal-shares' } }],
      lacks: [{ missing: 'information' }],
    })
  })
  it('opens in sixty days where nobody says when', async () => {
    const { out } = await isegoria('new', 'plain-consultation', '--json')
    const { opensAt }: { readonly opensAt: string } = JSON.parse(out)
    const days = (Date.parse(opensAt) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(58)
    expect(days).toBeLessThan(61)
  })
  it('knows no others, and names those that are near', async () => {
    const error = "no template 'budget-participatif'; is it participatory-budget? `isegoria new` lists all\n"
    expect(await isegoria('new', 'budget-participatif')).toMatchObject({ code: 1, out: '', error })
    const far = "no template 'zzz'; `isegoria new` lists those that there are\n"
    expect(await isegoria('new', 'zzz')).toMatchObject({ code: 1, out: '', error: far })
  })
  it('refuses a day before its procedure was in force, and what is no day', async () => {
    const error = 'public-inquiry: it breaches the procedure public-inquiry: in force from 2017-01-01: 1 (C. env. L123-1 ff., R123-1 ff.)\n'
    expect(await isegoria('new', 'public-inquiry', '--opens', '2010-01-15')).toMatchObject({ code: 1, out: '', error })
    expect(await isegoria('new', 'public-inquiry', '--opens', 'demain')).toMatchObject({ code: 2 })
    expect(await isegoria('new', 'notices', '--opens', '2027-02-29')).toMatchObject({ code: 2 })
  })
})

describe('isegoria new --store', () => {
  it.each(templates)('begins a log of $id that can be replayed', async ({ id }) => {
    const path = folder.path('log.db')
    const { code, out } = await isegoria('new', id, ...opens, '--store', path, '--json')
    expect(code).toBe(0)
    const { events }: { readonly events: number } = JSON.parse(out)
    const replayed = await isegoria('replay', path, '--json')
    expect(JSON.parse(replayed.out)).toMatchObject({ events, problems: [] })
    expect(folder.names()).toStrictEqual(['log.db'])
  })
  it('links a round to the one before it', async () => {
    const path = folder.path('log.db')
    const { out } = await isegoria('new', 'notices', ...opens, '--previous', 'notices-2026', '--store', path, '--json')
    const alone = await isegoria('new', 'notices', ...opens, '--store', folder.path('alone.db'), '--json')
    const [linked, unlinked]: ReadonlyArray<{ readonly events: number }> = [JSON.parse(out), JSON.parse(alone.out)]
    expect(linked?.events).toBe((unlinked?.events ?? 0) + 1)
    const itself = await isegoria('new', 'notices', ...opens, '--previous', 'notices-2027-01-15')
    expect(itself).toMatchObject({ code: 1, error: expect.stringContaining('RoundFollowsItself') })
  })
  it('leaves a log alone that exists, and asks for a template', async () => {
    const path = folder.path('log.db')
    await isegoria('new', 'notices', ...opens, '--store', path)
    const before = folder.contents()
    expect(await isegoria('new', 'notices', ...opens, '--store', path)).toMatchObject({ code: 1, error: expect.stringContaining('exists') })
    expect(folder.contents()).toStrictEqual(before)
    expect(await isegoria('new', '--store', folder.path('other.db'))).toMatchObject({ code: 1 })
    expect(folder.names()).toStrictEqual(['log.db'])
  })
})

describe('the votes of templates', () => {
  const one = { consultationId: 'c', convenor: 'x', opensAt: instant('2027-01-15T08:00:00Z') }
  const polls = templates.flatMap((template) => instantiate(template, one).polls)
  it.each(polls)('$pollId is by a rule of the house that reads its ballots', ({ form, rule, pollId }) => {
    const chosen = chooseRule(rules, rule.id, rule.parameters, pollId === 'c-projets' ? { budget: 1n } : {})
    expect(E.isRight(chosen) && chosen.right.rule.ballots).toContain(form.type)
  })
})

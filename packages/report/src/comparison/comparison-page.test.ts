import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { AllocationOutcome, Ballot, Election, RankingOutcome } from '@isegoria/election'
import { ratio } from '@isegoria/exact'
import type { Answer, Comparison } from './comparison.ts'
import { votersReached } from './chosen-by.ts'
import { comparisonPage } from './comparison-page.ts'
import { groupsOf } from './groups-of.ts'

const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })
const many = (count: number, ballot: Ballot): ReadonlyArray<Ballot> => Array.from({ length: count }, () => ballot)

const election: Election = {
  options: [
    { id: 'pool', cost: 900n, name: 'A <b>pool</b> & "more"' },
    { id: 'trees', cost: 300n, name: 'Trees' },
    { id: 'bench', cost: 200n, name: 'Bench' },
    { id: 'moon', cost: 5000n, name: 'A trip to the moon' },
  ],
  profile: profileOf([...many(60, approve('pool')), ...many(30, approve('trees', 'bench')), ...many(10, approve('bench'))]),
  budget: 1000n,
  decimals: 0,
}
const allocation = (cost: string, ...selected: ReadonlyArray<string>): AllocationOutcome => ({
  type: 'allocation',
  selected,
  cost,
  budget: '1000',
  ties: [],
  rounds: [],
})
const answer = (title: string, outcome: AllocationOutcome | RankingOutcome, decided = false): Answer => ({
  title,
  rule: `${title.toLowerCase()}:x=1`,
  version: '1',
  decided,
  outcome,
})
const comparison: Comparison = {
  question: 'What shall we build?',
  from: '2026-03-01',
  until: '2026-03-31',
  currency: 'EUR',
  election,
  attributes: new Map([
    [
      'home_town',
      new Map([
        ['North', 60],
        ['South', 38],
        ['Islet', 2],
      ]),
    ],
  ]),
  input: 'f'.repeat(64),
  answers: [answer('Greedy', allocation('900', 'pool'), true), answer('Shares', allocation('500', 'trees', 'bench'))],
}
const pageOf = (...polls: ReadonlyArray<Comparison>): string =>
  comparisonPage({ title: 'Budget <2026>', source: 'log.db', events: 1234, hash: 'a'.repeat(64), command: "npx isegoria replay 'my log.db'", polls })
const words = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll(/[\s\u202F\u00A0]+/g, ' ')

describe('the page of a comparison', () => {
  const page = pageOf(comparison)
  it('says what was asked, who voted, money used, voters reached and where the rules differ', () => {
    const text = words(page)
    expect(text).toContain('What shall we build?')
    expect(text).toContain('2026-03-01 to 2026-03-31')
    expect(text).toContain('100 voters cast approval ballots, 3 of them different from each other.')
    expect(text).toContain('Money used: 900 of 1 000 EUR (90 %)')
    expect(text).toContain('Voters with at least one project of theirs funded: 60 of 100 (60 %)')
    expect(text).toContain('Voters with at least one project of theirs funded: 40 of 100 (40 %)')
    expect(text).toContain('They agree on 0.')
    expect(text).toContain('60 voters have something by A and nothing by B.')
    expect(text).toContain('40 voters have something by B and nothing by A.')
    expect(text).toContain('1 that no rule here chooses')
  })
  it('escapes every text that comes from outside', () => {
    expect(page).toContain('<title>Budget &lt;2026&gt;</title>')
    expect(page).toContain('A &lt;b&gt;pool&lt;/b&gt; &amp; &quot;more&quot;')
    expect(page).not.toContain('<b>pool')
  })
  it('sets every name apart, and lets no control character through', () => {
    const rtl = 'פארק\u202E\u0000\u001B\u0085\r!'
    const options = election.options.map((option) => (option.id === 'pool' ? { ...option, name: rtl } : option))
    const html = pageOf({ ...comparison, question: rtl, election: { ...election, options }, attributes: new Map([[rtl, new Map([[rtl, 100]])]]) })
    const inside = 'פארק\u202E    !'
    expect(html.split(inside).length).toBeGreaterThan(5)
    expect(html.split(`<bdi>${inside}</bdi>`)).toHaveLength(html.split(inside).length)
    expect(html).not.toMatch(/[^\P{Cc}\n\t]/u)
    const tie = { round: 1, tied: ['pool', 'trees'], chosen: 'pool', by: 'id' }
    const tied = pageOf({ ...comparison, answers: [answer('Greedy', { ...allocation('900', 'pool'), ties: [tie] })] })
    expect(tied).toContain('<li><bdi>pool</bdi>, <bdi>trees</bdi>: <bdi>pool</bdi>, by id</li>')
  })
  it('holds no script and asks nothing of the network', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|@import|url\(|https?:/i)
    expect(page).toContain("default-src 'none'")
  })
  it('shows money and support where an answer has them, and keeps all its promises', () => {
    const money = {
      title: 'Who paid',
      groups: ['North'],
      projects: [{ option: 'pool', cost: 900n, by: 'payments', amounts: [ratio(1800n, 2n)] }],
      names: new Map([['pool', 'Pool']]),
      currency: 'EUR',
      decimals: 0,
    } as const
    const support = { title: 'Support', rounds: [{ bought: 'pool', projects: [{ option: 'pool', support: ratio(60n) }] }], names: money.names }
    const html = pageOf({ ...comparison, answers: [{ ...answer('Greedy', allocation('900', 'pool'), true), money, support }] })
    expect(words(html)).toContain('Whose money, and whose support')
    expect(html).toContain('aria-label="North 900 EUR"')
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|@import|url\(|https?:/i)
    expect(page).not.toContain('Whose money')
  })
  it('is the same bytes each time, and says how to make it again', () => {
    expect(pageOf(comparison)).toBe(page)
    expect(page).toContain('npx isegoria replay &apos;my log.db&apos;')
    expect(page).toContain('a'.repeat(64))
    expect(page).toContain('f'.repeat(64))
  })
  it('closes every tag that it opens', () => {
    const open: Array<string> = []
    for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (['meta', 'br', 'wbr'].includes(name)) continue
      if (slash === '') open.push(name)
      else expect(open.pop()).toBe(name)
    }
    expect(open).toStrictEqual([])
  })
  it('shows rankings without money, and a poll that nobody has answered yet', () => {
    const { budget: _, ...free } = election
    const ranking: RankingOutcome = { type: 'ranking', ranking: [['pool'], ['bench'], ['trees'], ['moon']], winners: ['pool'], ties: [], rounds: [] }
    const text = words(pageOf({ ...comparison, election: free, answers: [answer('Approval', ranking)] }))
    expect(text).toContain('1 winner')
    expect(text).not.toContain('Money used')
    expect(text).toContain('Only one rule was asked.')
    const empty = { ...comparison, election: { ...election, profile: profileOf([]) }, answers: [] }
    expect(words(pageOf(empty))).toContain('0 voters cast no ballots')
  })
})

describe('voters reached', () => {
  it('counts each voter once, by weight', () => {
    expect(votersReached(election, ['trees', 'bench'])).toBe(40)
    expect(votersReached(election, ['bench'], ['trees'])).toBe(10)
    expect(votersReached(election, [])).toBe(0)
  })
})

describe('groups of voters', () => {
  const counts = (...pairs: ReadonlyArray<readonly [string, number]>): ReadonlyMap<string, number> => new Map(pairs)
  it('never leave a rest that is smaller than the smallest group allowed', () => {
    expect(groupsOf(counts(['North', 60], ['South', 38], ['Islet', 2]), 10)).toStrictEqual([
      { name: 'North', voters: 60 },
      { name: 'all others', voters: 40 },
    ])
  })
  it('are tens of years where there are many ages', () => {
    const ages = counts(...Array.from({ length: 40 }, (_, place): readonly [string, number] => [`${18 + place}`, 10]))
    expect(groupsOf(ages, 10)).toStrictEqual([
      { name: '10–19', voters: 20 },
      { name: '20–29', voters: 100 },
      { name: '30–39', voters: 100 },
      { name: '40–49', voters: 100 },
      { name: '50–59', voters: 80 },
    ])
  })
  it('keep the number of voters', () => {
    const groups = groupsOf(counts(['a', 3], ['b', 4], ['c', 100], ['d', 11]), 10)
    expect(groups.reduce((sum, { voters }) => sum + voters, 0)).toBe(118)
  })
})

import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import type { Comparison } from '../comparison/comparison.ts'
import type { AnsweredWhatIf, VoterShift } from './answered-what-if.ts'
import { isTooFew } from './answered-what-if.ts'
import { whatIfs } from './what-ifs.ts'

const many = (count: number, ...approved: ReadonlyArray<string>): ReadonlyArray<Ballot> =>
  Array.from({ length: count }, () => ({ type: 'approval', approved }))
const election: Election = {
  options: [
    { id: 'pool', cost: 900n, name: 'A <b>pool</b>' },
    { id: 'trees', cost: 300n, name: 'Trees' },
  ],
  profile: profileOf([...many(60, 'pool'), ...many(40, 'trees')]),
  budget: 1000n,
  decimals: 0,
}
const shift: VoterShift = {
  all: 100,
  chosen: { more: 40, same: 0, fewer: 60 },
  money: { more: 40, same: 0, fewer: 60 },
  gained: 40,
  lost: 60,
}
const answered: AnsweredWhatIf = {
  changes: ['Only voters count of whom <i> is 1.', 'trees costs 450.5 EUR.'],
  title: 'Greedy',
  rule: 'greedy:x=1',
  version: '2',
  election: { ...election, decimals: 1, options: [{ id: 'trees', cost: 4505n, name: 'Trees' }], profile: profileOf(many(40, 'trees')) },
  input: 'e'.repeat(64),
  outcome: { type: 'allocation', selected: ['trees'], cost: '450.5', budget: '1000', ties: [], rounds: [] },
  difference: {
    in: ['trees'],
    out: ['pool'],
    money: { before: '900', after: '450.5', in: '450.5', out: '900' },
    voters: shift,
    counted: { ...shift, all: 40, chosen: { more: 40, same: 0, fewer: 0 } },
  },
}
const comparison: Comparison = {
  question: 'What?',
  currency: 'EUR',
  election,
  attributes: new Map(),
  input: 'f'.repeat(64),
  answers: [],
  whatIfs: [answered],
}
const htmlOf = (...given: ReadonlyArray<AnsweredWhatIf>): string => whatIfs({ ...comparison, whatIfs: given }).html
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll(/[\s\u202F\u00A0]+/g, ' ')

describe('the picture of a what-if', () => {
  const html = htmlOf(answered)
  it('says what is changed, what is in and out at which cost, and who gains', () => {
    const text = words(html)
    expect(text).toContain('trees costs 450.5 EUR.')
    expect(text).toContain('Money used, before and now900 → 450.5 EUR')
    expect(text).toContain('Funded now, and not before Trees trees450.5 EUR, 40 voters 450.5 EUR in all.')
    expect(text).toContain('pool900 EUR, 60 voters 900 EUR in all.')
    expect(text).toContain('Everybody who voted: 100. 40 have something now and had nothing, 60 had something and have nothing now.')
    expect(text).toContain('more money for projects of theirs 40 (40 %), as much as before 0 (0 %), less 60 (60 %)')
    expect(text).toContain('Those who are counted here: 40.')
  })
  it('has bars on one scale, whatever the decimals', () => {
    expect([...html.matchAll(/width:([\d.]+%)/g)].map(([, width]) => width)).toStrictEqual(['50%', '100%'])
    expect(html).toContain('<rect x="400" y="0" width="600"')
  })
  it('escapes names and closes every tag', () => {
    expect(html).toContain('A &lt;b&gt;pool&lt;/b&gt;')
    expect(html).toContain('whom &lt;i&gt; is 1')
    const open: Array<string> = []
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (name === 'wbr') continue
      if (slash === '') open.push(name)
      else expect(open.pop()).toBe(name)
    }
    expect(open).toStrictEqual([])
  })
  it('is not shown of so few that it would say how they voted', () => {
    for (const few of [9, 91]) {
      const hidden = htmlOf({ ...answered, election: { ...answered.election, profile: profileOf(many(few, 'trees')) } })
      expect(words(hidden)).toContain('Fewer than 10 voters are counted, or left out.')
      expect(hidden).not.toContain('Trees')
    }
    expect([isTooFew(10, 100), isTooFew(100, 100), isTooFew(3, 3), isTooFew(90, 100), isTooFew(91, 100)]).toStrictEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })
  it('is nothing where nothing was asked, and short where nothing was decided', () => {
    expect(htmlOf()).toBe('')
    const { difference: _, ...undecided } = answered
    expect(words(htmlOf(undecided))).toContain('Projects funded1 Voters counted40')
  })
})

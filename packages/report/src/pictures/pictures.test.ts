import { describe, expect, it } from 'vitest'
import { ratio } from '@isegoria/exact'
import { colourAt, dashAt, shadeAt } from './colours.ts'
import { lengthOf } from './length-of.ts'
import { moneyPicture } from './money-picture.ts'
import type { MoneyPicture } from './money-picture.ts'
import { supportPicture } from './support-picture.ts'
import type { SupportPicture } from './support-picture.ts'

const money: MoneyPicture = {
  title: 'Who paid',
  groups: ['North', 'South <&>'],
  projects: [
    { option: 'pool', cost: 9000n, by: 'payments', amounts: [ratio(20_000n, 3n), ratio(7000n, 3n)] },
    { option: 'trees', cost: 4500n, by: 'even split', amounts: [ratio(0n), ratio(1500n)] },
  ],
  names: new Map([['pool', 'A <b>pool</b>']]),
  currency: 'EUR',
  decimals: 2,
}
const support: SupportPicture = {
  title: 'Support',
  rounds: [
    {
      bought: 'trees',
      projects: [
        { option: 'pool', support: ratio(40n) },
        { option: 'trees', support: ratio(80n) },
      ],
    },
    { projects: [{ option: 'pool', support: ratio(31n, 3n) }] },
  ],
  names: new Map([['trees', 'Trees "&" shade']]),
}

const words = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll(/[\s\u202F\u00A0]+/g, ' ')

/** Every tag that is opened is closed, as XML asks. */
const isBalanced = (html: string): boolean => {
  const open: Array<string> = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (name === 'br') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

describe('the picture of money', () => {
  const { html } = moneyPicture(money)
  it('has bars on one scale, end to end, and what nobody here gave left pale', () => {
    const bars = [...html.matchAll(/<rect x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(([, x, width]) => [Number(x), Number(width)])
    expect(bars).toStrictEqual([
      [0, 1000],
      [0, 740.7],
      [740.7, 259.3],
      [0, 500],
      [0, 0],
      [0, 166.6],
    ])
  })
  it('says in words what it shows', () => {
    expect(html).toContain('aria-label="North 66.67 EUR, South &lt;&amp;&gt; 23.33 EUR"')
    expect(html).toContain('aria-label="South &lt;&amp;&gt; 15 EUR, others 30 EUR"')
    expect(words(html)).toContain('North (49.3 % of all)')
    expect(words(html)).toContain('45 EUR · shared evenly')
  })
  it('escapes names and closes its tags; of nothing it is empty', () => {
    expect(html).toContain('A &lt;b&gt;pool&lt;/b&gt;')
    expect(html).not.toContain('<b>pool')
    expect(isBalanced(html)).toBe(true)
    const none = moneyPicture({ ...money, projects: [] }).html
    expect(none).not.toContain('NaN')
    expect(isBalanced(none)).toBe(true)
    const free = moneyPicture({ ...money, projects: [{ option: 'free', cost: 0n, by: 'even split', amounts: [] }] }).html
    expect(free).toContain('aria-label="nobody"')
  })
})

describe('the picture of support', () => {
  const { html } = supportPicture(support)
  it('has a line for each project, until it is bought', () => {
    const lines = [...html.matchAll(/<polyline points="([^"]*)"/g)].map(([, points]) => points)
    expect(lines).toStrictEqual(['0,200 1000,348.4', '0,0'])
    expect(html.match(/stroke-linecap:round/g)).toHaveLength(1)
  })
  it('says in words what it shows, and has it as a table', () => {
    expect(html).toContain('aria-label="2 lines over 2 rounds, from 0 to 80; 1 end where their project is bought."')
    expect(words(html)).toContain('pool, not bought')
    expect(html).toContain('<th scope="row"><bdi>pool</bdi></th><td>40</td>\n<td>10</td>')
  })
  it('escapes names and closes its tags; of nothing it is empty', () => {
    expect(html).toContain('Trees &quot;&amp;&quot; shade')
    expect(isBalanced(html)).toBe(true)
    const none = supportPicture({ ...support, rounds: [] }).html
    expect(none).not.toContain('NaN')
    expect(isBalanced(none)).toBe(true)
  })
})

describe('the look of a picture', () => {
  it('differs for the first twenty', () => {
    const places = Array.from({ length: 20 }, (_, place) => place)
    expect(new Set(places.map((place) => `${colourAt(place)} ${dashAt(place)}`)).size).toBe(20)
    expect(new Set(places.map((place) => `${colourAt(place)} ${shadeAt(place)}`)).size).toBe(20)
  })
  it('has whole numbers for lengths, rounded down', () => {
    expect(lengthOf(ratio(1n, 3n), ratio(1n))).toBe(333.3)
    expect(lengthOf(ratio(1n), ratio(0n))).toBe(0)
  })
})

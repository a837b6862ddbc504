import { add, compare, floor, formatMoney, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { grouped } from '../figures.ts'
import { markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { onOneLine } from '../on-one-line.ts'
import { colourAt, shadeAt } from './colours.ts'
import { lengthOf } from './length-of.ts'

/** Whose money went into which project. `projects` is what `moneyByGroup` of `@isegoria/budget` gives. */
export interface MoneyPicture {
  readonly title: string
  /** Names of the groups of voters, in the order of the amounts. */
  readonly groups: ReadonlyArray<string>
  /** Money in minor units. */
  readonly projects: ReadonlyArray<{
    readonly option: string
    readonly cost: bigint
    readonly by: 'payments' | 'even split'
    readonly amounts: ReadonlyArray<Ratio>
  }>
  /** Names of projects, where they have any besides their ids. */
  readonly names: ReadonlyMap<string, string>
  readonly currency: string
  /** Decimals of one unit of money. */
  readonly decimals: number
}

type Project = MoneyPicture['projects'][number]

/** To the nearest minor unit. */
const moneyOf = (amount: Ratio, decimals: number): string => grouped(formatMoney({ minor: floor(add(amount, ratio(1n, 2n))), decimals }))

const segments = ({ amounts }: Project, longest: Ratio): ReadonlyArray<Markup> => {
  let before = zero
  return amounts.map((amount, place) => {
    const from = lengthOf(before, longest)
    before = add(before, amount)
    const width = Math.round((lengthOf(before, longest) - from) * 10) / 10
    return markup`<rect x="${from}" y="0" width="${width}" height="10" style="fill:${colourAt(place)};fill-opacity:${shadeAt(place)}"></rect>`
  })
}

const row = (project: Project, { groups, names, currency, decimals }: MoneyPicture, longest: Ratio): Markup => {
  const { option, cost, amounts, by } = project
  const parts = amounts.flatMap((amount, place) =>
    amount.numerator === 0n ? [] : [`${groups[place] ?? ''} ${moneyOf(amount, decimals)} ${currency}`],
  )
  const rest = subtract(ratio(cost), amounts.reduce(add, zero))
  const others = compare(rest, zero) > 0 ? [`others ${moneyOf(rest, decimals)} ${currency}`] : []
  const words = [...parts, ...others].join(', ') || 'nobody'
  const how = by === 'payments' ? nothing : markup` · shared evenly`
  return markup`<li><div class="project"><b>${named(names.get(option) ?? option)}</b><br><span class="figures">${moneyOf(ratio(cost), decimals)} ${named(currency)}${how}</span></div>
<div><svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${onOneLine(words)}"><rect x="0" y="0" width="${lengthOf(ratio(cost), longest)}" height="10" style="fill:currentColor;fill-opacity:.15"></rect>
${segments(project, longest)}</svg>
<span class="figures">${named(words)}</span></div></li>`
}

const key = (groups: ReadonlyArray<string>): Markup => markup`<ul class="key">
${groups.map((group, place) => markup`<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" style="fill:${colourAt(place)};fill-opacity:${shadeAt(place)}"></rect></svg> ${named(group)}</li>`)}
</ul>`

/**
 * Stacked bars: for each funded project, in the order of selection, how much of its cost each group of voters gave. All bars
 * have one scale, the dearest project its full length; what no group gave is left pale.
 *
 * Every bar says in words what it shows, to the nearest minor unit. Names are escaped.
 */
export const moneyPicture = (data: MoneyPicture): Markup => {
  const { title, groups, projects, currency } = data
  const longest = ratio(projects.reduce((most, { cost }) => (cost > most ? cost : most), 0n))
  const totals = groups.map((_, place) => projects.reduce((sum, { amounts }) => add(sum, amounts[place] ?? zero), zero))
  const spent = ratio(projects.reduce((sum, { cost }) => sum + cost, 0n))
  const isSplit = projects.some(({ by }) => by === 'even split')
  const shares = groups.map((group, place) => {
    const total = totals[place] ?? zero
    const tenths = spent.numerator === 0n ? 0n : floor(multiply(ratio(total.numerator * 1000n, total.denominator), ratio(1n, spent.numerator)))
    return `${group} (${tenths / 10n}.${tenths % 10n}\u00A0% of all)`
  })
  return markup`<figure class="money-picture">
<figcaption>${named(title)}. In ${named(currency)}, to the nearest unit.${isSplit ? ' Where the rule asks for no payments, a cost counts as shared evenly by all supporters.' : ''}</figcaption>
${key(shares)}
<ul class="picture">
${projects.map((project) => row(project, data, longest))}
</ul>
</figure>`
}

import type { Election } from '@isegoria/election'
import { formatMoney, withDecimals } from '@isegoria/exact'
import { chosenBy, supportOf } from '../comparison/chosen-by.ts'
import type { Comparison } from '../comparison/comparison.ts'
import { shareBar } from '../comparison/share-bar.ts'
import { grouped } from '../figures.ts'
import { breakable, markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { fewestTold, isTooFew } from './answered-what-if.ts'
import type { AnsweredWhatIf } from './answered-what-if.ts'
import { shiftPicture } from './shift-picture.ts'

interface Side {
  readonly title: string
  readonly ids: ReadonlyArray<string>
  /** Absent where no money is shared out. */
  readonly total: string | undefined
  /** Where the options cost what they cost on this side. */
  readonly election: Election
  readonly colour: string
}

/** What an option costs, in units of 10^-decimals. */
const costAt = (decimals: number, election: Election, id: string): bigint =>
  withDecimals({ minor: election.options.find((option) => option.id === id)?.cost ?? 0n, decimals: election.decimals }, decimals).minor

interface Scale {
  readonly decimals: number
  readonly longest: bigint
  readonly currency: string
}

const row = (id: string, { election, total }: Side, { decimals, longest, currency }: Scale, support: number): Markup => {
  const cost = costAt(decimals, election, id)
  const { name = id } = election.options.find((option) => option.id === id) ?? {}
  const own = name === id ? nothing : markup` <span class="id">${named(id)}</span>`
  const money = total === undefined ? nothing : markup`${grouped(formatMoney({ minor: cost, decimals }))} ${named(currency)}, `
  const bar = total === undefined ? nothing : shareBar(cost, longest, 'cost')
  return markup`<li><b>${named(name)}</b>${own}<span class="figures">${money}${grouped(`${support}`)} voters</span>${bar}</li>`
}

const sideOf = (side: Side, scale: Scale): Markup => {
  const { title, ids, total, election, colour } = side
  const support = supportOf(election)
  const list =
    ids.length === 0
      ? markup`<p>Nothing.</p>`
      : markup`<ul>
${ids.map((id) => row(id, side, scale, support.get(id) ?? 0))}
</ul>`
  const sum = total === undefined || ids.length === 0 ? nothing : markup`<p>${grouped(total)} ${named(scale.currency)} in all.</p>`
  return markup`<div class="side ${colour}">
<h4>${title}</h4>
${list}
${sum}
</div>`
}

const inAndOut = ({ difference, election: after }: AnsweredWhatIf, { election: before, currency }: Comparison): Markup => {
  if (difference === undefined) return nothing
  const { in: into, out, money } = difference
  const verb = money === undefined ? 'Chosen' : 'Funded'
  const sides: ReadonlyArray<Side> = [
    { title: `${verb} now, and not before`, ids: into, total: money?.in, election: after, colour: 'c2' },
    { title: `${verb} before, and not now`, ids: out, total: money?.out, election: before, colour: 'c1' },
  ]
  const decimals = Math.max(before.decimals, after.decimals)
  const costs = sides.flatMap(({ ids, election }) => ids.map((id) => costAt(decimals, election, id)))
  const longest = costs.reduce((most, cost) => (cost > most ? cost : most), 1n)
  return markup`<div class="sides">
${sides.map((side) => sideOf(side, { decimals, longest, currency }))}
</div>`
}

const facts = ({ outcome, election, difference }: AnsweredWhatIf, currency: string): Markup => {
  const { money } = difference ?? {}
  const spent =
    money === undefined
      ? nothing
      : markup`<div><dt>Money used, before and now</dt><dd>${grouped(money.before)} → ${grouped(money.after)} ${named(currency)}</dd></div>`
  return markup`<dl class="facts">
<div><dt>${outcome.type === 'allocation' ? 'Projects funded' : 'Winners'}</dt><dd>${grouped(`${chosenBy(outcome).length}`)}</dd></div>
<div><dt>Voters counted</dt><dd>${grouped(`${election.profile.voters}`)}</dd></div>
${spent}
</dl>`
}

const shifts = ({ difference, election }: AnsweredWhatIf, all: number): Markup => {
  if (difference === undefined) return nothing
  const { voters, counted } = difference
  const isOthers = election.profile.voters !== all
  return markup`${shiftPicture('Everybody who voted', voters)}
${isOthers ? shiftPicture('Those who are counted here', counted) : nothing}`
}

const one = (answered: AnsweredWhatIf, comparison: Comparison): Markup => {
  const { changes, title, rule, version, election, input } = answered
  const { voters } = comparison.election.profile
  const told = isTooFew(election.profile.voters, voters)
    ? markup`<p>Fewer than ${fewestTold} voters are counted, or left out. What would be decided is not shown, since it would say how they voted.</p>`
    : markup`${facts(answered, comparison.currency)}
${inAndOut(answered, comparison)}
${shifts(answered, voters)}`
  return markup`<article class="what-if">
<h3>${changes.map(named)}</h3>
<p>Decided by ${named(title)}: <code>${breakable(rule)}</code>, version ${version}</p>
${told}
<p class="figures">SHA-256 of what was counted: <code>${input}</code></p>
</article>`
}

/** What would have been decided had the public, the date, the budget or the costs been others; nothing where it was not asked. */
export const whatIfs = (comparison: Comparison): Markup => {
  const { whatIfs: answered = [] } = comparison
  return answered.length === 0
    ? nothing
    : markup`<section>
<h2>What if</h2>
<p>The same log, counted again with something otherwise; beside what was decided.</p>
${answered.map((each) => one(each, comparison))}
</section>`
}

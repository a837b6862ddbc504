import type { Option } from '@isegoria/election'
import { formatMoney } from '@isegoria/exact'
import { grouped } from '../figures.ts'
import { markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { chosenBy, supportOf } from './chosen-by.ts'
import type { Comparison } from './comparison.ts'
import { colourOf, letterOf } from './letter-of.ts'
import { widthOf } from './width-of.ts'

interface Row {
  readonly option: Option
  readonly support: number
  /** For each answer, the place in its order of selection from 1, or `undefined`. */
  readonly places: ReadonlyArray<number | undefined>
}

const rowsOf = ({ election, answers }: Comparison): ReadonlyArray<Row> => {
  const support = supportOf(election)
  const orders = answers.map(({ outcome }) => new Map(chosenBy(outcome).map((id, place) => [id, place + 1])))
  return election.options
    .map((option) => ({ option, support: support.get(option.id) ?? 0, places: orders.map((order) => order.get(option.id)) }))
    .toSorted((left, right) => right.support - left.support)
}

const isChosen = ({ places }: Row): boolean => places.some((place) => place !== undefined)

const picture = (comparison: Comparison, rows: ReadonlyArray<Row>): Markup => {
  const { election, currency, answers } = comparison
  const isMoney = election.budget !== undefined
  const measure = ({ option, support }: Row): bigint => (isMoney ? option.cost : BigInt(support))
  const longest = rows.reduce((most, row) => (measure(row) > most ? measure(row) : most), 1n)
  const bar = (row: Row, place: number): Markup => {
    const order = row.places[place]
    const words = order === undefined ? `not ${isMoney ? 'funded' : 'chosen'}` : `no. ${order}`
    return markup`<div class="answer ${colourOf(place)} ${order === undefined ? 'missed' : 'chosen'}"><span><b>${letterOf(place)}</b> ${words}</span><span class="length" style="width:${widthOf(measure(row), longest)}" aria-hidden="true"></span></div>`
  }
  return markup`<ul class="picture">
${rows.map((row) => {
  const { option, support } = row
  const cost = isMoney ? markup`${grouped(formatMoney({ minor: option.cost, decimals: election.decimals }))} ${named(currency)}, ` : nothing
  const id = option.name === undefined || option.name === option.id ? nothing : markup` <span class="id">${named(option.id)}</span>`
  return markup`<li><div class="project"><b>${named(option.name ?? option.id)}</b>${id}<br><span class="figures">${cost}${grouped(`${support}`)} voters</span></div><div class="answers">${answers.map((_, place) => bar(row, place))}</div></li>`
})}
</ul>`
}

/** Every option with one bar for each answer, most supported first: filled where it is funded, hollow where it is not. */
export const projectPicture = (comparison: Comparison): Markup => {
  const rows = rowsOf(comparison)
  const [chosen, missed] = [rows.filter(isChosen), rows.filter((row) => !isChosen(row))]
  const isMoney = comparison.election.budget !== undefined
  const length = isMoney ? 'the cost' : 'the number of its voters'
  const rest =
    missed.length === 0
      ? nothing
      : markup`<details><summary>${missed.length} that no rule here chooses</summary>
${picture(comparison, missed)}
</details>`
  return markup`<section>
<h2>${isMoney ? 'Project by project' : 'Option by option'}</h2>
<p>Most voters first. A bar is as long as ${length}, filled where the rule chooses it and hollow where it does not; the number is its place in the order of selection.</p>
${chosen.length === 0 ? nothing : picture(comparison, chosen)}
${rest}
</section>`
}

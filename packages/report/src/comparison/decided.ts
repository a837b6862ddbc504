import { parseMoney, withDecimals } from '@isegoria/exact'
import { grouped, percent } from '../figures.ts'
import { breakable, markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { chosenBy, votersReached } from './chosen-by.ts'
import type { Answer, Comparison } from './comparison.ts'
import { colourOf, letterOf } from './letter-of.ts'
import { shareBar } from './share-bar.ts'

const moneyUsed = ({ outcome }: Answer, { election, currency }: Comparison): Markup => {
  const cost = outcome.type === 'allocation' ? parseMoney(outcome.cost) : undefined
  if (outcome.type !== 'allocation' || cost === undefined || election.budget === undefined) return nothing
  const { minor } = withDecimals(cost, election.decimals)
  return markup`<p>Money used: <b>${grouped(outcome.cost)}</b> of ${grouped(outcome.budget)} ${named(currency)} (${percent(minor, election.budget)})</p>
${shareBar(minor, election.budget, 'money')}`
}

const reached = (answer: Answer, { election }: Comparison): Markup => {
  const { voters } = election.profile
  const count = votersReached(election, chosenBy(answer.outcome))
  const what = answer.outcome.type === 'allocation' ? 'project of theirs funded' : 'option of theirs that wins'
  return markup`<p>Voters with at least one ${what}: <b>${grouped(`${count}`)}</b> of ${grouped(`${voters}`)} (${percent(BigInt(count), BigInt(voters))})</p>
${shareBar(BigInt(count), BigInt(voters), 'voters')}`
}

const inOneLine = (names: ReadonlyArray<Markup>): Markup => names.reduce((before, name) => markup`${before}, ${name}`)

const ties = ({ outcome }: Answer): Markup =>
  outcome.ties.length === 0
    ? nothing
    : markup`<details><summary>${outcome.ties.length} ${outcome.ties.length === 1 ? 'tie' : 'ties'} settled</summary>
<ul>
${outcome.ties.map((tie) => markup`<li>${inOneLine(tie.tied.map(named))}: ${named(tie.chosen)}, by ${tie.by}</li>`)}
</ul>
</details>`

const card = (answer: Answer, place: number, comparison: Comparison): Markup => {
  const chosen = chosenBy(answer.outcome).length
  const verb = answer.outcome.type === 'allocation' ? (chosen === 1 ? 'project funded' : 'projects funded') : chosen === 1 ? 'winner' : 'winners'
  return markup`<article class="${colourOf(place)}">
<h3><span class="letter">${letterOf(place)}</span> ${named(answer.title)}</h3>
<p class="rule"><code>${breakable(answer.rule)}</code></p>
<p class="standing">${answer.decided ? 'The outcome that the log holds' : 'A what-if: the same ballots, another rule'}</p>
<p><b>${grouped(`${chosen}`)}</b> ${verb}</p>
${moneyUsed(answer, comparison)}
${reached(answer, comparison)}
${ties(answer)}
</article>`
}

/** A card for each answer: projects, money used, voters reached. */
export const decided = (comparison: Comparison): Markup => markup`<section>
<h2>What each rule decides</h2>
<div class="cards">
${comparison.answers.map((answer, place) => card(answer, place, comparison))}
</div>
</section>`

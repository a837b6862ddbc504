import { formatMoney } from '@isegoria/exact'
import { grouped } from '../figures.ts'
import { markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { chosenBy, supportOf, votersReached } from './chosen-by.ts'
import type { Answer, Comparison } from './comparison.ts'
import { colourOf, letterOf } from './letter-of.ts'

interface Lettered {
  readonly answer: Answer
  readonly place: number
}

const pairsOf = (answers: ReadonlyArray<Answer>): ReadonlyArray<readonly [Lettered, Lettered]> =>
  answers.flatMap((left, place) =>
    answers.slice(place + 1).map(
      (right, after) =>
        [
          { answer: left, place },
          { answer: right, place: place + 1 + after },
        ] as const,
    ),
  )

const sideOf = (comparison: Comparison, one: Lettered, other: Lettered, support: ReadonlyMap<string, number>): Markup => {
  const { election, currency } = comparison
  const [mine, theirs] = [chosenBy(one.answer.outcome), chosenBy(other.answer.outcome)]
  const only = mine.filter((id) => !theirs.includes(id))
  const options = new Map(election.options.map((option) => [option.id, option]))
  const gained = votersReached(election, mine, theirs)
  const cost = (id: string): Markup =>
    election.budget === undefined
      ? nothing
      : markup`${grouped(formatMoney({ minor: options.get(id)?.cost ?? 0n, decimals: election.decimals }))} ${named(currency)}, `
  return markup`<div class="side ${colourOf(one.place)}">
<h4>Only by ${letterOf(one.place)}</h4>
${
  only.length === 0
    ? markup`<p>Nothing.</p>`
    : markup`<ul>
${only.map((id) => markup`<li>${named(options.get(id)?.name ?? id)} <span class="figures">${cost(id)}${grouped(`${support.get(id) ?? 0}`)} voters</span></li>`)}
</ul>`
}
<p>${grouped(`${gained}`)} voters have something by ${letterOf(one.place)} and nothing by ${letterOf(other.place)}.</p>
</div>`
}

const difference = (comparison: Comparison, left: Lettered, right: Lettered, support: ReadonlyMap<string, number>): Markup => {
  const theirs = new Set(chosenBy(right.answer.outcome))
  const both = chosenBy(left.answer.outcome).filter((id) => theirs.has(id)).length
  const isSame = both === theirs.size && both === chosenBy(left.answer.outcome).length
  return markup`<h3>${letterOf(left.place)} and ${letterOf(right.place)}</h3>
<p>${isSame ? `They choose the same ${both}.` : `They agree on ${both}.`}</p>
${
  isSame
    ? []
    : [
        markup`<div class="sides">
${[sideOf(comparison, left, right, support), sideOf(comparison, right, left, support)]}
</div>`,
      ]
}`
}

/** For every two answers: what both choose, what only one does, and the voters that each leaves with nothing. */
export const differences = (comparison: Comparison): Markup => {
  const support = supportOf(comparison.election)
  const pairs = pairsOf(comparison.answers)
  return markup`<section>
<h2>Where the rules differ</h2>
${pairs.length === 0 ? markup`<p>Only one rule was asked. Ask another with <code>--rule</code>.</p>` : pairs.map(([left, right]) => difference(comparison, left, right, support))}
</section>`
}

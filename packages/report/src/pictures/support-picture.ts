import { compare, floor, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { grouped } from '../figures.ts'
import { markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { colourAt, dashAt } from './colours.ts'
import { lengthOf } from './length-of.ts'

/** Effective support per round. `rounds` is what `effectiveSupport` of `@isegoria/budget` gives, of one envelope. */
export interface SupportPicture {
  readonly title: string
  readonly rounds: ReadonlyArray<{
    readonly bought?: string
    readonly projects: ReadonlyArray<{ readonly option: string; readonly support: Ratio }>
  }>
  /** Names of projects, where they have any besides their ids. */
  readonly names: ReadonlyMap<string, string>
}

/** A project from the first round to that in which it is bought. */
interface Line {
  readonly option: string
  readonly supports: ReadonlyArray<Ratio>
  readonly isBought: boolean
}

const height = 400

const linesOf = ({ rounds }: SupportPicture): ReadonlyArray<Line> => {
  const lines = new Map<string, Array<Ratio>>()
  for (const { projects } of rounds) {
    for (const { option, support } of projects) {
      const line = lines.get(option)
      if (line === undefined) lines.set(option, [support])
      else line.push(support)
    }
  }
  const bought = new Set(rounds.map((round) => round.bought))
  return [...lines].map(([option, supports]) => ({ option, supports, isBought: bought.has(option) }))
}

const drawn = ({ supports, isBought }: Line, place: number, rounds: number, highest: Ratio): Markup => {
  const at = (round: number): number => (rounds < 2 ? 0 : Math.round((round * 10_000) / (rounds - 1)) / 10)
  const down = (support: Ratio): number => Math.round((1000 - lengthOf(support, highest)) * (height / 100)) / 10
  const points = supports.map((support, round) => `${at(round)},${down(support)}`)
  const [x, y] = [at(supports.length - 1), down(supports.at(-1) ?? zero)]
  const colour = colourAt(place)
  const end = isBought
    ? markup`<path d="M${x},${y} h0" style="stroke:${colour};stroke-width:9;stroke-linecap:round" vector-effect="non-scaling-stroke"></path>`
    : nothing
  return markup`<polyline points="${points.join(' ')}" style="fill:none;stroke:${colour};stroke-width:2;stroke-dasharray:${dashAt(place)}" vector-effect="non-scaling-stroke"></polyline>
${end}`
}

const whole = (support: Ratio | undefined): string => (support === undefined ? '' : grouped(`${floor(support)}`))

const table = (picture: SupportPicture, lines: ReadonlyArray<Line>): Markup => markup`<details><summary>The same as a table</summary>
<div class="wide"><table>
<thead><tr><th scope="col">Project</th>${picture.rounds.map((_, round) => markup`<th scope="col">${round + 1}</th>`)}</tr></thead>
<tbody>
${lines.map(({ option, supports }) => markup`<tr><th scope="row">${named(picture.names.get(option) ?? option)}</th>${picture.rounds.map((_, round) => markup`<td>${whole(supports[round])}</td>`)}</tr>`)}
</tbody>
</table></div>
</details>`

/**
 * Lines: how the effective support of each project falls from round to round, until the project is bought, which a dot marks.
 *
 * The same stands beside it as a table, support rounded down. Names are escaped.
 */
export const supportPicture = (picture: SupportPicture): Markup => {
  const { title, rounds, names } = picture
  const lines = linesOf(picture)
  const highest = lines.flatMap(({ supports }) => supports).reduce((most, support) => (compare(support, most) > 0 ? support : most), zero)
  const bought = lines.filter(({ isBought }) => isBought).length
  const words = `${lines.length} lines over ${rounds.length} rounds, from 0 to ${whole(highest)}; ${bought} end where their project is bought.`
  return markup`<figure class="support-picture">
<figcaption>${named(title)}. From 0 to ${whole(highest)} supporters who pay in full, round by round; a dot where a project is bought.</figcaption>
<svg class="lines" viewBox="0 0 1000 ${height}" preserveAspectRatio="none" role="img" aria-label="${words}"><path d="M0,0 V${height} H1000" style="fill:none;stroke:currentColor;stroke-opacity:.4" vector-effect="non-scaling-stroke"></path>
${lines.map((line, place) => drawn(line, place, rounds.length, highest))}</svg>
<ul class="key">
${lines.map(({ option, isBought }, place) => markup`<li><svg viewBox="0 0 30 10" aria-hidden="true"><path d="M0,5 H30" style="stroke:${colourAt(place)};stroke-width:3;stroke-dasharray:${dashAt(place)}"></path></svg> ${named(names.get(option) ?? option)}${isBought ? '' : ', not bought'}</li>`)}
</ul>
${table(picture, lines)}
</figure>`
}

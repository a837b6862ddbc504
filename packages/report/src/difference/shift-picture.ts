import { ratio } from '@isegoria/exact'
import { grouped, percent } from '../figures.ts'
import { markup, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { colourAt } from '../pictures/colours.ts'
import { lengthOf } from '../pictures/length-of.ts'
import type { Shift, VoterShift } from './answered-what-if.ts'

/** More in green, as much in the colour of the text, pale, less in red: colours that colour-blind readers tell apart. */
const looks = [`fill:${colourAt(2)}`, 'fill:currentColor;fill-opacity:.15', `fill:${colourAt(1)}`]

const figure = (count: number, all: number): string => `${grouped(`${count}`)} (${percent(BigInt(count), BigInt(all))})`

const stack = ({ more, same, fewer }: Shift, what: string): Markup => {
  const all = more + same + fewer
  const at = (count: number): number => lengthOf(ratio(BigInt(count)), ratio(BigInt(all)))
  const ends = [0, more, more + same, all].map(at)
  const words = `more ${what} ${figure(more, all)}, as much as before ${figure(same, all)}, less ${figure(fewer, all)}`
  const part = (look: string, place: number): Markup => {
    const [from = 0, to = 0] = [ends[place], ends[place + 1]]
    return markup`<rect x="${from}" y="0" width="${Math.round((to - from) * 10) / 10}" height="10" style="${look}"></rect>`
  }
  return markup`<div><svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${words}">${looks.map(part)}</svg>
<span class="figures">${words}</span></div>`
}

/** Bars: for how many of some voters there is more than before, as much, and less; by projects and by money. */
export const shiftPicture = (title: string, { all, chosen, money, gained, lost }: VoterShift): Markup => markup`<figure class="shift-picture">
<figcaption>${title}: ${grouped(`${all}`)}. ${grouped(`${gained}`)} have something now and had nothing, ${grouped(`${lost}`)} had something and have nothing now.</figcaption>
${stack(chosen, money === undefined ? 'options of theirs that are chosen' : 'projects of theirs that are funded')}
${money === undefined ? nothing : stack(money, 'money for projects of theirs')}
</figure>`

import { markup, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import { moneyPicture } from '../pictures/money-picture.ts'
import { supportPicture } from '../pictures/support-picture.ts'
import type { Answer, Comparison } from './comparison.ts'
import { colourOf, letterOf } from './letter-of.ts'

const picturesOf = ({ money, support }: Answer, place: number): ReadonlyArray<Markup> =>
  money === undefined && support === undefined
    ? []
    : [
        markup`<h3 class="${colourOf(place)}"><span class="letter">${letterOf(place)}</span></h3>
${money === undefined ? nothing : moneyPicture(money)}
${support === undefined ? nothing : supportPicture(support)}`,
      ]

/** For each answer that has them: whose money went where, and how support fell from round to round; nothing where none has. */
export const moneyAndSupport = ({ answers }: Comparison): Markup => {
  const pictures = answers.flatMap(picturesOf)
  return pictures.length === 0
    ? nothing
    : markup`<section>
<h2>Whose money, and whose support</h2>
${pictures}
</section>`
}

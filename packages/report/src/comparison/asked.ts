import { formatMoney } from '@isegoria/exact'
import { grouped } from '../figures.ts'
import { markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import type { Comparison } from './comparison.ts'

const period = ({ from, until }: Comparison): Markup => {
  if (from === undefined && until === undefined) return nothing
  const days = from === undefined ? `until ${until ?? ''}` : until === undefined ? `from ${from}` : `${from} to ${until}`
  return markup`<div><dt>Voting</dt><dd>${days}</dd></div>`
}

const budget = ({ election, currency }: Comparison): Markup =>
  election.budget === undefined
    ? nothing
    : markup`<div><dt>Budget</dt><dd>${grouped(formatMoney({ minor: election.budget, decimals: election.decimals }))} ${named(currency)}</dd></div>`

/** The question, when it was asked, and what was to be shared out. */
export const asked = (comparison: Comparison): Markup => markup`<section>
<h2>What was asked</h2>
<p class="question">${named(comparison.question)}</p>
<dl class="facts">
${period(comparison)}
<div><dt>${comparison.election.budget === undefined ? 'Options' : 'Projects'}</dt><dd>${grouped(`${comparison.election.options.length}`)}</dd></div>
${budget(comparison)}
<div><dt>Voters</dt><dd>${grouped(`${comparison.election.profile.voters}`)}</dd></div>
</dl>
</section>`

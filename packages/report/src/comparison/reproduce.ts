import { grouped } from '../figures.ts'
import { breakable, markup, named } from '../markup.ts'
import type { Markup } from '../markup.ts'
import type { ComparisonReport } from './comparison.ts'
import { letterOf } from './letter-of.ts'

/** What anybody needs to make the page again and see that it is the same. */
export const reproduce = ({ source, events, hash, command, polls }: ComparisonReport): Markup => markup`<section>
<h2>How to make this page again</h2>
<p>With <code>${named(source)}</code> in the current folder; the page holds no date, so that the same log gives the same bytes.</p>
<pre>${named(command)}</pre>
<dl class="hashes">
<div><dt>Events replayed</dt><dd>${grouped(`${events}`)}</dd></div>
<div><dt>SHA-256 of the log, without ids and times</dt><dd><code>${hash}</code></dd></div>
${polls.map(
  ({ input, answers }) => markup`<div><dt>SHA-256 of options, budget and ballots</dt><dd><code>${input}</code></dd></div>
${answers.map(({ rule, version }, place) => markup`<div><dt>Rule ${letterOf(place)}, version ${version}</dt><dd><code>${breakable(rule)}</code></dd></div>`)}`,
)}
</dl>
</section>`

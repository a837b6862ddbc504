import { grouped, percent } from '../figures.ts'
import { markup, named, nothing } from '../markup.ts'
import type { Markup } from '../markup.ts'
import type { Comparison } from './comparison.ts'
import { groupsOf } from './groups-of.ts'
import { shareBar } from './share-bar.ts'

const fewestInGroup = 10

const readable = (name: string): string => name.replaceAll('_', ' ')

const attribute = (name: string, counts: ReadonlyMap<string, number>, voters: number): Markup => markup`<div class="attribute">
<h3>${named(readable(name))}</h3>
<ul>
${groupsOf(counts, fewestInGroup).map(
  (group) =>
    markup`<li><span>${named(group.name)}</span>${shareBar(BigInt(group.voters), BigInt(voters), 'plain')}<span>${grouped(`${group.voters}`)} (${percent(BigInt(group.voters), BigInt(voters))})</span></li>`,
)}
</ul>
</div>`

/** How many voted, with what kind of ballot, and what they said of themselves; nothing on a group of fewer than ten. */
export const whoVoted = ({ election, attributes }: Comparison): Markup => {
  const { profile } = election
  const kinds = [...new Set(profile.ballots.map(({ ballot }) => ballot.type))]
  const declared =
    attributes.size === 0 ? nothing : markup`<p>What voters declared of themselves; groups of fewer than ${fewestInGroup} are put together.</p>`
  return markup`<section>
<h2>Who voted</h2>
<p>${grouped(`${profile.voters}`)} voters cast ${kinds.length === 0 ? 'no' : kinds.join(' and ')} ballots, ${grouped(`${profile.ballots.length}`)} of them different from each other.</p>
${declared}
<div class="attributes">
${[...attributes].map(([name, counts]) => attribute(name, counts, profile.voters))}
</div>
</section>`
}

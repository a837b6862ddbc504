import { byCodeUnit } from '@isegoria/kernel'
import { dayOf } from './day-of.ts'
import { figure } from './figure.ts'
import type { Family, GroupedEvent, GroupedType } from './group-of.ts'
import type { Known } from './known.ts'
import { counting, shortened, writtenPeriod } from './text-of.ts'
import type { TimelineLine } from './timeline-line.ts'
import type { Words } from './words.ts'

const mostChannels = 12
/** What an imported file calls a channel that it does not give. */
const unknownChannel = 'unknown'

/** Many events of one line, as they are counted; it holds no more than counts. */
export interface Group {
  readonly family: Family
  readonly first: number
  last: number
  count: number
  readonly counts: Map<GroupedType, number>
  readonly channels: Map<string, number>
}

export const emptyGroup = (family: Family, first: number): Group => ({
  family,
  first,
  last: first,
  count: 0,
  counts: new Map(),
  channels: new Map(),
})

const addOne = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export const addToGroup = (group: Group, event: GroupedEvent, position: number): void => {
  group.last = position
  group.count++
  addOne(group.counts, event.type)
  if (event.type !== 'BallotCast' && event.type !== 'ContributionReceived' && event.type !== 'SurveyAnswered') return
  const { channels } = group
  addOne(channels, channels.has(event.channel) || channels.size < mostChannels ? event.channel : '')
}

/** Channels of one name in the reader's language are one. */
const channelsOf = ({ channels }: Group, words: Words): string => {
  if (channels.size === 1 && channels.has(unknownChannel)) return ''
  const byName = new Map<string, number>()
  for (const [channel, count] of channels) {
    const name = channel === '' ? words.otherChannels : (words.channels.get(channel) ?? shortened(channel, 40))
    byName.set(name, (byName.get(name) ?? 0) + count)
  }
  const most = [...byName].toSorted(([left, few], [right, many]) => many - few || byCodeUnit(left, right))
  return most.map(([name, count]) => `${figure(`${count}`, words.decimal)} ${name}`).join(', ')
}

const textOfGroup = (group: Group, known: Known, words: Words): string => {
  const { phase, poll } = group.family
  const seen = poll === undefined ? undefined : known.poll(poll)
  const [before, after] = words.quotes
  const parts = [
    ...[...group.counts].map(([type, count]) => counting(count, words.grouped[type], words)),
    phase === undefined ? undefined : words.during(`${before}${shortened(known.phase(phase) ?? phase, 80)}${after}`),
    seen === undefined ? undefined : writtenPeriod(seen.openedAt, seen.closedAt, words),
  ].filter((part) => part !== undefined)
  const channels = channelsOf(group, words)
  return `${parts.join(', ')}${channels === '' ? '' : `${words.colon}${channels}`}`
}

/** The line of a group. Of a poll whose box is not sealed no number is told, nor the place of its last event, which would tell one. */
export const lineOfGroup = (group: Group, known: Known, words: Words): TimelineLine | undefined => {
  const { family, first, last, count } = group
  const seen = family.poll === undefined ? undefined : known.poll(family.poll)
  const day = seen === undefined ? family.day : dayOf(seen.openedAt)
  const dated = day === undefined ? {} : { at: day }
  if (family.poll !== undefined && seen?.isSealed !== true)
    return family.kind === 'marks' ? undefined : { ...dated, text: words.notCountedYet, events: [first] }
  return { ...dated, text: textOfGroup(group, known, words), events: count === 1 ? [first] : [first, last], count }
}

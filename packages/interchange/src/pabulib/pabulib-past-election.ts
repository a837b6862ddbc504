import { unknownDay } from '@isegoria/election'
import type { PastElection } from '@isegoria/election'
import { decode, E, Instant, instant } from '@isegoria/kernel'
import type { PabulibFile } from './pabulib-file.ts'

const dayMonthYear = /^(\d{2})\.(\d{2})\.(\d{4})$/

/** The first or last second that a .pb date names: `07.10.2022`, or a bare year. */
const dayOf = (text: string | undefined, edge: 'first' | 'last'): Instant => {
  const time = edge === 'first' ? 'T00:00:00Z' : 'T23:59:59Z'
  const [, day, month, year] = dayMonthYear.exec(text ?? '') ?? []
  const exact = day === undefined ? undefined : decode(Instant, `${year}-${month}-${day}${time}`)
  if (exact !== undefined && E.isRight(exact)) return exact.right
  const bare = /^\d{4}$/.exec(text ?? '')?.[0]
  if (bare === undefined) return instant(`${unknownDay[edge]}${time}`)
  return instant(edge === 'first' ? `${bare}-01-01${time}` : `${bare}-12-31${time}`)
}

/** The rule that a poll is held by when imported: Equal Shares where the city used it, else greedy by votes. */
const ruleOf = (named: string | undefined): PastElection['rule'] =>
  named?.startsWith('equalshares') === true
    ? { id: 'equal-shares', parameters: { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend' } }
    : { id: 'greedy', parameters: { satisfaction: 'cost' } }

/**
 * The election of a .pb file as one that can be held again here, as the consultation of that id.
 *
 * A day that the file does not give is `unknownDay`. The poll is held by Equal Shares where META names it, else by greedy.
 * @example
 * import { E } from '@isegoria/kernel'
 * import { readFileSync } from 'node:fs'
 *
 * const read = readPabulib(readFileSync('town.pb'), 'town.pb')
 * const past = E.isRight(read) ? pabulibPastElection(read.right, 'aubel-2026') : undefined
 * past?.votes.length // => 6
 */
export const pabulibPastElection = (file: PabulibFile, consultationId: string): PastElection => {
  const { meta } = file
  const place = [meta['unit'], meta['subunit'], meta['instance']].filter((part) => part !== undefined && part !== '')
  return {
    consultationId,
    title: file.title,
    question: `Which projects should be funded: ${place.join(', ')}?`,
    convenor: meta['unit'] ?? 'unknown',
    opensAt: dayOf(meta['date_begin'], 'first'),
    closesAt: dayOf(meta['date_end'] ?? meta['date_begin'], 'last'),
    options: file.projects.map(({ id, cost, name }) => ({ id, cost, ...(name === undefined ? {} : { name }) })),
    budget: file.budget,
    decimals: file.decimals,
    currency: meta['currency'] ?? '',
    form: file.form,
    rule: ruleOf(meta['rule']),
    votes: file.votes.map(({ voter, ballot, attributes }) => ({
      voterKey: voter,
      ballot,
      attributes,
      channel: attributes['voting_method'] ?? 'unknown',
    })),
  }
}

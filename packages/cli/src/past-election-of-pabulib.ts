import { createHash } from 'node:crypto'
import type { PastElection } from '@isegoria/deliberation'
import type { PabulibFile } from '@isegoria/interchange'
import { decode, E, Instant } from '@isegoria/kernel'
import type { BallotForm } from '@isegoria/voting'
import { unknownDay } from './unknown-day.ts'

const dayMonthYear = /^(\d{2})\.(\d{2})\.(\d{4})$/

const instant = (text: string): Instant | undefined => {
  const decoded = decode(Instant, text)
  return E.isRight(decoded) ? decoded.right : undefined
}

const known = (text: string): Instant => {
  const value = instant(text)
  if (value === undefined) throw new RangeError(`${text} is no instant`)
  return value
}

/** The first or last second that a .pb date names: `07.10.2022`, or a bare year. */
const dayOf = (text: string | undefined, edge: 'first' | 'last'): Instant => {
  const time = edge === 'first' ? 'T00:00:00Z' : 'T23:59:59Z'
  const [, day, month, year] = dayMonthYear.exec(text ?? '') ?? []
  const exact = day === undefined ? undefined : instant(`${year}-${month}-${day}${time}`)
  if (exact !== undefined) return exact
  const bare = /^\d{4}$/.exec(text ?? '')?.[0]
  if (bare === undefined) return known(`${unknownDay[edge]}${time}`)
  return known(edge === 'first' ? `${bare}-01-01${time}` : `${bare}-12-31${time}`)
}

/** The rule that a poll is held by when imported: Equal Shares where the city used it, else greedy by votes. */
const ruleOf = (named: string | undefined): PastElection['rule'] =>
  named?.startsWith('equalshares') === true
    ? { id: 'equal-shares', parameters: { utility: 'cost', completion: 'add1', start: 'floor', stop: 'overspend' } }
    : { id: 'greedy', parameters: { satisfaction: 'cost' } }

/** An id that follows from the file's bytes, so that two imports of one file are the same consultation. */
export const idOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/** The election of a .pb file, its ballots of that form, as one that can be held again here. */
export const pastElectionOfPabulib = (file: PabulibFile, consultationId: string, form: BallotForm): PastElection => {
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
    form,
    rule: ruleOf(meta['rule']),
    votes: file.votes.map(({ voter, ballot, attributes }) => ({
      voterKey: voter,
      ballot,
      attributes,
      channel: attributes['voting_method'] ?? 'unknown',
    })),
  }
}

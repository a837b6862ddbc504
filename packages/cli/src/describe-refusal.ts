import type { BatchRefused } from '@isegoria/engine'
import type { ReadPastElection } from './read-election.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Why an election cannot be held again here, in words: the place in its file, as far as there is one, and the reason. */
export const describeRefusal = ({ path, past, metaLines }: ReadPastElection, { rejection, message }: BatchRefused): string => {
  if (!isRecord(rejection) || rejection['type'] !== 'CalendarEndsBeforeItStarts') return `${path}: ${message}`
  const line = metaLines['date_end'] ?? metaLines['date_begin']
  const place = line === undefined ? path : `${path}:${line}`
  return `${place}: date_end: the vote would end (${past.closesAt}) before it begins (${past.opensAt})`
}

import type { BatchRefused } from '@isegoria/engine'
import type { ReadPastElection } from './read-election.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Why an election cannot be held again here, in words: the place in its file, as far as there is one, and the reason. */
export const describeRefusal = ({ path, past }: ReadPastElection, { rejection, message }: BatchRefused): string =>
  isRecord(rejection) && rejection['type'] === 'CalendarEndsBeforeItStarts'
    ? `${path}: date_end: the vote would end (${past.closesAt}) before it begins (${past.opensAt})`
    : `${path}: ${message}`

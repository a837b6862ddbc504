import type { BatchRefused } from '@isegoria/engine'
import { ballotStream } from '@isegoria/voting'
import { limitKeys } from './past-election-of-pabulib.ts'
import type { ReadPastElection } from './read-election.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const describeFault = (rejection: unknown, form: Readonly<Record<string, unknown>>): string => {
  const limit = isRecord(rejection) && rejection['type'] === 'OutOfLimits' ? rejection['limit'] : undefined
  if (!isRecord(rejection) || (limit !== 'fewest' && limit !== 'most' && limit !== 'mostPerOption' && limit !== 'mostPoints'))
    return `vote: ${JSON.stringify(rejection)}`
  const counted = limit === 'fewest' || limit === 'most' ? 'projects' : 'points'
  return `${counted === 'points' ? 'points' : 'vote'}: ${String(rejection['value'])} ${counted} where ${limitKeys[limit]} is ${String(form[limit])}`
}

/** Why an election cannot be held again here, in words: the place in its file, as far as there is one, and the reason. */
export const describeRefusal = ({ path, past, lineOfVote }: ReadPastElection, { stream, rejection, message }: BatchRefused): string => {
  const place = past.votes.findIndex(({ voterKey }) => ballotStream(past.consultationId, voterKey) === stream)
  if (place !== -1) return `${path}:${lineOfVote(place)}: ${describeFault(rejection, past.form)}`
  if (isRecord(rejection) && rejection['type'] === 'CalendarEndsBeforeItStarts')
    return `${path}: date_end: the vote would end (${past.closesAt}) before it begins (${past.opensAt})`
  return `${path}: ${message}`
}

import type { SurveyResponseEvent } from '../survey-response.ts'
import { publishedCounts } from './published.ts'
import type { PublishedCounts } from './published.ts'
import { responsesOf } from './responses-of.ts'

/**
 * By which channel those took part whose response stands, as it may be published under the threshold `k`. A channel by which
 * nobody came is not named.
 */
export const participationByChannel = (events: Iterable<SurveyResponseEvent>, k: number): PublishedCounts => {
  const counts = new Map<string, number>()
  for (const response of responsesOf(events).values())
    if (response.status === 'Answered') counts.set(response.channel, (counts.get(response.channel) ?? 0) + 1)
  return publishedCounts(counts, k)
}

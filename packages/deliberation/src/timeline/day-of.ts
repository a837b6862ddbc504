import { unknownDay } from '@isegoria/election'
import type { DeliberationEvent } from '../face/aggregates.ts'

/** When something happened stands under a participle, such as `openedAt`; these two say when something will be, or was said to be. */
const otherTimes: ReadonlySet<string> = new Set(['announcedAt', 'expectedAt'])
const participle = /^at$|(?:ed|held|hidden|made|taken)At$/

/** When an event says that it happened; many say nothing. */
export const instantOf = (event: DeliberationEvent): string | undefined => {
  const found = Object.entries(event).find(([name, value]) => typeof value === 'string' && participle.test(name) && !otherTimes.has(name))
  return found === undefined ? undefined : String(found[1])
}

/** The day of an instant, in UTC; none for one that stands for a day that was not known. */
export const dayOf = (at: string | undefined): string | undefined => {
  const day = at?.slice(0, 10)
  return day === unknownDay.first || day === unknownDay.last ? undefined : day
}

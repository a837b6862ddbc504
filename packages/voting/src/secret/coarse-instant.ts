import { instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'

/**
 * The start of the day of `at`, in UTC: all of time that an entry of a secret poll's roll or box may carry.
 *
 * Where few vote on one day, a day is fine enough to find them: then give every entry the day on which the poll opened.
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * coarseInstant(instant('2026-03-01T18:30:07.250Z')) // => '2026-03-01T00:00:00Z'
 */
export const coarseInstant = (at: Instant): Instant => instant(`${at.slice(0, 10)}T00:00:00Z`)

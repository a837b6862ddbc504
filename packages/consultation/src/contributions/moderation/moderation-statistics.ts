import type { ModerationEvent } from './events.ts'

/** What moderation did, in numbers that nothing hidden falls out of. */
export interface ModerationStatistics {
  /** Contents with a case, whatever became of it. */
  readonly contents: number
  readonly reported: number
  readonly reports: ReadonlyMap<string, number>
  /** Contents ever hidden, also those restored since. */
  readonly hidden: number
  readonly hiddenNow: number
  /** How often each rule was applied. */
  readonly rules: ReadonlyMap<string, number>
  /** By a moderator, without an appeal. */
  readonly restored: number
  readonly appeals: number
  readonly upheld: number
  readonly overturned: number
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/**
 * Counts the cases of moderation, from all their events in the order of the log.
 *
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * const hiddenAt = instant('2026-03-02T08:00:00Z')
 * const hidden = { type: 'ContentHidden', contentId: 'k-1', rule: 'civility', reason: 'An insult.', by: 'moderation', hiddenAt } as const
 * const { contents, hiddenNow, rules } = moderationStatistics([hidden])
 * contents // => 1
 * hiddenNow // => 1
 * rules.get('civility') // => 1
 */
export const moderationStatistics = (events: Iterable<ModerationEvent>): ModerationStatistics => {
  const [contents, reported, hidden, hiddenNow] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  const [reports, rules, outcomes] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  for (const event of events) {
    const { contentId } = event
    contents.add(contentId)
    switch (event.type) {
      case 'ContentReported':
        reported.add(contentId)
        count(reports, event.ground)
        break
      case 'ContentHidden':
        hidden.add(contentId)
        hiddenNow.add(contentId)
        count(rules, event.rule)
        break
      case 'ContentRestored':
        hiddenNow.delete(contentId)
        count(outcomes, 'restored')
        break
      case 'AppealLodged':
        count(outcomes, 'appeals')
        break
      case 'AppealDecided':
        if (event.outcome === 'overturned') hiddenNow.delete(contentId)
        count(outcomes, event.outcome)
        break
    }
  }
  const of = (outcome: string): number => outcomes.get(outcome) ?? 0
  return {
    contents: contents.size,
    reported: reported.size,
    reports,
    hidden: hidden.size,
    hiddenNow: hiddenNow.size,
    rules,
    restored: of('restored'),
    appeals: of('appeals'),
    upheld: of('upheld'),
    overturned: of('overturned'),
  }
}

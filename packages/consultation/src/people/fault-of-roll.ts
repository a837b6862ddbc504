import type { EligibilityEntryState } from './eligibility-entry.ts'
import type { EligibilityRollState } from './eligibility-roll/state.ts'
import { sealOfKeys } from './seal-of-keys.ts'

/** What a check of a sealed roll against its entries may find. */
export type RollFault =
  | { readonly type: 'RollNotSealed'; readonly status: EligibilityRollState['status'] }
  | { readonly type: 'CountDiffers'; readonly published: number; readonly counted: number }
  | { readonly type: 'RootDiffers'; readonly published: string; readonly computed: string }
  /** More persons claim one late addition, or one that was never announced. */
  | { readonly type: 'LateNumberTaken'; readonly number: number }
  | { readonly type: 'LateNumberNotAnnounced'; readonly number: number; readonly announced: number }

/**
 * Whether the entries are those that the roll has published, after all that came and went: their count, their root, and that
 * each late one is an addition of its own that was announced. `undefined` when all is well. Cost: a sort of the keys.
 */
export const faultOfRoll = (roll: EligibilityRollState, entries: ReadonlyMap<string, EligibilityEntryState>): RollFault | undefined => {
  if (roll.status !== 'Sealed') return { type: 'RollNotSealed', status: roll.status }
  const keys: string[] = []
  const taken = new Set<number>()
  for (const [key, entry] of entries) {
    if (entry.status !== 'Attested') continue
    keys.push(key)
    if (entry.late === undefined) continue
    if (entry.late > roll.late.added) return { type: 'LateNumberNotAnnounced', number: entry.late, announced: roll.late.added }
    if (taken.has(entry.late)) return { type: 'LateNumberTaken', number: entry.late }
    taken.add(entry.late)
  }
  const { count, root } = sealOfKeys(keys)
  if (count !== roll.count) return { type: 'CountDiffers', published: roll.count, counted: count }
  return root === roll.root ? undefined : { type: 'RootDiffers', published: roll.root, computed: root }
}

import type { EntryAddedLate, EntryStruckOffLate, RollDrafted, RollOpeningMoved, RollSealed } from './events.ts'

export interface DraftRoll extends Omit<RollDrafted, 'type'> {
  readonly type: 'DraftRoll'
}
/** `count` and `root` as `sealOfKeys` gives them for the keys of the entries. */
export interface SealRoll extends Omit<RollSealed, 'type'> {
  readonly type: 'SealRoll'
}
export interface MoveRollOpening extends Omit<RollOpeningMoved, 'type'> {
  readonly type: 'MoveRollOpening'
}
/** `count` and `root` with the new entry. */
export interface AddEntryLate extends Omit<EntryAddedLate, 'type' | 'number' | 'isAfterOpening'> {
  readonly type: 'AddEntryLate'
}
/** `count` and `root` without the entry. */
export interface StrikeOffEntryLate extends Omit<EntryStruckOffLate, 'type' | 'number' | 'isAfterOpening'> {
  readonly type: 'StrikeOffEntryLate'
}
export type EligibilityRollCommand = DraftRoll | SealRoll | MoveRollOpening | AddEntryLate | StrikeOffEntryLate

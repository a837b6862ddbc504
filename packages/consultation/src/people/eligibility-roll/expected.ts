import type { Instant } from '@isegoria/kernel'
import type { EligibilityRollCommand } from './commands.ts'
import type { EligibilityRollState } from './state.ts'

/** One thing that can happen next to a roll, who may do it, and until when. */
export interface ExpectedOfRoll {
  readonly command: EligibilityRollCommand['type'] | 'AttestEntry'
  readonly by: 'convenor' | 'keeper of the roll'
  readonly before?: Instant
}

/** What can happen next to a roll; after the poll has opened, only what its terms allow. */
export const expectedOfRoll = (state: EligibilityRollState): ReadonlyArray<ExpectedOfRoll> => {
  switch (state.status) {
    case 'NotDrafted':
      return [{ command: 'DraftRoll', by: 'convenor' }]
    case 'Drafted':
      return [
        { command: 'AttestEntry', by: 'keeper of the roll' },
        { command: 'SealRoll', by: 'keeper of the roll' },
      ]
    case 'Sealed': {
      const limit = state.terms.lateEntries === 'published' ? {} : { before: state.opensAt }
      return [
        { command: 'MoveRollOpening', by: 'convenor', before: state.opensAt },
        { command: 'AddEntryLate', by: 'keeper of the roll', ...limit },
        { command: 'StrikeOffEntryLate', by: 'keeper of the roll', ...limit },
      ]
    }
  }
}

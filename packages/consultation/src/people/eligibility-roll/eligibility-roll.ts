import type { Decider } from '@isegoria/kernel'
import { escapedId } from '@isegoria/kernel'
import type { EligibilityRollCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { EligibilityRollEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { EligibilityRollRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { EligibilityRollState } from './state.ts'

/**
 * Drafted → sealed before the poll opens; whoever comes or goes after that is published as a number, with the reason, and not
 * as a person. The entries have streams of their own; this one keeps how many they are and the hash of their keys.
 *
 * @example
 * import { E, instant } from '@isegoria/kernel'
 *
 * const [at, opensAt] = [instant('2026-03-01T00:00:00Z'), instant('2026-03-08T00:00:00Z')]
 * const seal = { type: 'SealRoll', rollId: 'town', ...sealOfKeys(['a1', 'b2']), opensAt, at } as const
 * eligibilityRoll.decide(seal, eligibilityRoll.initialState) // => E.left({ type: 'RollNotInStage', needs: 'Drafted', status: 'NotDrafted' })
 */
export const eligibilityRoll: Decider<EligibilityRollCommand, EligibilityRollState, EligibilityRollEvent, EligibilityRollRejection> = {
  initialState,
  decide,
  evolve,
}

/** The stream of one roll: a handful of events, however many persons are on it. */
export const eligibilityRollStream = (rollId: string): string => `eligibility-roll-${escapedId(rollId)}`

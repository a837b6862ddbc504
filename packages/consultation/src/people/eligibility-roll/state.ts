import type { Instant } from '@isegoria/kernel'
import type { RollDrafted } from './events.ts'

/** All that the public learns of who came and went after the seal. */
export interface LateNumbers {
  readonly added: number
  readonly addedAfterOpening: number
  readonly struckOff: number
  readonly struckOffAfterOpening: number
}
type Terms = Omit<RollDrafted, 'type'>

export type EligibilityRollState =
  | { readonly status: 'NotDrafted' }
  | { readonly status: 'Drafted'; readonly terms: Terms }
  | {
      readonly status: 'Sealed'
      readonly terms: Terms
      readonly count: number
      readonly root: string
      readonly opensAt: Instant
      readonly late: LateNumbers
    }
export type SealedRoll = Extract<EligibilityRollState, { status: 'Sealed' }>

export const initialState: EligibilityRollState = { status: 'NotDrafted' }

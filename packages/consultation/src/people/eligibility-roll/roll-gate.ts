import type { Instant } from '@isegoria/kernel'
import type { EligibilityRollState, LateNumbers } from './state.ts'

/** What an entry must know of its roll. */
export interface RollGate {
  readonly rollId: string
  readonly isSealed: boolean
  readonly attributes: Readonly<Record<string, ReadonlyArray<string>>>
  /** How many came and went late, as the roll has announced. */
  readonly late: Pick<LateNumbers, 'added' | 'struckOff'>
}

/** The gate to a roll as it stands; `undefined` while nobody has drafted it. */
export const rollGate = (state: EligibilityRollState): RollGate | undefined => {
  if (state.status === 'NotDrafted') return undefined
  const { rollId, attributes } = state.terms
  const isSealed = state.status === 'Sealed'
  return { rollId, isSealed, attributes, late: isSealed ? { added: state.late.added, struckOff: state.late.struckOff } : { added: 0, struckOff: 0 } }
}

/** Why a poll that opens then may not rely upon this roll: it is not sealed, or it is sealed for another opening. */
export type OpeningFault =
  | { readonly type: 'RollNotSealed'; readonly status: EligibilityRollState['status'] }
  | { readonly type: 'RollSealedForAnotherOpening'; readonly sealedFor: Instant; readonly opensAt: Instant }

export const faultOfRollAtOpening = (state: EligibilityRollState, opensAt: Instant): OpeningFault | undefined => {
  if (state.status !== 'Sealed') return { type: 'RollNotSealed', status: state.status }
  return state.opensAt === opensAt ? undefined : { type: 'RollSealedForAnotherOpening', sealedFor: state.opensAt, opensAt }
}

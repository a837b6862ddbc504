import type { EligibilityRollEvent, EntryAddedLate, EntryStruckOffLate, RollOpeningMoved } from './events.ts'
import type { EligibilityRollState, LateNumbers, SealedRoll } from './state.ts'

const noneLate: LateNumbers = { added: 0, addedAfterOpening: 0, struckOff: 0, struckOffAfterOpening: 0 }

const evolveSealed = (state: SealedRoll, event: RollOpeningMoved | EntryAddedLate | EntryStruckOffLate): SealedRoll => {
  if (event.type === 'RollOpeningMoved') return { ...state, opensAt: event.opensAt }
  const { count, root, number } = event
  const { late } = state
  const after = event.isAfterOpening ? 1 : 0
  const numbers =
    event.type === 'EntryAddedLate'
      ? { ...late, added: number, addedAfterOpening: late.addedAfterOpening + after }
      : { ...late, struckOff: number, struckOffAfterOpening: late.struckOffAfterOpening + after }
  return { ...state, count, root, late: numbers }
}

export const evolve = (state: EligibilityRollState, event: EligibilityRollEvent): EligibilityRollState => {
  switch (event.type) {
    case 'RollDrafted': {
      const { type: _, ...terms } = event
      return { status: 'Drafted', terms }
    }
    case 'RollSealed': {
      if (state.status !== 'Drafted') return state
      const { count, root, opensAt } = event
      return { status: 'Sealed', terms: state.terms, count, root, opensAt, late: noneLate }
    }
    case 'RollOpeningMoved':
    case 'EntryAddedLate':
    case 'EntryStruckOffLate':
      return state.status === 'Sealed' ? evolveSealed(state, event) : state
  }
}

import { isBefore } from '@isegoria/kernel'
import type { Capability, Phase } from './calendar.ts'

/** Why phases make no calendar; `rule` is the invariant. */
export type PhasesFault =
  | { readonly type: 'PhasesMissing'; readonly rule: 'I1' }
  | { readonly type: 'NothingBeforeFollowUp'; readonly rule: 'I1' }
  | { readonly type: 'PhaseNameMissing'; readonly rule: 'I2'; readonly place: number }
  | { readonly type: 'PhaseNamedTwice'; readonly rule: 'I2'; readonly phase: string }
  | { readonly type: 'PhaseWithoutCapability'; readonly rule: 'I2'; readonly phase: string }
  | { readonly type: 'PhaseEndsBeforeItStarts'; readonly rule: 'I2'; readonly phase: string }
  | { readonly type: 'PhasesOutOfOrder'; readonly rule: 'I2'; readonly phase: string; readonly after: string }
  | { readonly type: 'PhasesOverlap'; readonly rule: 'I2'; readonly phases: readonly [string, string]; readonly capability: Capability }

const rule = 'I2'

const faultOfOne = (phases: ReadonlyArray<Phase>, phase: Phase, place: number): PhasesFault | undefined => {
  const { id, capabilities, opensAt, closesAt } = phase
  if (id.trim() === '') return { type: 'PhaseNameMissing', rule, place }
  if (capabilities.length === 0) return { type: 'PhaseWithoutCapability', rule, phase: id }
  if (!isBefore(opensAt, closesAt)) return { type: 'PhaseEndsBeforeItStarts', rule, phase: id }
  for (const earlier of phases.slice(0, place)) {
    if (earlier.id === id) return { type: 'PhaseNamedTwice', rule, phase: id }
    if (isBefore(opensAt, earlier.opensAt)) return { type: 'PhasesOutOfOrder', rule, phase: id, after: earlier.id }
    const both = isBefore(opensAt, earlier.closesAt) ? capabilities.find((one) => earlier.capabilities.includes(one)) : undefined
    if (both !== undefined) return { type: 'PhasesOverlap', rule, phases: [earlier.id, id], capability: both }
  }
  return undefined
}

/** The first reason why phases make no calendar: they stand in the order of their opening, and no two let the same be done at once. */
export const faultOfPhases = (phases: ReadonlyArray<Phase>): PhasesFault | undefined => {
  if (phases.length === 0) return { type: 'PhasesMissing', rule: 'I1' }
  for (const [place, phase] of phases.entries()) {
    const fault = faultOfOne(phases, phase, place)
    if (fault !== undefined) return fault
  }
  const isOnlyFollowUp = phases.every(({ capabilities }) => capabilities.every((one) => one === 'follow-up'))
  return isOnlyFollowUp ? { type: 'NothingBeforeFollowUp', rule: 'I1' } : undefined
}

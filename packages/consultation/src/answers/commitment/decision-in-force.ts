import type { DecisionState } from '../decision/decision.ts'
import type { DecisionInForce } from './events.ts'

/** The decision as a commitment relies upon it, from the state of its stream; `undefined` while it is not taken. */
export const decisionInForce = (decisionId: string, state: DecisionState): DecisionInForce | undefined =>
  state.status === 'Taken' ? { decisionId, version: state.versions.length } : undefined

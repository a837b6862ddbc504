import * as t from 'io-ts'
import { eventCodec } from '@isegoria/kernel'
import { amendment, deviation, proposal, taking } from './events.ts'

const ProposeDecision = t.strict({ type: t.literal('ProposeDecision'), ...proposal }, 'ProposeDecision')
export interface ProposeDecision extends Readonly<t.TypeOf<typeof ProposeDecision>> {}

/** `certified` are the results of the consultation's polls, as their streams certify them. */
const TakeDecision = t.exact(t.intersection([t.type({ type: t.literal('TakeDecision'), ...taking }), t.partial(deviation)]), 'TakeDecision')
export interface TakeDecision extends Readonly<t.TypeOf<typeof TakeDecision>> {}

const AmendDecision = t.exact(t.intersection([t.type({ type: t.literal('AmendDecision'), ...amendment }), t.partial(deviation)]), 'AmendDecision')
export interface AmendDecision extends Readonly<t.TypeOf<typeof AmendDecision>> {}

export type DecisionCommand = ProposeDecision | TakeDecision | AmendDecision

/** Decodes a command where it comes in. */
export const decisionCommands = eventCodec<DecisionCommand>({ ProposeDecision, TakeDecision, AmendDecision })

import * as t from 'io-ts'
import { Count, eventCodec } from '@isegoria/kernel'
import { GivenGate } from '../open-gate.ts'
import type { SupportCommand } from './support-book.ts'

const of = { voterKey: t.string, proposalId: t.string, terms: t.strict({ phaseId: t.string, most: Count, gate: GivenGate }) }

/** Decodes a command where it comes in; the terms are read from the log, never taken from who sends it. */
export const supportCommands = eventCodec<SupportCommand>({
  GiveSupport: t.strict({ type: t.literal('GiveSupport'), ...of, revision: Count }, 'GiveSupport'),
  WithdrawSupport: t.strict({ type: t.literal('WithdrawSupport'), ...of }, 'WithdrawSupport'),
})

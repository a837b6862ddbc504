import * as t from 'io-ts'
import { Count, eventCodec, Instant } from '@isegoria/kernel'
import { contentFields } from '../content.ts'
import { TimedGate } from '../open-gate.ts'
import { Place } from '../place.ts'
import type { ProposalCommand } from './commands.ts'
import { Descent, ProposalAt, SupportsPolicy, Verdict } from './events.ts'

const of = { proposalId: t.string, by: t.string, at: Instant }
const superseding = { ...of, targets: t.readonlyArray(ProposalAt), reason: t.string, ancestors: t.readonlyArray(t.string) }

/** Decodes a command where it comes in; gate, criteria and ancestors are read from the log, never taken from who sends it. */
export const proposalCommands = eventCodec<ProposalCommand>({
  DraftProposal: t.exact(
    t.intersection([
      t.type({ type: t.literal('DraftProposal'), ...of, consultationId: t.string, ...contentFields }),
      t.partial({ language: t.string, place: Place }),
    ]),
    'DraftProposal',
  ),
  SubmitProposal: t.strict({ type: t.literal('SubmitProposal'), ...of, gate: TimedGate }, 'SubmitProposal'),
  ReviseProposal: t.exact(
    t.intersection([
      t.type({ type: t.literal('ReviseProposal'), ...of, ...contentFields, supports: SupportsPolicy, gate: TimedGate }),
      t.partial({ graceUntil: Instant }),
    ]),
    'ReviseProposal',
  ),
  DecideAdmissibility: t.exact(
    t.intersection([
      t.type({
        type: t.literal('DecideAdmissibility'),
        ...of,
        revision: Count,
        verdict: Verdict,
        criteria: t.readonlyArray(t.string),
      }),
      t.partial({ criterion: t.string, reason: t.string }),
    ]),
    'DecideAdmissibility',
  ),
  WithdrawProposal: t.strict({ type: t.literal('WithdrawProposal'), ...of }, 'WithdrawProposal'),
  MergeProposal: t.strict({ type: t.literal('MergeProposal'), ...superseding }, 'MergeProposal'),
  SplitProposal: t.strict({ type: t.literal('SplitProposal'), ...superseding }, 'SplitProposal'),
  DeriveProposal: t.strict(
    {
      type: t.literal('DeriveProposal'),
      ...of,
      descent: Descent,
      parents: t.readonlyArray(ProposalAt),
      ancestors: t.readonlyArray(t.string),
    },
    'DeriveProposal',
  ),
  PublishProposalStatus: t.strict({ type: t.literal('PublishProposalStatus'), ...of, status: t.string, reason: t.string }, 'PublishProposalStatus'),
})

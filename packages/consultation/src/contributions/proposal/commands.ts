import type { Instant } from '@isegoria/kernel'
import type { Content } from '../content.ts'
import type { TimedGate } from '../open-gate.ts'
import type { Descent, ProposalAt, ProposalDrafted, SupportsPolicy, Verdict } from './events.ts'

interface OfProposal {
  readonly proposalId: string
  readonly by: string
  readonly at: Instant
}

export interface DraftProposal extends Omit<ProposalDrafted, 'type' | 'draftedAt'> {
  readonly type: 'DraftProposal'
  readonly at: Instant
}
export interface SubmitProposal extends OfProposal {
  readonly type: 'SubmitProposal'
  readonly gate: TimedGate
}
export interface ReviseProposal extends OfProposal, Content {
  readonly type: 'ReviseProposal'
  readonly supports: SupportsPolicy
  /** When supports not renewed fall; with `grace` only. */
  readonly graceUntil?: Instant
  readonly gate: TimedGate
}
/** A later decision corrects an earlier one. */
export interface DecideAdmissibility extends OfProposal {
  readonly type: 'DecideAdmissibility'
  /** The revision that was read. */
  readonly revision: number
  readonly verdict: Verdict
  readonly criterion?: string
  readonly reason?: string
  /** The charter's criteria, as they were read. */
  readonly criteria: ReadonlyArray<string>
}
export interface WithdrawProposal extends OfProposal {
  readonly type: 'WithdrawProposal'
}
/** `ancestors`: all those of the proposal, as `ancestorsOf` gives them; none of them can be a target. */
export interface MergeProposal extends OfProposal {
  readonly type: 'MergeProposal'
  readonly targets: ReadonlyArray<ProposalAt>
  readonly reason: string
  readonly ancestors: ReadonlyArray<string>
}
export interface SplitProposal extends Omit<MergeProposal, 'type'> {
  readonly type: 'SplitProposal'
}
/** `ancestors`: all those of the parents, as `ancestorsOf` gives them; the proposal cannot be among them. */
export interface DeriveProposal extends OfProposal {
  readonly type: 'DeriveProposal'
  readonly descent: Descent
  readonly parents: ReadonlyArray<ProposalAt>
  readonly ancestors: ReadonlyArray<string>
}
export interface PublishProposalStatus extends OfProposal {
  readonly type: 'PublishProposalStatus'
  readonly status: string
  readonly reason: string
}

export type ProposalCommand =
  | DraftProposal
  | SubmitProposal
  | ReviseProposal
  | DecideAdmissibility
  | WithdrawProposal
  | MergeProposal
  | SplitProposal
  | DeriveProposal
  | PublishProposalStatus

import { gateOf } from '../open-gate.ts'
import type { ProposalCommand } from './commands.ts'
import type { ProposalEvent, ProposalMergedInto, ProposalSplitInto } from './events.ts'

const superseding = ({ type: _, revision: __, supersededAt: at, ...superseded }: ProposalMergedInto | ProposalSplitInto) => ({
  ...superseded,
  ancestors: [],
  at,
})

/** The command that leads to an event: all that it says is in the event, but for circles, which only the whole lineage shows. */
export const commandOfProposal = (event: ProposalEvent): ProposalCommand => {
  switch (event.type) {
    case 'ProposalDrafted': {
      const { draftedAt: at, ...drafted } = event
      return { ...drafted, type: 'DraftProposal', at }
    }
    case 'ProposalSubmitted': {
      const { proposalId, by, submittedAt: at, gate } = event
      return { type: 'SubmitProposal', proposalId, by, gate: gateOf(gate, 'contribute', at), at }
    }
    case 'ProposalRevised': {
      const { revision: _, revisedAt: at, gate, ...revised } = event
      return { ...revised, type: 'ReviseProposal', gate: gateOf(gate, 'contribute', at), at }
    }
    case 'AdmissibilityDecided': {
      const { decidedAt: at, ...decided } = event
      return { ...decided, type: 'DecideAdmissibility', criteria: decided.criterion === undefined ? [] : [decided.criterion], at }
    }
    case 'ProposalWithdrawn':
      return { type: 'WithdrawProposal', proposalId: event.proposalId, by: event.by, at: event.withdrawnAt }
    case 'ProposalMergedInto':
      return { type: 'MergeProposal', ...superseding(event) }
    case 'ProposalSplitInto':
      return { type: 'SplitProposal', ...superseding(event) }
    case 'ProposalDerivedFrom': {
      const { revision: _, derivedAt: at, ...derived } = event
      return { ...derived, type: 'DeriveProposal', ancestors: [], at }
    }
    case 'ProposalStatusPublished': {
      const { publishedAt: at, ...published } = event
      return { ...published, type: 'PublishProposalStatus', at }
    }
  }
}

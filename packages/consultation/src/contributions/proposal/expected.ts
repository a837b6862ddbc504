import type { ProposalCommand } from './commands.ts'
import type { ProposalState } from './state.ts'

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfProposal {
  readonly command: ProposalCommand['type']
  readonly by: 'anybody' | 'author' | 'authority'
}

const byAuthor = (...commands: ReadonlyArray<ProposalCommand['type']>): ReadonlyArray<ExpectedOfProposal> =>
  commands.map((command) => ({ command, by: 'author' }))
const byAuthority = (...commands: ReadonlyArray<ProposalCommand['type']>): ReadonlyArray<ExpectedOfProposal> =>
  commands.map((command) => ({ command, by: 'authority' }))

/** What can happen next to a proposal; submitting and revising only while proposals are taken. */
export const expectedOfProposal = ({ status }: ProposalState): ReadonlyArray<ExpectedOfProposal> => {
  switch (status) {
    case 'Unknown':
      return [{ command: 'DraftProposal', by: 'anybody' }]
    case 'Drafted':
      return [...byAuthor('SubmitProposal', 'ReviseProposal', 'WithdrawProposal'), ...byAuthority('DeriveProposal')]
    case 'Submitted':
    case 'Admissible':
      return [
        ...byAuthor('ReviseProposal', 'WithdrawProposal'),
        ...byAuthority('DecideAdmissibility', 'MergeProposal', 'SplitProposal', 'DeriveProposal', 'PublishProposalStatus'),
      ]
    case 'Inadmissible':
      return [...byAuthor('ReviseProposal', 'WithdrawProposal'), ...byAuthority('DecideAdmissibility', 'DeriveProposal', 'PublishProposalStatus')]
    case 'Withdrawn':
    case 'Superseded':
      return byAuthority('PublishProposalStatus')
  }
}

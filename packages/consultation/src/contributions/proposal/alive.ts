import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { ProposalOver } from './rejections.ts'
import type { LiveProposal, ProposalState } from './state.ts'

/** The proposal, while it can still change. */
export const alive = (state: ProposalState): Either<ProposalOver, LiveProposal> => {
  switch (state.status) {
    case 'Unknown':
      return E.left({ type: 'ProposalUnknown' })
    case 'Withdrawn':
      return E.left({ type: 'ProposalIsWithdrawn' })
    case 'Superseded':
      return E.left({ type: 'ProposalIsSuperseded', targets: state.targets })
    case 'Drafted':
    case 'Submitted':
    case 'Admissible':
    case 'Inadmissible':
      return E.right(state)
  }
}

import type { AdmissibilityDecided, ProposalEvent } from './events.ts'
import type { Admissibility, LiveProposal, ProposalState } from './state.ts'

type Known = Exclude<ProposalState, { readonly status: 'Unknown' }>

/** What is known of it whatever its stage. */
const coreOf = ({ drafted, revision, content, parents, published }: Known): Omit<Extract<LiveProposal, { status: 'Submitted' }>, 'status'> => ({
  drafted,
  revision,
  content,
  parents,
  ...(published === undefined ? {} : { published }),
})

const admissibilityOf = ({ by, criterion, reason }: AdmissibilityDecided): Admissibility => ({
  by,
  ...(criterion === undefined ? {} : { criterion }),
  ...(reason === undefined ? {} : { reason }),
})

export const evolve = (state: ProposalState, event: ProposalEvent): ProposalState => {
  if (event.type === 'ProposalDrafted') {
    const { type: _, draftedAt: __, ...drafted } = event
    const { contentRef, contentHash } = event
    return { status: 'Drafted', drafted, revision: 1, content: { contentRef, contentHash }, parents: [] }
  }
  if (state.status === 'Unknown') return state
  switch (event.type) {
    case 'ProposalSubmitted':
      return { ...coreOf(state), status: 'Submitted' }
    case 'ProposalRevised': {
      const { revision, contentRef, contentHash } = event
      return { ...coreOf(state), status: state.status === 'Drafted' ? 'Drafted' : 'Submitted', revision, content: { contentRef, contentHash } }
    }
    case 'AdmissibilityDecided':
      return { ...coreOf(state), status: event.verdict === 'admissible' ? 'Admissible' : 'Inadmissible', admissibility: admissibilityOf(event) }
    case 'ProposalWithdrawn':
      return { ...coreOf(state), status: 'Withdrawn' }
    case 'ProposalMergedInto':
      return { ...coreOf(state), status: 'Superseded', how: 'merge', targets: event.targets }
    case 'ProposalSplitInto':
      return { ...coreOf(state), status: 'Superseded', how: 'split', targets: event.targets }
    case 'ProposalDerivedFrom':
      return { ...state, parents: [...state.parents, ...event.parents.map((parent) => ({ ...parent, descent: event.descent }))] }
    case 'ProposalStatusPublished':
      return { ...state, published: { status: event.status, reason: event.reason } }
  }
}

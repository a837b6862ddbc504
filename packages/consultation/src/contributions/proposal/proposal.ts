import type { Decider } from '@isegoria/kernel'
import type { ProposalCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { ProposalEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { ProposalRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { ProposalState } from './state.ts'

/**
 * Drafted → submitted → admissible or not, revised meanwhile; withdrawn, or superseded by those that it was merged or split into.
 *
 * Whatever becomes of it, it is never removed. A merge or a split is appended to both sides at once, as `MergeProposal` or `SplitProposal`
 * of the parent and `DeriveProposal` of the child, with the ancestors that `ancestorsOf` reads from the lineage.
 */
export const proposal: Decider<ProposalCommand, ProposalState, ProposalEvent, ProposalRejection> = { initialState, decide, evolve }

/** The stream of one proposal. */
export const proposalStream = (proposalId: string): string => `proposal-${proposalId}`

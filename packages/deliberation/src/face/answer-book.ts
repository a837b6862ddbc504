import { completenessOf, contributionEvents, officialResponse, officialResponseEvents, proposal, proposalEvents } from '@isegoria/consultation'
import type {
  CompletenessCertificate,
  ContributionEvent,
  OfficialResponseEvent,
  OfficialResponseState,
  ProposalEvent,
  ProposalState,
} from '@isegoria/consultation'
import type { EventStore } from '@isegoria/engine'
import { anyOf, E, placed } from '@isegoria/kernel'
import type { Either, Undecodable } from '@isegoria/kernel'

/** What a consultation received that is to be answered, and what was answered. */
export interface AnswerBook {
  /** Ids of contributions that were not withdrawn, and of proposals that were submitted and stand. */
  readonly admissible: ReadonlySet<string>
  readonly responses: ReadonlyMap<string, OfficialResponseState>
}

const codec = anyOf<ContributionEvent | ProposalEvent | OfficialResponseEvent>([contributionEvents, proposalEvents, officialResponseEvents])

const stands = ({ status }: ProposalState): boolean => status === 'Submitted' || status === 'Admissible'

/**
 * Reads what one consultation is to answer, and what it answered. What was hidden or redacted still counts; a proposal that was
 * merged or split is answered by what stands for it. Cost: one pass over contributions, proposals and responses.
 */
export const answerBook = (store: EventStore, consultationId: string): Either<Undecodable, AnswerBook> => {
  const admissible = new Set<string>()
  const proposals = new Map<string, ProposalState>()
  const responses = new Map<string, OfficialResponseState>()
  for (const { event: stored, stream, version } of store.readOccurrences({ types: codec.types })) {
    const decoded = codec.decode(stored)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    const { right: event } = decoded
    const isHere = 'consultationId' in event && event.consultationId === consultationId
    if ('responseId' in event) {
      const state = responses.get(event.responseId)
      if (isHere || state !== undefined) responses.set(event.responseId, officialResponse.evolve(state ?? officialResponse.initialState, event))
    } else if ('proposalId' in event) {
      const state = proposals.get(event.proposalId)
      if (isHere || state !== undefined) proposals.set(event.proposalId, proposal.evolve(state ?? proposal.initialState, event))
    } else if (event.type === 'ContributionReceived') {
      if (isHere) admissible.add(event.contributionId)
    } else if (event.type === 'ContributionWithdrawn') admissible.delete(event.contributionId)
  }
  for (const [proposalId, state] of proposals) if (stands(state)) admissible.add(proposalId)
  return E.right({ admissible, responses })
}

export const certificateOf = ({ admissible, responses }: AnswerBook): CompletenessCertificate => completenessOf(admissible, responses)

import {
  ancestorsOf,
  contribution,
  contributionEvents,
  contributionStream,
  decision,
  decisionEvents,
  decisionInForce,
  decisionStream,
  lineageOf,
  proposal,
  proposalEvents,
  proposalStream,
} from '@isegoria/consultation'
import type { CertifiedResult, ConsultationState, ProposalEvent } from '@isegoria/consultation'
import type { Outcome } from '@isegoria/election'
import { canonicalHash, E, placed } from '@isegoria/kernel'
import { answerBook, certificateOf } from './answer-book.ts'
import { isFields, textOf } from './fields.ts'
import type { Fields } from './fields.ts'
import { gatedProposal } from './given-gate.ts'
import type { Given, Read, Reads } from './reads.ts'

const idOf = (command: Fields, name: string): string => textOf(command, name) ?? ''

const pollsOf = ({ store }: Reads, consultationId: string): ReadonlySet<string> => {
  const polls = new Set<string>()
  for (const { event } of store.readOccurrences({ types: ['PollDefined'] })) {
    if (!isFields(event) || textOf(event, 'consultationId') !== consultationId) continue
    polls.add(idOf(event, 'pollId'))
  }
  return polls
}

const ballotsSoFar = (reads: Reads, consultationId: string): number => {
  const polls = pollsOf(reads, consultationId)
  let ballots = 0
  if (polls.size > 0)
    for (const { event } of reads.store.readOccurrences({ types: ['BallotCast', 'AnonymousBallotDeposited'] }))
      if (isFields(event) && polls.has(idOf(event, 'pollId'))) ballots++
  return ballots
}

const owesAnswers = (state: ConsultationState): boolean => {
  if (!('charter' in state)) return false
  const { duties = [], legalProfile } = state.charter
  return duties.includes('answers') || legalProfile?.duties.some(({ of }) => of === 'answers') === true
}

/** The conclusion of a closing, if the decision that it names was taken for this consultation. */
const conclusionOf = async (command: Fields, reads: Reads): ReturnType<Given> => {
  const { conclusion, consultationId } = command
  if (!isFields(conclusion) || conclusion['type'] !== 'decided') return E.right(command)
  const decisionId = idOf(conclusion, 'decisionId')
  const state = await reads.state(decision, decisionEvents, decisionStream(decisionId))
  if (E.isLeft(state)) return state
  const isTaken = state.right.status === 'Taken' && state.right.consultationId === consultationId
  return isTaken ? E.right(command) : E.left({ type: 'ConclusionWithoutDecision', decisionId })
}

/** How many ballots there are, and how many contributions are answered, is counted, whatever the sender says. */
export const givenOfConsultation: Given = async (command, reads) => {
  const consultationId = idOf(command, 'consultationId')
  if (command['type'] === 'AmendCharter') {
    const logPosition = reads.store.head()
    return E.right({ ...command, soFar: { ballots: ballotsSoFar(reads, consultationId), logPosition } })
  }
  if (command['type'] !== 'CloseConsultation') return E.right(command)
  const unfounded = await conclusionOf(command, reads)
  if (E.isLeft(unfounded)) return unfounded
  const state = await reads.consultation(consultationId)
  if (E.isLeft(state)) return state
  if (!owesAnswers(state.right) && command['certificate'] === undefined) return E.right(command)
  const logPosition = reads.store.head()
  const book = answerBook(reads.store, consultationId)
  if (E.isLeft(book)) return book
  const { total, covered, hash } = certificateOf(book.right)
  return E.right({ ...command, certificate: { logPosition, total, covered, hash } })
}

/** The decision that a commitment comes from is read. */
export const givenOfCommitment: Given = async ({ decision: _, ...command }, reads) => {
  if (command['type'] !== 'MakeCommitment') return E.right(command)
  const decisionId = idOf(command, 'decisionId')
  const state = await reads.state(decision, decisionEvents, decisionStream(decisionId))
  if (E.isLeft(state)) return state
  const inForce = decisionInForce(decisionId, state.right)
  return E.right(inForce === undefined ? command : { ...command, decision: inForce })
}

/** Those whom an outcome lets win; of several committees, those who are in all. */
const winnersOf = (outcome: Outcome): ReadonlyArray<string> => {
  switch (outcome.type) {
    case 'ranking':
      return outcome.winners
    case 'allocation':
      return outcome.selected
    case 'committee':
      return (outcome.committees[0] ?? []).filter((option) => outcome.committees.every((committee) => committee.includes(option)))
    case 'seats':
      return Object.entries(outcome.seats).flatMap(([option, seats]) => (seats > 0 ? [option] : []))
  }
}

const certifiedOf = async (reads: Reads, consultationId: string): Read<ReadonlyArray<CertifiedResult>> => {
  const certified: Array<CertifiedResult> = []
  for (const pollId of pollsOf(reads, consultationId)) {
    const state = await reads.poll(pollId)
    if (E.isLeft(state)) return state
    if (state.right.status !== 'Certified') continue
    const { outcome } = state.right.tally
    certified.push({ pollId, outcomeHash: canonicalHash(outcome), winners: winnersOf(outcome) })
  }
  return E.right(certified)
}

/** What the polls of the consultation have certified is read; what a decision departs from is no matter of who takes it. */
export const givenOfDecision: Given = async (command, reads) => {
  if (command['type'] === 'ProposeDecision') return E.right(command)
  const named = textOf(command, 'consultationId')
  const home = named === undefined ? await reads.home(decisionStream(idOf(command, 'decisionId'))) : E.right(named)
  if (E.isLeft(home)) return home
  const certified = await certifiedOf(reads, home.right ?? '')
  return E.isLeft(certified) ? certified : E.right({ ...command, certified: certified.right })
}

/** Whose content it is, is read where somebody signed it. */
export const givenOfModeration: Given = async ({ author: given, ...command }, reads) => {
  if (command['type'] !== 'HideContent') return E.right(command)
  const contentId = idOf(command, 'contentId')
  const received = await reads.state(contribution, contributionEvents, contributionStream(contentId))
  if (E.isLeft(received)) return received
  const drafted = await reads.state(proposal, proposalEvents, proposalStream(contentId))
  if (E.isLeft(drafted)) return drafted
  const isKnown = received.right.status !== 'Unknown' || drafted.right.status !== 'Unknown'
  const signed = 'received' in received.right ? received.right.received.by : 'drafted' in drafted.right ? drafted.right.drafted.by : undefined
  const author = isKnown ? signed : given
  return E.right(author === undefined ? command : { ...command, author })
}

const ancestorsIn = ({ store }: Reads, proposalIds: ReadonlyArray<string>): Awaited<Read<ReadonlyArray<string>>> => {
  const events: Array<ProposalEvent> = []
  for (const { event, stream, version } of store.readOccurrences({ types: proposalEvents.types })) {
    const decoded = proposalEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    events.push(decoded.right)
  }
  const lineage = lineageOf(events)
  return E.right([...new Set(proposalIds.flatMap((proposalId) => ancestorsOf(lineage, proposalId)))])
}

/** The gate, and the ancestors among which nothing may be merged back, are read. */
export const givenOfProposal: Given = async (command, reads) => {
  switch (command['type']) {
    case 'SubmitProposal':
    case 'ReviseProposal':
      return gatedProposal(command, reads)
    case 'MergeProposal':
    case 'SplitProposal': {
      const ancestors = ancestorsIn(reads, [idOf(command, 'proposalId')])
      return E.isLeft(ancestors) ? ancestors : E.right({ ...command, ancestors: ancestors.right })
    }
    case 'DeriveProposal': {
      const parents: unknown = command['parents']
      const ids = Array.isArray(parents) ? parents.flatMap((parent) => (isFields(parent) ? [idOf(parent, 'proposalId')] : [])) : []
      const ancestors = ancestorsIn(reads, ids)
      return E.isLeft(ancestors) ? ancestors : E.right({ ...command, ancestors: ancestors.right })
    }
    default:
      return E.right(command)
  }
}

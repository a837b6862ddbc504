import {
  commitment,
  commitmentEvents,
  contribution,
  contributionEvents,
  coveredBy,
  decision,
  decisionEvents,
  descendantsOf,
  lineageOf,
  moderationCase,
  moderationEvents,
  officialResponse,
  officialResponseEvents,
  proposal,
  proposalEvents,
} from '@isegoria/consultation'
import type { CommitmentState, DecisionState, OfficialResponseState, ProposalEvent, ProposalState } from '@isegoria/consultation'
import type { EventStore } from '@isegoria/engine'
import { E, placed } from '@isegoria/kernel'
import type { Either, EventCodec, Tagged, Undecodable, View } from '@isegoria/kernel'
import { isFields, textOf } from './fields.ts'

/**
 * What became of what somebody said. `answered` or `exempted`: a response or an exemption that covers it is published. `awaiting`
 * an answer while the consultation runs; once it is closed or abandoned, what nobody answered is `unanswered`, and that is known.
 */
export interface Fate {
  readonly id: string
  readonly kind: 'contribution' | 'proposal'
  readonly consultationId: string
  readonly status: 'withdrawn' | 'answered' | 'exempted' | 'awaiting' | 'unanswered'
  /** Whether it is kept from being read for now; it counts all the same. */
  readonly isHidden: boolean
  /** The proposals that stand for it, where it was merged, split or taken up. */
  readonly standsIn: ReadonlyArray<string>
  /** Published responses and exemptions that cover it or what stands for it. */
  readonly responses: ReadonlyArray<string>
  /** Decisions that were taken, and rest on those responses or decide on those proposals. */
  readonly decisions: ReadonlyArray<string>
  readonly commitments: ReadonlyArray<{ readonly commitmentId: string; readonly status: CommitmentState['status'] }>
}

export type FateRejection = Undecodable | { readonly type: 'NothingReceived'; readonly id: string }

/** The states of all streams of one kind, by the id that each event names. */
const statesOf = <State, Event extends Tagged>(
  store: EventStore,
  {
    view,
    codec,
    idField,
    onEvent,
  }: {
    readonly view: View<State, Event>
    readonly codec: EventCodec<Event>
    readonly idField: string
    readonly onEvent?: (event: Event) => void
  },
): Either<Undecodable, ReadonlyMap<string, State>> => {
  const states = new Map<string, State>()
  for (const { event: stored, stream, version } of store.readOccurrences({ types: codec.types })) {
    const event = codec.decode(stored)
    if (E.isLeft(event)) return E.left(placed(`${stream}@${version}`, event.left))
    const id = isFields(stored) ? (textOf(stored, idField) ?? '') : ''
    states.set(id, view.evolve(states.get(id) ?? view.initialState, event.right))
    onEvent?.(event.right)
  }
  return E.right(states)
}

const isOver = (store: EventStore, consultationId: string): boolean => {
  for (const { event } of store.readOccurrences({ types: ['ConsultationClosed', 'ConsultationAbandoned'] }))
    if (isFields(event) && textOf(event, 'consultationId') === consultationId) return true
  return false
}

const isPublished = (state: OfficialResponseState): boolean => state.status === 'Published' || state.status === 'Exempted'

const rests = (state: DecisionState, responses: ReadonlyArray<string>, ids: ReadonlySet<string>): boolean =>
  state.status === 'Taken' &&
  state.versions.some(
    ({ basedOn, outcomes }) =>
      basedOn.responses.some((id) => responses.includes(id)) ||
      outcomes.some(({ subject }) => subject.type === 'proposal' && ids.has(subject.proposalId)),
  )

const drafted = (state: ProposalState | undefined): string | undefined =>
  state === undefined || state.status === 'Unknown' ? undefined : state.drafted.consultationId

/**
 * What became of a contribution or a proposal: what stands for it, who answered it, what was decided on it and promised for it.
 *
 * Cost: one pass over each kind of stream on the way. Errors: an id under which nothing was received; an event that cannot be read.
 */
export const fateOf = (store: EventStore, id: string): Either<FateRejection, Fate> => {
  const received = statesOf(store, { view: contribution, codec: contributionEvents, idField: 'contributionId' })
  if (E.isLeft(received)) return received
  const told: Array<ProposalEvent> = []
  const onEvent = (event: ProposalEvent): void => void told.push(event)
  const proposals = statesOf(store, { view: proposal, codec: proposalEvents, idField: 'proposalId', onEvent })
  if (E.isLeft(proposals)) return proposals
  const said = received.right.get(id)
  const proposed = proposals.right.get(id)
  const isContribution = said !== undefined && said.status !== 'Unknown'
  const consultationId = isContribution ? said.received.consultationId : drafted(proposed)
  if (consultationId === undefined) return E.left({ type: 'NothingReceived', id })
  const standsIn = isContribution ? [] : descendantsOf(lineageOf(told), id)
  const ids = new Set([id, ...standsIn])

  const cases = statesOf(store, { view: moderationCase, codec: moderationEvents, idField: 'contentId' })
  if (E.isLeft(cases)) return cases
  const answers = statesOf(store, { view: officialResponse, codec: officialResponseEvents, idField: 'responseId' })
  if (E.isLeft(answers)) return answers
  const taken = statesOf(store, { view: decision, codec: decisionEvents, idField: 'decisionId' })
  if (E.isLeft(taken)) return taken
  const promised = statesOf(store, { view: commitment, codec: commitmentEvents, idField: 'commitmentId' })
  if (E.isLeft(promised)) return promised

  const covering = [...answers.right].filter(
    ([, state]) =>
      isPublished(state) && 'covers' in state && state.consultationId === consultationId && coveredBy(state.covers).some((one) => ids.has(one)),
  )
  const responses = covering.map(([responseId]) => responseId)
  const decisions = [...taken.right].flatMap(([decisionId, state]) => (rests(state, responses, ids) ? [decisionId] : []))
  const commitments = [...promised.right].flatMap(([commitmentId, state]) =>
    'terms' in state && decisions.includes(state.terms.decision.decisionId) ? [{ commitmentId, status: state.status }] : [],
  )
  const status = (): Fate['status'] => {
    if (covering.some(([, state]) => state.status === 'Published')) return 'answered'
    if (covering.length > 0) return 'exempted'
    if ((isContribution ? said.status : proposed?.status) === 'Withdrawn') return 'withdrawn'
    return isOver(store, consultationId) ? 'unanswered' : 'awaiting'
  }
  const moderated = cases.right.get(id)?.status ?? 'Visible'
  const kind = isContribution ? 'contribution' : 'proposal'
  return E.right({ id, kind, consultationId, status: status(), isHidden: moderated !== 'Visible', standsIn, responses, decisions, commitments })
}

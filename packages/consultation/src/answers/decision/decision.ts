import { canonicalText, E } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import { isSame } from '../is-same.ts'
import { missingWords } from '../missing-words.ts'
import type { WordsMissing } from '../missing-words.ts'
import { repeated } from '../repeated.ts'
import type { AmendDecision, DecisionCommand, ProposeDecision, TakeDecision } from './commands.ts'
import { departuresOf } from './departures.ts'
import type { Departure } from './departures.ts'
import type { DecisionEvent, DecisionTaken, Subject } from './events.ts'

export type DecisionRejection =
  | WordsMissing
  | { readonly type: 'MotivesMissing'; readonly subject: Subject }
  | { readonly type: 'SubjectDecidedTwice'; readonly subject: Subject }
  /** It rests on an outcome that no poll of the consultation certifies. */
  | { readonly type: 'TallyNotCertified'; readonly pollId: string; readonly outcomeHash: string }
  | { readonly type: 'ResultCertifiedTwice'; readonly pollId: string }
  | { readonly type: 'DeviationReasonMissing'; readonly departures: ReadonlyArray<Departure> }
  | { readonly type: 'DecisionOfAnotherConsultation'; readonly consultationId: string }
  /** It was put before this authority, and another one may not take it. */
  | { readonly type: 'AuthorityNotCompetent'; readonly competent: string; readonly authority: string }
  | { readonly type: 'DecisionAlreadyTaken' }
  | { readonly type: 'DecisionNotTaken' }

type Content = Pick<DecisionTaken, 'authority' | 'outcomes' | 'motives' | 'basedOn' | 'certified' | 'deviationReason'>

export type DecisionState =
  | { readonly status: 'NotProposed' }
  | { readonly status: 'Proposed'; readonly consultationId: string; readonly authority: string; readonly subject: string; readonly by: string }
  /** The last version is in force; the first is what was taken. */
  | { readonly status: 'Taken'; readonly consultationId: string; readonly versions: ReadonlyArray<Content> }

type Decision = Either<DecisionRejection, ReadonlyArray<DecisionEvent>>

const initialState: DecisionState = { status: 'NotProposed' }

const contentOf = ({ authority, outcomes, motives, basedOn, certified, deviationReason }: Content): Content => ({
  authority,
  outcomes,
  motives,
  basedOn,
  certified,
  ...(deviationReason === undefined ? {} : { deviationReason }),
})

const faultOfContent = (of: DecisionEvent['type'], content: Content): DecisionRejection | undefined => {
  const { authority, outcomes, motives, basedOn, certified, deviationReason } = content
  const missing = missingWords(of, { authority, motives, deviationReason })
  if (missing !== undefined) return missing
  const unmotivated = outcomes.find((outcome) => outcome.motives.trim() === '')
  if (unmotivated !== undefined) return { type: 'MotivesMissing', subject: unmotivated.subject }
  const subject = repeated(outcomes.map((outcome) => canonicalText(outcome.subject)))
  const twice = outcomes.find((outcome) => canonicalText(outcome.subject) === subject)
  if (twice !== undefined) return { type: 'SubjectDecidedTwice', subject: twice.subject }
  const pollId = repeated(certified.map((result) => result.pollId))
  if (pollId !== undefined) return { type: 'ResultCertifiedTwice', pollId }
  const isCertified = (tally: { readonly pollId: string; readonly outcomeHash: string }): boolean =>
    certified.some((result) => result.pollId === tally.pollId && result.outcomeHash === tally.outcomeHash)
  const uncertified = basedOn.tallies.find((tally) => !isCertified(tally))
  if (uncertified !== undefined) return { type: 'TallyNotCertified', ...uncertified }
  const departures = deviationReason === undefined ? departuresOf(content) : []
  return departures.length === 0 ? undefined : { type: 'DeviationReasonMissing', departures }
}

const elsewhere = (consultationId: string, state: DecisionState): DecisionRejection | undefined =>
  state.status === 'NotProposed' || state.consultationId === consultationId
    ? undefined
    : { type: 'DecisionOfAnotherConsultation', consultationId: state.consultationId }

const propose = (command: ProposeDecision, state: DecisionState): Decision => {
  const { consultationId, authority, subject, by } = command
  const fault = elsewhere(consultationId, state) ?? missingWords('DecisionProposed', { authority, subject, by })
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'Taken') return E.left({ type: 'DecisionAlreadyTaken' })
  const isKnown = state.status === 'Proposed' && isSame([state.authority, state.subject, state.by], [authority, subject, by])
  return E.right(isKnown ? [] : [{ ...command, type: 'DecisionProposed' }])
}

const take = (command: TakeDecision, state: DecisionState): Decision => {
  const { consultationId, authority } = command
  const fault = elsewhere(consultationId, state) ?? faultOfContent('DecisionTaken', command)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'Taken') return isSame(state.versions[0], contentOf(command)) ? E.right([]) : E.left({ type: 'DecisionAlreadyTaken' })
  if (state.status === 'Proposed' && state.authority !== authority)
    return E.left({ type: 'AuthorityNotCompetent', competent: state.authority, authority })
  return E.right([{ ...command, type: 'DecisionTaken' }])
}

const amend = (command: AmendDecision, state: DecisionState): Decision => {
  if (state.status !== 'Taken') return E.left({ type: 'DecisionNotTaken' })
  const fault = missingWords('DecisionAmended', { reason: command.reason }) ?? faultOfContent('DecisionAmended', command)
  if (fault !== undefined) return E.left(fault)
  return E.right(isSame(state.versions.at(-1), contentOf(command)) ? [] : [{ ...command, type: 'DecisionAmended' }])
}

const decide = (command: DecisionCommand, state: DecisionState): Decision => {
  switch (command.type) {
    case 'ProposeDecision':
      return propose(command, state)
    case 'TakeDecision':
      return take(command, state)
    case 'AmendDecision':
      return amend(command, state)
  }
}

const evolve = (state: DecisionState, event: DecisionEvent): DecisionState => {
  switch (event.type) {
    case 'DecisionProposed': {
      const { consultationId, authority, subject, by } = event
      return { status: 'Proposed', consultationId, authority, subject, by }
    }
    case 'DecisionTaken':
      return { status: 'Taken', consultationId: event.consultationId, versions: [contentOf(event)] }
    case 'DecisionAmended':
      return state.status === 'Taken' ? { ...state, versions: [...state.versions, contentOf(event)] } : state
  }
}

/**
 * Proposed → taken → amended, with motives for all and for each matter, and with the reason for any departure from a certified result.
 *
 * A decision to do nothing has no outcomes, and its motives all the same. It can be taken without having been proposed; where it was
 * proposed to an authority, that one takes it. An amendment may come from another authority, such as one above it.
 */
export const decision: Decider<DecisionCommand, DecisionState, DecisionEvent, DecisionRejection> = { initialState, decide, evolve }

export const decisionStream = (decisionId: string): string => `decision-${decisionId}`

/** One thing that can happen next to a decision, and who may do it. */
export interface ExpectedOfDecision {
  readonly command: DecisionCommand['type']
  readonly by: 'department' | 'authority'
  /** The one authority that is competent, where that is known. */
  readonly authority?: string
}

/** Until it is taken it is proposed, anew if need be; once taken it is only amended. */
export const expectedOfDecision = (state: DecisionState): ReadonlyArray<ExpectedOfDecision> => {
  if (state.status === 'Taken') return [{ command: 'AmendDecision', by: 'authority' }]
  const competent = state.status === 'Proposed' ? { authority: state.authority } : {}
  return [
    { command: 'ProposeDecision', by: 'department' },
    { command: 'TakeDecision', by: 'authority', ...competent },
  ]
}

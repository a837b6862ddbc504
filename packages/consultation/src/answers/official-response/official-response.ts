import { E } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { isSame } from '../is-same.ts'
import { missingWords } from '../missing-words.ts'
import type { WordsMissing } from '../missing-words.ts'
import { repeated } from '../repeated.ts'
import type { CorrectResponse, DraftResponse, PublishExemption, PublishResponse, OfficialResponseCommand } from './commands.ts'
import type { Covers, OfficialResponseEvent } from './events.ts'

export type OfficialResponseRejection =
  | WordsMissing
  /** A response answers something, and names each contribution once. */
  | { readonly type: 'NothingCovered' }
  | { readonly type: 'CoveredTwice'; readonly contributionId: string }
  | { readonly type: 'ResponseOfAnotherConsultation'; readonly consultationId: string }
  | { readonly type: 'ResponseNotPublished'; readonly status: OfficialResponseState['status'] }
  /** What is published stays: it can be corrected, not replaced. */
  | { readonly type: 'ResponseAlreadyPublished'; readonly status: OfficialResponseState['status'] }

/** One wording of a published response. */
interface Wording {
  readonly text: string
  readonly by: string
  readonly at: Instant
  /** Why it corrects the one before; absent in the first. */
  readonly reason?: string
}

export type OfficialResponseState =
  | { readonly status: 'NotDrafted' }
  | { readonly status: 'Drafted'; readonly consultationId: string; readonly covers: Covers; readonly text: string; readonly by: string }
  /** The last wording is in force, and none is ever taken out. */
  | { readonly status: 'Published'; readonly consultationId: string; readonly covers: Covers; readonly wordings: ReadonlyArray<Wording> }
  | {
      readonly status: 'Exempted'
      readonly consultationId: string
      readonly covers: Covers
      readonly reason: string
      readonly by: string
      readonly at: Instant
    }

type Decision = Either<OfficialResponseRejection, ReadonlyArray<OfficialResponseEvent>>

const initialState: OfficialResponseState = { status: 'NotDrafted' }

/** Every contribution that `covers` names, those of its cluster last. */
export const coveredBy = ({ contributions, cluster }: Covers): ReadonlyArray<string> => [...contributions, ...(cluster?.members ?? [])]

const faultOf = (
  of: OfficialResponseEvent['type'],
  command: DraftResponse | PublishExemption,
  state: OfficialResponseState,
): OfficialResponseRejection | undefined => {
  const covered = coveredBy(command.covers)
  const twice = repeated(covered)
  if (covered.length === 0) return { type: 'NothingCovered' }
  if (twice !== undefined) return { type: 'CoveredTwice', contributionId: twice }
  if (state.status !== 'NotDrafted' && state.consultationId !== command.consultationId)
    return { type: 'ResponseOfAnotherConsultation', consultationId: state.consultationId }
  const { by } = command
  return missingWords(of, command.type === 'PublishExemption' ? { reason: command.reason, by } : { text: command.text, by })
}

const draft = (command: DraftResponse, state: OfficialResponseState): Decision => {
  const fault = faultOf('ResponseDrafted', command, state)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'Published' || state.status === 'Exempted') return E.left({ type: 'ResponseAlreadyPublished', status: state.status })
  const { covers, text, by } = command
  const isKnown = state.status === 'Drafted' && isSame([state.covers, state.text, state.by], [covers, text, by])
  return E.right(isKnown ? [] : [{ ...command, type: 'ResponseDrafted' }])
}

const publish = (command: PublishResponse, state: OfficialResponseState): Decision => {
  const fault = faultOf('ResponsePublished', { ...command, type: 'DraftResponse' }, state)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'NotDrafted' || state.status === 'Drafted') return E.right([{ ...command, type: 'ResponsePublished' }])
  const { covers, text } = command
  const isKnown = state.status === 'Published' && isSame([state.covers, state.wordings[0]?.text], [covers, text])
  return isKnown ? E.right([]) : E.left({ type: 'ResponseAlreadyPublished', status: state.status })
}

const correct = (command: CorrectResponse, state: OfficialResponseState): Decision => {
  if (state.status !== 'Published') return E.left({ type: 'ResponseNotPublished', status: state.status })
  const { text, reason, by } = command
  const fault = missingWords('ResponseCorrected', { text, reason, by })
  if (fault !== undefined) return E.left(fault)
  return E.right(state.wordings.at(-1)?.text === text ? [] : [{ ...command, type: 'ResponseCorrected' }])
}

const exempt = (command: PublishExemption, state: OfficialResponseState): Decision => {
  const fault = faultOf('ExemptionPublished', command, state)
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'NotDrafted' || state.status === 'Drafted') return E.right([{ ...command, type: 'ExemptionPublished' }])
  const { covers, reason } = command
  const isKnown = state.status === 'Exempted' && isSame([state.covers, state.reason], [covers, reason])
  return isKnown ? E.right([]) : E.left({ type: 'ResponseAlreadyPublished', status: state.status })
}

const decide = (command: OfficialResponseCommand, state: OfficialResponseState): Decision => {
  switch (command.type) {
    case 'DraftResponse':
      return draft(command, state)
    case 'PublishResponse':
      return publish(command, state)
    case 'CorrectResponse':
      return correct(command, state)
    case 'PublishExemption':
      return exempt(command, state)
  }
}

const evolve = (state: OfficialResponseState, event: OfficialResponseEvent): OfficialResponseState => {
  switch (event.type) {
    case 'ResponseDrafted': {
      const { consultationId, covers, text, by } = event
      return { status: 'Drafted', consultationId, covers, text, by }
    }
    case 'ResponsePublished': {
      const { consultationId, covers, text, by, publishedAt } = event
      return { status: 'Published', consultationId, covers, wordings: [{ text, by, at: publishedAt }] }
    }
    case 'ResponseCorrected': {
      const { text, reason, by, correctedAt } = event
      return state.status === 'Published' ? { ...state, wordings: [...state.wordings, { text, by, at: correctedAt, reason }] } : state
    }
    case 'ExemptionPublished': {
      const { consultationId, covers, reason, by, publishedAt } = event
      return { status: 'Exempted', consultationId, covers, reason, by, at: publishedAt }
    }
  }
}

/**
 * Drafted → published → corrected, and never un-said: every wording stays. Or the reason is published for which no answer is given.
 *
 * @example
 * import { E, instant } from '@isegoria/kernel'
 *
 * const answer = { responseId: 'r-1', consultationId: 'c-1', covers: { contributions: ['k-1'] }, text: '', by: 'parks' }
 * const publish = { type: 'PublishResponse', ...answer, publishedAt: instant('2026-04-01T08:00:00Z') } as const
 * officialResponse.decide(publish, officialResponse.initialState) // => E.left({ type: 'WordsMissing', of: 'ResponsePublished', field: 'text' })
 */
export const officialResponse: Decider<OfficialResponseCommand, OfficialResponseState, OfficialResponseEvent, OfficialResponseRejection> = {
  initialState,
  decide,
  evolve,
}

export const officialResponseStream = (responseId: string): string => `response-${responseId}`

/** One thing that can happen next to a response, and who may do it. */
export interface ExpectedOfOfficialResponse {
  readonly command: OfficialResponseCommand['type']
  readonly by: 'department' | 'authority'
}

/** A department drafts; the authority publishes, exempts and corrects. Of an exemption nothing more is expected. */
export const expectedOfOfficialResponse = (state: OfficialResponseState): ReadonlyArray<ExpectedOfOfficialResponse> => {
  switch (state.status) {
    case 'NotDrafted':
    case 'Drafted':
      return [
        { command: 'DraftResponse', by: 'department' },
        { command: 'PublishResponse', by: 'authority' },
        { command: 'PublishExemption', by: 'authority' },
      ]
    case 'Published':
      return [{ command: 'CorrectResponse', by: 'authority' }]
    case 'Exempted':
      return []
  }
}

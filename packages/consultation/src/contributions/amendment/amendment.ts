import { canonicalText, E } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { faultOfName, faultOfReason } from '../blank.ts'
import type { NameMissing, ReasonMissing } from '../blank.ts'
import { faultOfContent } from '../content.ts'
import type { ContentFault } from '../content.ts'
import { passingAt } from '../open-gate.ts'
import type { GateFault, TimedGate } from '../open-gate.ts'
import { faultOfArticle } from '../text/open-text.ts'
import type { OpenText, OpenTextFault } from '../text/open-text.ts'
import type { AmendmentEvent, AmendmentProposed } from './events.ts'

/** `text`: the terms of the text, as `openTextOf` gives them; absent where it is not open. */
interface ProposeAmendment extends Omit<AmendmentProposed, 'type' | 'proposedAt' | 'gate'> {
  readonly type: 'ProposeAmendment'
  readonly text?: OpenText
  readonly gate: TimedGate
  readonly at: Instant
}
interface DecideAmendment {
  readonly amendmentId: string
  readonly reason: string
  readonly by: string
  readonly at: Instant
}
/** Names the version of the text that has it in it. */
interface AcceptAmendment extends DecideAmendment {
  readonly type: 'AcceptAmendment'
  readonly version: number
}
interface RejectAmendment extends DecideAmendment {
  readonly type: 'RejectAmendment'
}
interface WithdrawAmendment {
  readonly type: 'WithdrawAmendment'
  readonly amendmentId: string
  readonly by: string
  readonly at: Instant
}
export type AmendmentCommand = ProposeAmendment | AcceptAmendment | RejectAmendment | WithdrawAmendment

export type AmendmentRejection =
  | NameMissing
  | ReasonMissing
  | ContentFault
  | GateFault
  | OpenTextFault
  | { readonly type: 'AmendmentUnknown' }
  | { readonly type: 'AmendmentAlreadyProposed'; readonly contentHash: string }
  | { readonly type: 'AmendmentIsOver'; readonly status: 'Accepted' | 'Rejected' | 'Withdrawn' }
  | { readonly type: 'NotTheAuthor'; readonly by: string }
  /** What is accepted is in a version later than the one that it amends. */
  | { readonly type: 'VersionNotLater'; readonly given: number; readonly amended: number }

interface Amendment extends Pick<AmendmentProposed, 'textId' | 'articleId' | 'version' | 'change' | 'by' | 'contentRef' | 'contentHash'> {}

export type AmendmentState =
  | { readonly status: 'Unknown' }
  | ({ readonly status: 'Proposed' } & Amendment)
  | ({ readonly status: 'Accepted'; readonly acceptedIn: number } & Amendment)
  | ({ readonly status: 'Rejected' } & Amendment)
  | ({ readonly status: 'Withdrawn' } & Amendment)

type Decision = Either<AmendmentRejection, ReadonlyArray<AmendmentEvent>>

const initialState: AmendmentState = { status: 'Unknown' }

const amendmentOf = ({ textId, articleId, version, change, by, contentRef, contentHash }: Amendment): Amendment => ({
  textId,
  articleId,
  version,
  change,
  by,
  contentRef,
  contentHash,
})

const propose = ({ type: _, text, gate, at, ...proposed }: ProposeAmendment, state: AmendmentState): Decision => {
  if (state.status !== 'Unknown') {
    const isSame = canonicalText(amendmentOf(state)) === canonicalText(amendmentOf(proposed))
    return isSame ? E.right([]) : E.left({ type: 'AmendmentAlreadyProposed', contentHash: state.contentHash })
  }
  const fault = faultOfName('by', proposed.by) ?? faultOfContent(proposed) ?? faultOfArticle(proposed, text)
  if (fault !== undefined) return E.left(fault)
  const opened = passingAt(gate, ['amend'], at)
  return E.isLeft(opened) ? opened : E.right([{ type: 'AmendmentProposed', ...proposed, proposedAt: at, gate: opened.right }])
}

const accept = ({ type: _, at, ...accepted }: AcceptAmendment, state: AmendmentState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'AmendmentUnknown' })
  const { version: given, by, reason } = accepted
  if (state.status === 'Accepted' && state.acceptedIn === given) return E.right([])
  if (state.status !== 'Proposed') return E.left({ type: 'AmendmentIsOver', status: state.status })
  const fault = faultOfName('by', by) ?? faultOfReason('AmendmentAccepted', reason)
  if (fault !== undefined) return E.left(fault)
  const { version: amended } = state
  if (!Number.isSafeInteger(given) || given <= amended) return E.left({ type: 'VersionNotLater', given, amended })
  return E.right([{ type: 'AmendmentAccepted', ...accepted, decidedAt: at }])
}

const reject = ({ type: _, at, ...rejected }: RejectAmendment, state: AmendmentState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'AmendmentUnknown' })
  if (state.status === 'Rejected') return E.right([])
  if (state.status !== 'Proposed') return E.left({ type: 'AmendmentIsOver', status: state.status })
  const fault = faultOfName('by', rejected.by) ?? faultOfReason('AmendmentRejected', rejected.reason)
  return fault === undefined ? E.right([{ type: 'AmendmentRejected', ...rejected, decidedAt: at }]) : E.left(fault)
}

const withdraw = ({ amendmentId, by, at }: WithdrawAmendment, state: AmendmentState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'AmendmentUnknown' })
  if (state.by !== by) return E.left({ type: 'NotTheAuthor', by })
  if (state.status === 'Withdrawn') return E.right([])
  if (state.status !== 'Proposed') return E.left({ type: 'AmendmentIsOver', status: state.status })
  return E.right([{ type: 'AmendmentWithdrawn', amendmentId, by, withdrawnAt: at }])
}

const decide = (command: AmendmentCommand, state: AmendmentState): Decision => {
  switch (command.type) {
    case 'ProposeAmendment':
      return propose(command, state)
    case 'AcceptAmendment':
      return accept(command, state)
    case 'RejectAmendment':
      return reject(command, state)
    case 'WithdrawAmendment':
      return withdraw(command, state)
  }
}

const evolve = (state: AmendmentState, event: AmendmentEvent): AmendmentState => {
  if (event.type === 'AmendmentProposed') return { status: 'Proposed', ...amendmentOf(event) }
  if (state.status === 'Unknown') return state
  switch (event.type) {
    case 'AmendmentAccepted':
      return { ...amendmentOf(state), status: 'Accepted', acceptedIn: event.version }
    case 'AmendmentRejected':
      return { ...amendmentOf(state), status: 'Rejected' }
    case 'AmendmentWithdrawn':
      return { ...amendmentOf(state), status: 'Withdrawn' }
  }
}

/** One change of one article, proposed while the text is open; it is accepted into a later version, rejected with a reason, or taken back. */
export const amendment: Decider<AmendmentCommand, AmendmentState, AmendmentEvent, AmendmentRejection> = { initialState, decide, evolve }

/** The stream of one amendment. */
export const amendmentStream = (amendmentId: string): string => `amendment-${amendmentId}`

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfAmendment {
  readonly command: AmendmentCommand['type']
  readonly by: 'anybody' | 'author' | 'authority'
}

/** What can happen next to an amendment: nothing more once it is decided or withdrawn. */
export const expectedOfAmendment = ({ status }: AmendmentState): ReadonlyArray<ExpectedOfAmendment> => {
  if (status === 'Unknown') return [{ command: 'ProposeAmendment', by: 'anybody' }]
  if (status !== 'Proposed') return []
  return [
    { command: 'AcceptAmendment', by: 'authority' },
    { command: 'RejectAmendment', by: 'authority' },
    { command: 'WithdrawAmendment', by: 'author' },
  ]
}

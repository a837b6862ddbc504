import * as t from 'io-ts'
import { E, eventCodec, Instant, isBefore } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import { isSame } from '../../answers/is-same.ts'
import { missingWords } from '../../answers/missing-words.ts'
import type { WordsMissing } from '../../answers/missing-words.ts'

// These names are stored. Add, never change.

const content = { area: t.string, topics: t.readonlyArray(t.string), text: t.string, expiresAt: Instant }
const publication = { noticeId: t.string, consultationId: t.string, ...content, by: t.string, publishedAt: Instant }
const update = { noticeId: t.string, ...content, updatedAt: Instant }
const lifting = { noticeId: t.string, reason: t.string, liftedAt: Instant }

const NoticePublished = t.strict({ type: t.literal('NoticePublished'), ...publication }, 'NoticePublished')
interface NoticePublished extends Readonly<t.TypeOf<typeof NoticePublished>> {}

/** Takes the place of what the notice said before. */
const NoticeUpdated = t.strict({ type: t.literal('NoticeUpdated'), ...update }, 'NoticeUpdated')
interface NoticeUpdated extends Readonly<t.TypeOf<typeof NoticeUpdated>> {}

const NoticeLifted = t.strict({ type: t.literal('NoticeLifted'), ...lifting }, 'NoticeLifted')
interface NoticeLifted extends Readonly<t.TypeOf<typeof NoticeLifted>> {}

export type NoticeEvent = NoticePublished | NoticeUpdated | NoticeLifted

export const noticeEvents = eventCodec<NoticeEvent>({ NoticePublished, NoticeUpdated, NoticeLifted })

const PublishNotice = t.strict({ type: t.literal('PublishNotice'), ...publication }, 'PublishNotice')
interface PublishNotice extends Readonly<t.TypeOf<typeof PublishNotice>> {}

const UpdateNotice = t.strict({ type: t.literal('UpdateNotice'), ...update }, 'UpdateNotice')
interface UpdateNotice extends Readonly<t.TypeOf<typeof UpdateNotice>> {}

const LiftNotice = t.strict({ type: t.literal('LiftNotice'), ...lifting }, 'LiftNotice')
interface LiftNotice extends Readonly<t.TypeOf<typeof LiftNotice>> {}

export type NoticeCommand = PublishNotice | UpdateNotice | LiftNotice

/** Decodes a command where it comes in. */
export const noticeCommands = eventCodec<NoticeCommand>({ PublishNotice, UpdateNotice, LiftNotice })

export type NoticeRejection =
  | WordsMissing
  | { readonly type: 'TopicMissing' }
  | { readonly type: 'ExpiryNotAhead'; readonly expiresAt: Instant; readonly at: Instant }
  | { readonly type: 'NoticeAlreadyPublished' }
  | { readonly type: 'NoticeNotPublished' }
  | { readonly type: 'NoticeAlreadyLifted'; readonly reason: string }

type Content = Pick<NoticePublished, 'area' | 'topics' | 'text' | 'expiresAt'>

export type NoticeState =
  | { readonly status: 'NotPublished' }
  /** `first` is what was published, `content` what it says now. */
  | { readonly status: 'Published'; readonly consultationId: string; readonly first: Content; readonly content: Content }
  | {
      readonly status: 'Lifted'
      readonly consultationId: string
      readonly first: Content
      readonly content: Content
      readonly reason: string
    }

type Decision = Either<NoticeRejection, ReadonlyArray<NoticeEvent>>

const initialState: NoticeState = { status: 'NotPublished' }

const contentOf = ({ area, topics, text, expiresAt }: Content): Content => ({ area, topics, text, expiresAt })

const faultOf = (of: NoticeEvent['type'], { area, topics, text, expiresAt }: Content, at: Instant): NoticeRejection | undefined => {
  const fault = missingWords(of, { area, text })
  if (fault !== undefined) return fault
  if (topics.length === 0) return { type: 'TopicMissing' }
  return isBefore(at, expiresAt) ? undefined : { type: 'ExpiryNotAhead', expiresAt, at }
}

const publish = (command: PublishNotice, state: NoticeState): Decision => {
  if (state.status !== 'NotPublished') {
    const isKnown = isSame([state.consultationId, state.first], [command.consultationId, contentOf(command)])
    return isKnown ? E.right([]) : E.left({ type: 'NoticeAlreadyPublished' })
  }
  const fault = missingWords('NoticePublished', { by: command.by }) ?? faultOf('NoticePublished', command, command.publishedAt)
  return fault === undefined ? E.right([{ ...command, type: 'NoticePublished' }]) : E.left(fault)
}

const decide = (command: NoticeCommand, state: NoticeState): Decision => {
  if (command.type === 'PublishNotice') return publish(command, state)
  if (state.status === 'NotPublished') return E.left({ type: 'NoticeNotPublished' })
  if (state.status === 'Lifted')
    return command.type === 'LiftNotice' && command.reason === state.reason
      ? E.right([])
      : E.left({ type: 'NoticeAlreadyLifted', reason: state.reason })
  if (command.type === 'LiftNotice') {
    const fault = missingWords('NoticeLifted', { reason: command.reason })
    return fault === undefined ? E.right([{ ...command, type: 'NoticeLifted' }]) : E.left(fault)
  }
  if (isSame(state.content, contentOf(command))) return E.right([])
  const fault = faultOf('NoticeUpdated', command, command.updatedAt)
  return fault === undefined ? E.right([{ ...command, type: 'NoticeUpdated' }]) : E.left(fault)
}

const evolve = (state: NoticeState, event: NoticeEvent): NoticeState => {
  if (event.type === 'NoticePublished') {
    const first = contentOf(event)
    return { status: 'Published', consultationId: event.consultationId, first, content: first }
  }
  if (state.status !== 'Published') return state
  return event.type === 'NoticeUpdated' ? { ...state, content: contentOf(event) } : { ...state, status: 'Lifted', reason: event.reason }
}

/** Published for an area and topics until it expires → updated → lifted with a reason. */
export const notice: Decider<NoticeCommand, NoticeState, NoticeEvent, NoticeRejection> = { initialState, decide, evolve }

export const noticeStream = (noticeId: string): string => `notice-${noticeId}`

/** Whether it is published at `at`, neither lifted nor expired. */
export const isInForce = (state: NoticeState, at: Instant): boolean => state.status === 'Published' && isBefore(at, state.content.expiresAt)

/** One thing that can happen next to a notice; the authority does all. */
export interface ExpectedOfNotice {
  readonly command: NoticeCommand['type']
  readonly by: 'authority'
}

/** Also what has expired can be updated, with an expiry that is ahead. */
export const expectedOfNotice = (state: NoticeState): ReadonlyArray<ExpectedOfNotice> => {
  if (state.status === 'Lifted') return []
  const commands = state.status === 'NotPublished' ? (['PublishNotice'] as const) : (['UpdateNotice', 'LiftNotice'] as const)
  return commands.map((command) => ({ command, by: 'authority' }))
}

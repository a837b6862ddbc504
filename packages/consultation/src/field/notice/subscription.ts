import * as t from 'io-ts'
import { E, eventCodec, Instant } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import { isSame } from '../../answers/is-same.ts'
import type { NoticeState } from './notice.ts'

// These names are stored. Add, never change. Where to reach a subscriber stands outside the log, under the key.

const names = t.readonlyArray(t.string)
const keys = { consultationId: t.string, subscriberKey: t.string }
const wishes = { topics: names, areas: names }

const SubscriptionStarted = t.strict({ type: t.literal('SubscriptionStarted'), ...keys, ...wishes, startedAt: Instant }, 'SubscriptionStarted')
interface SubscriptionStarted extends Readonly<t.TypeOf<typeof SubscriptionStarted>> {}

const SubscriptionChanged = t.strict({ type: t.literal('SubscriptionChanged'), ...keys, ...wishes, changedAt: Instant }, 'SubscriptionChanged')
interface SubscriptionChanged extends Readonly<t.TypeOf<typeof SubscriptionChanged>> {}

const SubscriptionEnded = t.strict({ type: t.literal('SubscriptionEnded'), ...keys, endedAt: Instant }, 'SubscriptionEnded')
interface SubscriptionEnded extends Readonly<t.TypeOf<typeof SubscriptionEnded>> {}

export type SubscriptionEvent = SubscriptionStarted | SubscriptionChanged | SubscriptionEnded

export const subscriptionEvents = eventCodec<SubscriptionEvent>({ SubscriptionStarted, SubscriptionChanged, SubscriptionEnded })

/** Starts a subscription, or changes what it is for. */
const Subscribe = t.strict({ type: t.literal('Subscribe'), ...keys, ...wishes, at: Instant }, 'Subscribe')
interface Subscribe extends Readonly<t.TypeOf<typeof Subscribe>> {}

const Unsubscribe = t.strict({ type: t.literal('Unsubscribe'), ...keys, at: Instant }, 'Unsubscribe')
interface Unsubscribe extends Readonly<t.TypeOf<typeof Unsubscribe>> {}

export type SubscriptionCommand = Subscribe | Unsubscribe

/** Decodes a command where it comes in. */
export const subscriptionCommands = eventCodec<SubscriptionCommand>({ Subscribe, Unsubscribe })

export type SubscriptionRejection =
  /** It names at least one topic and one area. */
  { readonly type: 'NothingSubscribed'; readonly field: 'topics' | 'areas' } | { readonly type: 'NotSubscribed' }

export type SubscriptionState =
  | { readonly status: 'None' }
  | { readonly status: 'Subscribed'; readonly topics: ReadonlyArray<string>; readonly areas: ReadonlyArray<string> }
  | { readonly status: 'Ended' }

type Decision = Either<SubscriptionRejection, ReadonlyArray<SubscriptionEvent>>

const initialState: SubscriptionState = { status: 'None' }

const subscribe = ({ type: _, at, ...terms }: Subscribe, state: SubscriptionState): Decision => {
  const { topics, areas } = terms
  if (topics.length === 0) return E.left({ type: 'NothingSubscribed', field: 'topics' })
  if (areas.length === 0) return E.left({ type: 'NothingSubscribed', field: 'areas' })
  if (state.status !== 'Subscribed') return E.right([{ type: 'SubscriptionStarted', ...terms, startedAt: at }])
  return E.right(isSame([state.topics, state.areas], [topics, areas]) ? [] : [{ type: 'SubscriptionChanged', ...terms, changedAt: at }])
}

const unsubscribe = ({ consultationId, subscriberKey, at }: Unsubscribe, state: SubscriptionState): Decision => {
  switch (state.status) {
    case 'None':
      return E.left({ type: 'NotSubscribed' })
    case 'Subscribed':
      return E.right([{ type: 'SubscriptionEnded', consultationId, subscriberKey, endedAt: at }])
    case 'Ended':
      return E.right([])
  }
}

const decide = (command: SubscriptionCommand, state: SubscriptionState): Decision =>
  command.type === 'Subscribe' ? subscribe(command, state) : unsubscribe(command, state)

const evolve = (_: SubscriptionState, event: SubscriptionEvent): SubscriptionState =>
  event.type === 'SubscriptionEnded' ? { status: 'Ended' } : { status: 'Subscribed', topics: event.topics, areas: event.areas }

/** What one person, known by a key, wishes to be told of: topics and areas, until they end it; they may start anew. */
export const subscription: Decider<SubscriptionCommand, SubscriptionState, SubscriptionEvent, SubscriptionRejection> = {
  initialState,
  decide,
  evolve,
}

/** The subscriber's own small stream. */
export const subscriptionStream = (consultationId: string, subscriberKey: string): string =>
  `subscription-${consultationId.replaceAll('%', '%25').replaceAll('/', '%2F')}/${subscriberKey}`

/** The areas are one, or one lies in the other: `town/north` lies in `town`. */
const meet = (left: string, right: string): boolean => left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`)

/**
 * Whether a subscriber is to be told of a notice that is published: they have a topic in common, and its area is one of theirs, lies in
 * one or holds one. Whether it has expired is asked of the notice.
 *
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * const content = { area: 'town/north', topics: ['water'], text: 'No water on Monday.', expiresAt: instant('2026-05-02T00:00:00Z') }
 * const published = { status: 'Published', consultationId: 'c-1', first: content, content } as const
 * isConcerned(published, { status: 'Subscribed', topics: ['water'], areas: ['town'] }) // => true
 * isConcerned(published, { status: 'Subscribed', topics: ['roads'], areas: ['town'] }) // => false
 */
export const isConcerned = (notice: NoticeState, subscriber: SubscriptionState): boolean => {
  if (notice.status !== 'Published' || subscriber.status !== 'Subscribed') return false
  const { area, topics } = notice.content
  return topics.some((topic) => subscriber.topics.includes(topic)) && subscriber.areas.some((own) => meet(own, area))
}

/** One thing that can happen next to a subscription; the subscriber does all. */
export interface ExpectedOfSubscription {
  readonly command: SubscriptionCommand['type']
  readonly by: 'subscriber'
}

export const expectedOfSubscription = (state: SubscriptionState): ReadonlyArray<ExpectedOfSubscription> => {
  const commands = state.status === 'Subscribed' ? (['Subscribe', 'Unsubscribe'] as const) : (['Subscribe'] as const)
  return commands.map((command) => ({ command, by: 'subscriber' }))
}

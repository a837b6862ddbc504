import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { heldToLaws } from '../../answers/held-to-laws.fixture.ts'
import { commandOfSubscription } from './command-of-subscription.ts'
import type { NoticeState } from './notice.ts'
import { expectedOfSubscription, isConcerned, subscription, subscriptionCommands, subscriptionEvents, subscriptionStream } from './subscription.ts'
import type { SubscriptionCommand, SubscriptionEvent } from './subscription.ts'

const given = specify(subscription)
const at = instant('2026-06-01T08:00:00Z')
const keys = { consultationId: 'c-1', subscriberKey: 'k7' }
const wishes = { topics: ['water'], areas: ['town'] }
const started: SubscriptionEvent = { type: 'SubscriptionStarted', ...keys, ...wishes, startedAt: at }
const ended: SubscriptionEvent = { type: 'SubscriptionEnded', ...keys, endedAt: at }
const subscribe = { type: 'Subscribe', ...keys, ...wishes, at } as const
const unsubscribe = { type: 'Unsubscribe', ...keys, at } as const

describe('a subscription', () => {
  it('is started for topics and areas, changed, ended, and may start anew', () => {
    given().when(subscribe).then(started)
    given(started).when(subscribe).thenNothing()
    given(started)
      .when({ ...subscribe, areas: ['town/north'] })
      .then({ type: 'SubscriptionChanged', ...keys, topics: ['water'], areas: ['town/north'], changedAt: at })
    given(started).when(unsubscribe).then(ended)
    given(started, ended).when(unsubscribe).thenNothing()
    given(started, ended).when(subscribe).then(started)
  })
  it('is for something, somewhere', () => {
    given()
      .when({ ...subscribe, topics: [] })
      .thenRejected({ type: 'NothingSubscribed', field: 'topics' })
    given()
      .when({ ...subscribe, areas: [] })
      .thenRejected({ type: 'NothingSubscribed', field: 'areas' })
    given().when(unsubscribe).thenRejected({ type: 'NotSubscribed' })
  })
  it('has the subscriber’s own stream', () => {
    expect(subscriptionStream('c-1', 'k7')).toBe('subscription-c-1/k7')
    expect(subscriptionStream('a/b', 'c')).not.toBe(subscriptionStream('a', 'b/c'))
  })
  it('obeys the laws of a decider', () => {
    const command: fc.Arbitrary<SubscriptionCommand> = fc.oneof(
      fc.tuple(fc.subarray(['water', 'roads']), fc.subarray(['town', 'hill'])).map(([topics, areas]) => ({ ...subscribe, topics, areas })),
      fc.constant(unsubscribe),
    )
    heldToLaws({
      decider: subscription,
      events: subscriptionEvents,
      commands: subscriptionCommands,
      expected: expectedOfSubscription,
      command,
      commandOf: commandOfSubscription,
    })
  })
})

describe('a notice concerns a subscriber', () => {
  const content = { area: 'town/north', topics: ['water', 'roads'], text: 'No water.', expiresAt: at }
  const published: NoticeState = { status: 'Published', consultationId: 'c-1', first: content, content }
  const concerned = (topics: ReadonlyArray<string>, ...areas: ReadonlyArray<string>) =>
    isConcerned(published, { status: 'Subscribed', topics, areas })
  it('when they share a topic, and an area is the other or lies in it', () => {
    expect(['town', 'town/north', 'town/north/mill', 'hill', 'town/northern', 'tow'].map((area) => concerned(['water'], area))).toStrictEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(concerned(['schools'], 'town')).toBe(false)
  })
  it('as long as it is published and they are subscribed', () => {
    expect(isConcerned(published, { status: 'Ended' })).toBe(false)
    const subscriber = { status: 'Subscribed', topics: ['water'], areas: ['town'] } as const
    expect(isConcerned({ ...published, status: 'Lifted', reason: 'mended' }, subscriber)).toBe(false)
    expect(isConcerned({ status: 'NotPublished' }, subscriber)).toBe(false)
  })
})

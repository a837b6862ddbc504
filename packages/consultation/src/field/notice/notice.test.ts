import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { heldToLaws } from '../../answers/held-to-laws.fixture.ts'
import { commandOfNotice } from './command-of-notice.ts'
import { expectedOfNotice, isInForce, notice, noticeCommands, noticeEvents } from './notice.ts'
import type { NoticeCommand, NoticeEvent } from './notice.ts'

const given = specify(notice)
const day = (number: number) => instant(`2026-06-0${number}T08:00:00Z`)
const noticeId = 'a-1'
const content = { area: 'town/north', topics: ['water'], text: 'No water on Thursday.', expiresAt: day(5) }
const published: NoticeEvent = { type: 'NoticePublished', noticeId, consultationId: 'c-1', ...content, by: 'water works', publishedAt: day(1) }
const publish = { ...published, type: 'PublishNotice' } as const
const updated: NoticeEvent = { type: 'NoticeUpdated', noticeId, ...content, text: 'No water on Friday.', updatedAt: day(2) }
const update = { ...updated, type: 'UpdateNotice' } as const
const lifted: NoticeEvent = { type: 'NoticeLifted', noticeId, reason: 'the pipe is mended', liftedAt: day(3) }
const lift = { ...lifted, type: 'LiftNotice' } as const

describe('a notice', () => {
  it('is published for an area and topics until it expires', () => {
    given().when(publish).then(published)
    given(published).when(publish).thenNothing()
    given(published, updated).when(publish).thenNothing()
    given(published)
      .when({ ...publish, text: 'Water.' })
      .thenRejected({ type: 'NoticeAlreadyPublished' })
    given()
      .when({ ...publish, topics: [] })
      .thenRejected({ type: 'TopicMissing' })
    given()
      .when({ ...publish, text: '' })
      .thenRejected({ type: 'WordsMissing', of: 'NoticePublished', field: 'text' })
    given()
      .when({ ...publish, expiresAt: day(1) })
      .thenRejected({ type: 'ExpiryNotAhead', expiresAt: day(1), at: day(1) })
  })
  it('is updated, and lifted with a reason', () => {
    given(published).when(update).then(updated)
    given(published, updated).when(update).thenNothing()
    given(published).when(lift).then(lifted)
    given(published, lifted).when(lift).thenNothing()
    given(published, lifted).when(update).thenRejected({ type: 'NoticeAlreadyLifted', reason: 'the pipe is mended' })
    given(published)
      .when({ ...lift, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'NoticeLifted', field: 'reason' })
    given().when(lift).thenRejected({ type: 'NoticeNotPublished' })
  })
  it('is in force until it expires or is lifted', () => {
    const state = notice.evolve(notice.initialState, published)
    expect([day(1), day(4), day(5)].map((at) => isInForce(state, at))).toStrictEqual([true, true, false])
    expect(isInForce(notice.evolve(state, lifted), day(4))).toBe(false)
    expect(isInForce(notice.initialState, day(1))).toBe(false)
  })
  it('obeys the laws of a decider', () => {
    const moment = fc.integer({ min: 1, max: 9 }).map(day)
    const words = fc.constantFrom('', 'a', 'b')
    const command: fc.Arbitrary<NoticeCommand> = fc.oneof(
      fc.tuple(words, moment, moment).map(([text, expiresAt, publishedAt]) => ({ ...publish, text, expiresAt, publishedAt })),
      fc.tuple(words, moment, moment).map(([text, expiresAt, updatedAt]) => ({ ...update, text, expiresAt, updatedAt })),
      words.map((reason) => ({ ...lift, reason })),
    )
    heldToLaws({ decider: notice, events: noticeEvents, commands: noticeCommands, expected: expectedOfNotice, command, commandOf: commandOfNotice })
  })
})

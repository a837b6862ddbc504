import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { at, later, plain, words } from '../given.fixture.ts'
import { commandOfText } from './command-of.ts'
import { textCommands } from './text-commands.ts'
import { textEvents } from './events.ts'
import type { TextEvent } from './events.ts'
import { faultOfArticle, openTextOf } from './open-text.ts'
import { expectedOfText, textDocument, textStream } from './text-document.ts'
import type { TextCommand } from './text-document.ts'

const given = specify(textDocument)
const of = { textId: 't-1', by: 'assembly' } as const
const article = (articleId: string, text = articleId) => ({ articleId, heading: articleId, text })
const first = { ...of, consultationId: 'c-1', title: 'A bill on trees', articles: [article('a'), article('b')] } as const
const publish = { type: 'PublishText', ...first, at } as const
const published: TextEvent = { type: 'TextPublished', ...first, publishedAt: at }
const open = { type: 'OpenTextForAmendment', ...of, at } as const
const opened: TextEvent = { type: 'TextOpenedForAmendment', ...of, version: 1, openedAt: at }
const next = { ...of, articles: [article('a', 'more trees'), article('b')], amendments: ['m-1'], reason: 'As amended.' } as const
const publishNext = { type: 'PublishTextVersion', ...next, basedOn: 1, at: later } as const
const publishedNext: TextEvent = { type: 'TextVersionPublished', ...next, version: 2, publishedAt: later }
const close = { type: 'CloseTextForAmendment', ...of, at: later } as const
const closed: TextEvent = { type: 'TextClosedForAmendment', ...of, version: 1, closedAt: later }

describe('a text', () => {
  it('is published with articles, each known by its id', () => {
    given().when(publish).then(published)
    given(published).when(publish).thenNothing()
    given(published)
      .when({ ...publish, title: 'Another bill' })
      .thenRejected({ type: 'TextAlreadyPublished' })
    given()
      .when({ ...publish, articles: [] })
      .thenRejected({ type: 'TextWithoutArticles' })
    given()
      .when({ ...publish, articles: [article('a'), article('a', 'again')] })
      .thenRejected({ type: 'ArticleNamedTwice', articleId: 'a' })
  })
  it('is opened for amendment and closed, as often as need be', () => {
    given(published).when(open).then(opened)
    given(published, opened).when(open).thenNothing()
    given(published, opened).when(close).then(closed)
    given(published, opened, closed).when(close).thenNothing()
    given(published, opened, closed).when(open).then(opened)
    given().when(open).thenRejected({ type: 'TextUnknown' })
  })
  it('has its next version published whole, with the amendments that made it and a reason', () => {
    given(published, opened).when(publishNext).then(publishedNext)
    given(published, opened, publishedNext).when(publishNext).thenNothing()
    given(published, opened)
      .when({ ...publishNext, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'TextVersionPublished' })
    given(published, publishedNext)
      .when({ ...publishNext, articles: [article('b')] })
      .thenRejected({ type: 'TextVersionPassed', given: 1, version: 2 })
  })
  it('tells amendments and opinions which articles it has, while it is open', () => {
    const state = [published, opened, publishedNext].reduce(textDocument.evolve, textDocument.initialState)
    const text = openTextOf('t-1', state)
    expect(text).toStrictEqual({ textId: 't-1', version: 2, articles: ['a', 'b'] })
    expect(openTextOf('t-1', textDocument.evolve(state, closed))).toBeUndefined()
    const asked = { textId: 't-1', articleId: 'a', version: 2 }
    expect(faultOfArticle(asked, text)).toBeUndefined()
    expect(faultOfArticle({ ...asked, version: 1 }, text)).toStrictEqual({ type: 'TextVersionPassed', given: 1, version: 2 })
    expect(faultOfArticle({ ...asked, articleId: 'z' }, text)).toStrictEqual({ type: 'ArticleUnknown', articleId: 'z', version: 2 })
    expect(faultOfArticle({ ...asked, textId: 't-2' }, text)).toStrictEqual({ type: 'TextNotOpen', textId: 't-2' })
    expect(faultOfArticle(asked, undefined)).toStrictEqual({ type: 'TextNotOpen', textId: 't-1' })
  })
  it('has a stream of its own', () => {
    expect(textStream('t-1')).toBe('text-t-1')
  })
  it('obeys the laws of a decider, and numbers its versions', () => {
    const articles = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), words), { maxLength: 3 })
      .map((some) => some.map(([id, text]) => article(id, text)))
    const by = fc.constantFrom('assembly', 'assembly', '')
    const command: fc.Arbitrary<TextCommand> = fc.oneof(
      fc.record({ articles, by }, plain).map((one): TextCommand => ({ ...publish, ...one })),
      fc
        .record({ articles, by, reason: words, basedOn: fc.integer({ min: 1, max: 3 }) }, plain)
        .map((one): TextCommand => ({ ...publishNext, ...one })),
      by.map((one): TextCommand => ({ ...open, by: one })),
      by.map((one): TextCommand => ({ ...close, by: one })),
    )
    let latest = 0
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(textDocument, textEvents, [publish, ...commands])
        expect(breach).toBeUndefined()
        decidedAgain(textDocument, commandOfText, textCommands, events)
        let version = 1
        for (const event of events) {
          if (event.type === 'TextVersionPublished') expect(event.version).toBe(++version)
          if (event.type === 'TextOpenedForAmendment' || event.type === 'TextClosedForAmendment') expect(event.version).toBe(version)
        }
        latest = Math.max(latest, version)
        let state = textDocument.initialState
        for (const one of commands) {
          const decided = textDocument.decide(one, state)
          if (E.isLeft(decided) || decided.right.length === 0) continue
          expect(expectedOfText(state).map((expected) => expected.command)).toContain(one.type)
          for (const event of decided.right) state = textDocument.evolve(state, event)
        }
      }),
      { numRuns: 400 },
    )
    expect(latest).toBeGreaterThan(2)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { livedThrough, specify } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { anyGate, closedFor, content, gate, gateClosed, openFor, plain } from '../given.fixture.ts'
import { commandOfOpinion } from './command-of.ts'
import { opinionCommands } from './opinion-commands.ts'
import { expectedOfOpinionBook, opinionBook, opinionEvents, opinionStream } from './opinion-book.ts'
import type { OpinionCommand, OpinionEvent } from './opinion-book.ts'

const given = specify(opinionBook)
const text = { textId: 't-1', version: 2, articles: ['a', 'b'] }
const opinion = { textId: 't-1', voterKey: 'v', articleId: 'a', version: 2, opinion: 'agree' } as const
const give = { type: 'GiveArticleOpinion', ...opinion, text, gate: openFor('amend') } as const
const gave: OpinionEvent = { type: 'ArticleOpinionGiven', ...opinion, gate }
const withdraw = { type: 'WithdrawArticleOpinion', textId: 't-1', voterKey: 'v', articleId: 'a', gate: openFor('amend') } as const
const withdrew: OpinionEvent = { type: 'ArticleOpinionWithdrawn', textId: 't-1', voterKey: 'v', articleId: 'a', gate }

describe('an opinion book', () => {
  it('has one opinion an article, which another takes the place of, perhaps with why', () => {
    given().when(give).then(gave)
    given(gave).when(give).thenNothing()
    const why = content('too many trees')
    given(gave)
      .when({ ...give, opinion: 'disagree', why })
      .then({ ...gave, opinion: 'disagree', why })
    given({ ...gave, why })
      .when({ ...give, why })
      .thenNothing()
    given()
      .when({ ...give, why: { ...why, contentHash: 'x' } })
      .thenRejected({ type: 'ContentHashNotReadable', contentHash: 'x' })
  })
  it('is about articles that the text has now, while the gate is open', () => {
    given()
      .when({ ...give, articleId: 'z' })
      .thenRejected({ type: 'ArticleUnknown', articleId: 'z', version: 2 })
    given()
      .when({ ...give, version: 1 })
      .thenRejected({ type: 'TextVersionPassed', given: 1, version: 2 })
    given()
      .when({ ...give, gate: closedFor('amend') })
      .thenRejected(gateClosed)
  })
  it('lets an opinion be taken back', () => {
    given(gave).when(withdraw).then(withdrew)
    given(gave, withdrew).when(withdraw).thenRejected({ type: 'NoOpinionToWithdraw', articleId: 'a' })
    given(gave)
      .when({ ...withdraw, gate: closedFor('amend') })
      .thenRejected(gateClosed)
  })
  it('says what can happen next', () => {
    expect(expectedOfOpinionBook({ opinions: [] }, text)).toStrictEqual([{ command: 'GiveArticleOpinion', by: 'participant', articles: ['a', 'b'] }])
    expect(expectedOfOpinionBook({ opinions: [{ articleId: 'a', version: 1, opinion: 'mixed' }] }, undefined)).toStrictEqual([
      { command: 'WithdrawArticleOpinion', by: 'participant', articles: ['a'] },
    ])
  })
  it('has a stream of its own, whatever the ids', () => {
    expect(opinionStream('a/b', 'c')).not.toBe(opinionStream('a', 'b/c'))
  })
  it('obeys the laws of a decider', () => {
    const command: fc.Arbitrary<OpinionCommand> = fc.oneof(
      fc
        .record(
          {
            articleId: fc.constantFrom('a', 'b', 'z'),
            opinion: fc.constantFrom('agree', 'mixed', 'disagree'),
            gate: anyGate('amend'),
            why: fc.constantFrom(content('a'), content('b')),
          },
          { ...plain, requiredKeys: ['articleId', 'opinion', 'gate'] },
        )
        .map((one): OpinionCommand => ({ ...give, ...one })),
      fc.record({ articleId: fc.constantFrom('a', 'b'), gate: anyGate('amend') }, plain).map((one): OpinionCommand => ({ ...withdraw, ...one })),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: 'max' }), (commands) => {
        const { events, state, breach } = livedThrough(opinionBook, opinionEvents, commands)
        expect(breach).toBeUndefined()
        decidedAgain(opinionBook, commandOfOpinion, opinionCommands, events)
        expect(new Set(state.opinions.map(({ articleId }) => articleId)).size).toBe(state.opinions.length)
      }),
      { numRuns: 300 },
    )
  })
})

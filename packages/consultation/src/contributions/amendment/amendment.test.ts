import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { anyBadContent, anyContent, anyGate, at, closedFor, content, gate, gateClosed, later, openFor, plain, words } from '../given.fixture.ts'
import { commandOfAmendment } from './command-of.ts'
import { amendmentCommands } from './amendment-commands.ts'
import { amendment, amendmentStream, expectedOfAmendment } from './amendment.ts'
import type { AmendmentCommand } from './amendment.ts'
import { amendmentEvents } from './events.ts'
import type { AmendmentEvent } from './events.ts'

const given = specify(amendment)
const amendmentId = 'm-1'
const text = { textId: 't-1', version: 2, articles: ['a', 'b'] }
const wording = {
  amendmentId,
  consultationId: 'c-1',
  textId: 't-1',
  articleId: 'a',
  version: 2,
  change: 'replace',
  by: 'ann',
  ...content('a'),
} as const
const propose = { type: 'ProposeAmendment', ...wording, text, gate: openFor('amend'), at } as const
const proposed: AmendmentEvent = { type: 'AmendmentProposed', ...wording, proposedAt: at, gate }
const decided = { amendmentId, reason: 'It is clearer.', by: 'assembly' } as const
const accept = { type: 'AcceptAmendment', ...decided, version: 3, at: later } as const
const accepted: AmendmentEvent = { type: 'AmendmentAccepted', ...decided, version: 3, decidedAt: later }
const reject = { type: 'RejectAmendment', ...decided, at: later } as const
const rejected: AmendmentEvent = { type: 'AmendmentRejected', ...decided, decidedAt: later }
const withdraw = { type: 'WithdrawAmendment', amendmentId, by: 'ann', at: later } as const
const withdrawn: AmendmentEvent = { type: 'AmendmentWithdrawn', amendmentId, by: 'ann', withdrawnAt: later }

describe('an amendment', () => {
  it('is proposed of an article as it stands, while the text and the gate are open', () => {
    given().when(propose).then(proposed)
    given(proposed).when(propose).thenNothing()
    given(proposed)
      .when({ ...propose, ...content('b') })
      .thenRejected({ type: 'AmendmentAlreadyProposed', contentHash: content('a').contentHash })
    given()
      .when({ ...propose, version: 1 })
      .thenRejected({ type: 'TextVersionPassed', given: 1, version: 2 })
    given()
      .when({ ...propose, articleId: 'z' })
      .thenRejected({ type: 'ArticleUnknown', articleId: 'z', version: 2 })
    const { text: _, ...blind } = propose
    given().when(blind).thenRejected({ type: 'TextNotOpen', textId: 't-1' })
    given()
      .when({ ...propose, gate: closedFor('amend') })
      .thenRejected(gateClosed)
  })
  it('is accepted into a later version, which it names', () => {
    given(proposed).when(accept).then(accepted)
    given(proposed, accepted).when(accept).thenNothing()
    given(proposed)
      .when({ ...accept, version: 2 })
      .thenRejected({ type: 'VersionNotLater', given: 2, amended: 2 })
  })
  it('is rejected with a reason', () => {
    given(proposed).when(reject).then(rejected)
    given(proposed, rejected).when(reject).thenNothing()
    given(proposed)
      .when({ ...reject, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'AmendmentRejected' })
    given(proposed, rejected).when(accept).thenRejected({ type: 'AmendmentIsOver', status: 'Rejected' })
  })
  it('is withdrawn by its author, until it is decided', () => {
    given(proposed).when(withdraw).then(withdrawn)
    given(proposed, withdrawn).when(withdraw).thenNothing()
    given(proposed, accepted).when(withdraw).thenRejected({ type: 'AmendmentIsOver', status: 'Accepted' })
    given(proposed)
      .when({ ...withdraw, by: 'bob' })
      .thenRejected({ type: 'NotTheAuthor', by: 'bob' })
    given().when(withdraw).thenRejected({ type: 'AmendmentUnknown' })
  })
  it('has a stream of its own', () => {
    expect(amendmentStream('m-1')).toBe('amendment-m-1')
  })
  it('obeys the laws of a decider, and ends once', () => {
    const anyText = fc.oneof({ weight: 5, arbitrary: anyContent }, { weight: 1, arbitrary: anyBadContent })
    const by = fc.constantFrom('ann', 'bob', '')
    const command: fc.Arbitrary<AmendmentCommand> = fc.oneof(
      fc
        .record(
          {
            one: anyText,
            by,
            gate: anyGate('amend'),
            articleId: fc.constantFrom('a', 'z'),
            change: fc.constantFrom('replace', 'insert-after', 'delete'),
          },
          plain,
        )
        .map(({ one, ...other }): AmendmentCommand => ({ ...propose, ...one, ...other })),
      fc.record({ by, reason: words, version: fc.integer({ min: 1, max: 4 }) }, plain).map((one): AmendmentCommand => ({ ...accept, ...one })),
      fc.record({ by, reason: words }, plain).map((one): AmendmentCommand => ({ ...reject, ...one })),
      by.map((one): AmendmentCommand => ({ ...withdraw, by: one })),
    )
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(amendment, amendmentEvents, commands)
        expect(breach).toBeUndefined()
        decidedAgain(amendment, commandOfAmendment, amendmentCommands, events)
        expect(events.length).toBeLessThanOrEqual(2)
        for (const { type } of events) seen.add(type)
        let state = amendment.initialState
        for (const one of commands) {
          const decision = amendment.decide(one, state)
          if (E.isLeft(decision) || decision.right.length === 0) continue
          expect(expectedOfAmendment(state).map((expected) => expected.command)).toContain(one.type)
          for (const event of decision.right) state = amendment.evolve(state, event)
        }
      }),
      { numRuns: 400 },
    )
    expect([...seen].toSorted()).toStrictEqual(amendmentEvents.types.toSorted())
  })
})

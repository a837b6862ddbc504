import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { livedThrough, specify } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { anyGate, closedFor, gate, gateClosed, openFor, plain } from '../given.fixture.ts'
import { commandOfSupport } from './command-of.ts'
import { supportCommands } from './support-commands.ts'
import { expectedOfSupportBook, supportBook, supportEvents, supportStream } from './support-book.ts'
import type { SupportCommand, SupportEvent } from './support-book.ts'

const given = specify(supportBook)
const [phaseId, voterKey] = [gate.phase, 'v']
const terms = { phaseId, most: 2, gate: openFor('support') }
const give = (proposalId: string, revision = 1) => ({ type: 'GiveSupport', voterKey, proposalId, revision, terms }) as const
const gave = (proposalId: string, revision = 1): SupportEvent => ({ type: 'SupportGiven', phaseId, voterKey, proposalId, revision, most: 2, gate })
const withdraw = (proposalId: string) => ({ type: 'WithdrawSupport', voterKey, proposalId, terms }) as const
const withdrew = (proposalId: string): SupportEvent => ({ type: 'SupportWithdrawn', phaseId, voterKey, proposalId, gate })

describe('I17: a participant gives at most N supports in a phase, at most one a proposal', () => {
  it('is let give N, and no more until one is withdrawn', () => {
    given().when(give('a')).then(gave('a'))
    given(gave('a')).when(give('b')).then(gave('b'))
    given(gave('a'), gave('b'))
      .when(give('c'))
      .thenRejected({ type: 'SupportsSpent', most: 2, supported: ['a', 'b'] })
    given(gave('a'), gave('b')).when(withdraw('a')).then(withdrew('a'))
    given(gave('a'), gave('b'), withdrew('a')).when(give('c')).then(gave('c'))
  })
  it('does not support the same proposal twice, but may renew the support for a later revision', () => {
    given(gave('a')).when(give('a')).thenNothing()
    given(gave('a'), gave('b')).when(give('a', 2)).then(gave('a', 2))
    given(gave('a', 2)).when(give('a')).thenNothing()
  })
  it('withdraws what was given', () => {
    given(gave('a')).when(withdraw('b')).thenRejected({ type: 'NoSupportToWithdraw', proposalId: 'b' })
  })
  it('does so only while that phase is open', () => {
    given()
      .when({ ...give('a'), terms: { ...terms, gate: closedFor('support') } })
      .thenRejected(gateClosed)
    given(gave('a'))
      .when({ ...withdraw('a'), terms: { ...terms, gate: closedFor('support') } })
      .thenRejected(gateClosed)
    given()
      .when({ ...give('a'), terms: { ...terms, phaseId: 'next' } })
      .thenRejected({ type: 'GateOfAnotherPhase', phase: phaseId, phaseId: 'next' })
  })
  it('holds whatever is asked, with the laws of a decider', () => {
    const command: fc.Arbitrary<SupportCommand> = fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .record(
            { proposalId: fc.constantFrom('a', 'b', 'c', 'd'), revision: fc.integer({ min: 1, max: 3 }), most: fc.nat(3), gate: anyGate('support') },
            plain,
          )
          .map(({ most, gate: asked, ...one }): SupportCommand => ({
            type: 'GiveSupport',
            voterKey,
            ...one,
            terms: { phaseId, most, gate: asked },
          })),
      },
      { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c').map(withdraw) },
    )
    let full = 0
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(supportBook, supportEvents, commands)
        expect(breach).toBeUndefined()
        decidedAgain(supportBook, commandOfSupport, supportCommands, events)
        const held = new Set<string>()
        for (const event of events) {
          const isRenewed = held.has(event.proposalId)
          if (event.type === 'SupportGiven') held.add(event.proposalId)
          else expect(held.delete(event.proposalId)).toBe(true)
          if (event.type === 'SupportGiven' && !isRenewed) expect(held.size).toBeLessThanOrEqual(event.most)
          if (held.size === 3) full++
        }
      }),
      { numRuns: 500 },
    )
    expect(full).toBeGreaterThan(20)
  })
})

describe('a support book', () => {
  it('says how many supports are left', () => {
    expect(expectedOfSupportBook({ supports: [] }, 2)).toStrictEqual([{ command: 'GiveSupport', by: 'participant', left: 2 }])
    expect(expectedOfSupportBook({ supports: [{ proposalId: 'a', revision: 1 }] }, 1)).toStrictEqual([
      { command: 'GiveSupport', by: 'participant', left: 0 },
      { command: 'WithdrawSupport', by: 'participant', proposals: ['a'] },
    ])
  })
  it('has a stream of its own, whatever the ids', () => {
    expect(supportStream('ideas', 'k')).toBe('support-ideas/k')
    expect(supportStream('a/b', 'c')).not.toBe(supportStream('a', 'b/c'))
  })
})

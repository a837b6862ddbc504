import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E, instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { gateAt } from '../../process/gate.ts'
import { at, closedFor, content, gate, gateClosed, later, openFor } from '../given.fixture.ts'
import { contribution, contributionStream } from './contribution.ts'
import type { ContributionEvent } from './events.ts'

const given = specify(contribution)
const contributionId = 'k-1'
const observation = { contributionId, consultationId: 'c-1', kind: 'observation', channel: 'online', ...content('a'), by: 'ann' } as const
const receive = { type: 'ReceiveContribution', ...observation, gate: openFor('contribute'), at } as const
const received: ContributionEvent = { type: 'ContributionReceived', ...observation, receivedAt: at, gate }
const revise = { type: 'ReviseContribution', contributionId, ...content('b'), by: 'ann', gate: openFor('contribute', later), at: later } as const
const revised: ContributionEvent = { type: 'ContributionRevised', contributionId, revision: 2, ...content('b'), by: 'ann', revisedAt: later, gate }
const withdraw = { type: 'WithdrawContribution', contributionId, by: 'ann', at: later } as const
const withdrawn: ContributionEvent = { type: 'ContributionWithdrawn', contributionId, by: 'ann', withdrawnAt: later }
const redact = { type: 'RedactContribution', contributionId, ground: 'names a neighbour', by: 'moderation', at: later } as const
const redacted: ContributionEvent = {
  type: 'ContributionRedacted',
  contributionId,
  revision: 1,
  ground: 'names a neighbour',
  by: 'moderation',
  redactedAt: later,
}

describe('a contribution', () => {
  it('is received within an open gate, and says which', () => {
    given().when(receive).then(received)
    given(received).when(receive).thenNothing()
    given()
      .when({ ...receive, gate: closedFor('contribute') })
      .thenRejected(gateClosed)
    given()
      .when({ ...receive, gate: openFor('vote') })
      .thenRejected({ type: 'GateForSomethingElse', capability: 'vote', needs: ['contribute', 'deliberate'] })
    given()
      .when({ ...receive, at: later })
      .thenRejected({ type: 'GateOfAnotherTime', gateAt: at, at: later })
  })
  it('takes the gate as the calendar gives it, whatever the clock', () => {
    const [opensAt, closesAt] = [instant('2026-03-02T08:00:00Z'), instant('2026-03-02T09:00:00Z')]
    const phases = [{ id: 'ideas', capabilities: ['contribute'], opensAt, closesAt }] as const
    const timetable = { versions: [{ version: 1, phases }], suspensions: [], openedAt: opensAt }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00:00', '59:59'), (hour, rest) => {
        const time = instant(`2026-03-02T${String(hour).padStart(2, '0')}:${rest}Z`)
        const decided = contribution.decide({ ...receive, gate: gateAt(timetable, 'contribute', time), at: time }, contribution.initialState)
        expect(E.isRight(decided)).toBe(hour === 8)
      }),
    )
  })
  it('is received once: another text under its id is refused', () => {
    given(received)
      .when({ ...receive, ...content('b') })
      .thenRejected({ type: 'ContributionAlreadyReceived', contentHash: content('a').contentHash })
  })
  it('commits to a text, and keeps none', () => {
    given()
      .when({ ...receive, contentHash: 'I think that' })
      .thenRejected({ type: 'ContentHashNotReadable', contentHash: 'I think that' })
    given()
      .when({ ...receive, contentRef: ' ' })
      .thenRejected({ type: 'ContentMissing', field: 'contentRef' })
    given()
      .when({ ...receive, by: '' })
      .thenRejected({ type: 'NameMissing', field: 'by' })
  })
  it('may be somewhere on the map', () => {
    const place = { type: 'Point', coordinates: [5.85, 50.7] } as const
    given()
      .when({ ...receive, place })
      .then({ ...received, place })
    const nowhere = [NaN, 0] as const
    given()
      .when({ ...receive, place: { type: 'Point', coordinates: nowhere } })
      .thenRejected({ type: 'PositionOffTheGlobe', position: nowhere })
  })
  it('argues for or against something, or comments on it, or is a point of a meeting', () => {
    const about = { kind: 'proposal', id: 'p-1', revision: 2 } as const
    given()
      .when({ ...receive, kind: 'argument', about, side: 'against' })
      .then({ ...received, kind: 'argument', about, side: 'against' })
    given()
      .when({ ...receive, kind: 'argument', about })
      .thenRejected({ type: 'SideMissing' })
    given()
      .when({ ...receive, kind: 'argument', side: 'for' })
      .thenRejected({ type: 'SubjectMissing', kind: 'argument' })
    given()
      .when({ ...receive, kind: 'comment' })
      .thenRejected({ type: 'SubjectMissing', kind: 'comment' })
    given()
      .when({ ...receive, kind: 'comment', about, side: 'for' })
      .thenRejected({ type: 'SideNotArgued', kind: 'comment' })
    given()
      .when({ ...receive, kind: 'meeting-point' })
      .thenRejected({ type: 'ChannelNotMeeting', channel: 'online' })
  })
  it('is revised by its author while the gate is open, each time as one revision more', () => {
    given(received).when(revise).then(revised)
    given(received, revised).when(revise).thenNothing()
    given(received, revised)
      .when({ ...revise, ...content('a') })
      .then({ ...revised, ...content('a'), revision: 3 })
    given(received)
      .when({ ...revise, gate: closedFor('deliberate', later) })
      .thenRejected(gateClosed)
    given(received)
      .when({ ...revise, by: 'bob' })
      .thenRejected({ type: 'NotTheContributor', by: 'bob' })
    given(received, withdrawn).when(revise).thenRejected({ type: 'ContributionIsWithdrawn' })
    given(received, redacted).when(revise).thenRejected({ type: 'ContributionIsRedacted', ground: 'names a neighbour' })
  })
  it('is withdrawn by its author at any time, once', () => {
    given(received, revised).when(withdraw).then(withdrawn)
    given(received, withdrawn).when(withdraw).thenNothing()
    given(received)
      .when({ ...withdraw, by: 'bob' })
      .thenRejected({ type: 'NotTheContributor', by: 'bob' })
    given().when(withdraw).thenRejected({ type: 'ContributionUnknown' })
  })
  it('is not withdrawn by anybody where nobody signed it', () => {
    const { by: _, ...unsigned } = observation
    given({ type: 'ContributionReceived', ...unsigned, receivedAt: at, gate })
      .when(withdraw)
      .thenRejected({ type: 'NotTheContributor', by: 'ann' })
  })
  it('is redacted on a ground, also when it is withdrawn, and perhaps a part of it remains', () => {
    given(received).when(redact).then(redacted)
    given(received, redacted).when(redact).thenNothing()
    given(received, withdrawn).when(redact).then(redacted)
    given(received, redacted)
      .when({ ...redact, remains: content('c') })
      .then({ ...redacted, remains: content('c') })
    given(received)
      .when({ ...redact, ground: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'ContributionRedacted' })
  })
  it('has a stream of its own', () => {
    expect(contributionStream('k-1')).toBe('contribution-k-1')
  })
})

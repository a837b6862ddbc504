import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, isBefore } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { decision } from '../decision/decision.ts'
import { heldToLaws } from '../held-to-laws.fixture.ts'
import { commandOfCommitment } from './command-of.ts'
import { commitmentCommands } from './commands.ts'
import type { CommitmentCommand } from './commands.ts'
import { commitment, expectedOfCommitment, overdueAt } from './commitment.ts'
import { decisionInForce } from './decision-in-force.ts'
import { commitmentEvents } from './events.ts'
import type { CommitmentEvent } from './events.ts'

const given = specify(commitment)
const day = (number: number) => instant(`2026-06-0${number}T00:00:00Z`)
const commitmentId = 'm-1'
const terms = { commitmentId, consultationId: 'c-1', owner: 'parks', measure: '40 trees planted', due: day(3), madeAt: day(1) }
const made: CommitmentEvent = { type: 'CommitmentMade', ...terms, decision: { decisionId: 'd-1', version: 2 } }
const make = { type: 'MakeCommitment', ...terms, decisionId: 'd-1', decision: { decisionId: 'd-1', version: 2 } } as const
const reached: CommitmentEvent = { type: 'MilestoneReached', commitmentId, milestone: 'trees bought', reachedAt: day(2) }
const reported: CommitmentEvent = { type: 'ProgressReported', commitmentId, text: '10 planted', reportedAt: day(2) }
const delayed: CommitmentEvent = { type: 'CommitmentDelayed', commitmentId, reason: 'frost', newDue: day(6), delayedAt: day(4) }
const delay = { ...delayed, type: 'DelayCommitment' } as const
const mark = { type: 'MarkOverdue', commitmentId, at: day(4) } as const
const overdue: CommitmentEvent = { type: 'CommitmentOverdue', commitmentId, due: day(3), markedAt: day(4) }
const fulfilled: CommitmentEvent = { type: 'CommitmentFulfilled', commitmentId, text: '41 trees stand', fulfilledAt: day(5) }
const abandoned: CommitmentEvent = { type: 'CommitmentAbandoned', commitmentId, motives: 'the ground is poisoned', abandonedAt: day(5) }

describe('a commitment', () => {
  it('is made, goes on by milestones and reports, and is kept', () => {
    given().when(make).then(made)
    given(made).when(make).thenNothing()
    given(made)
      .when({ ...make, measure: '30 trees' })
      .thenRejected({ type: 'CommitmentAlreadyMade' })
    given(made)
      .when({ ...reached, type: 'ReachMilestone' })
      .then(reached)
    given(made, reached)
      .when({ ...reached, type: 'ReachMilestone' })
      .thenNothing()
    given(made)
      .when({ ...reported, type: 'ReportProgress' })
      .then(reported)
    given(made, reached, reported)
      .when({ ...fulfilled, type: 'FulfilCommitment' })
      .then(fulfilled)
    given(made, fulfilled).when(delay).thenRejected({ type: 'CommitmentEnded', status: 'Fulfilled' })
    given().when(delay).thenRejected({ type: 'CommitmentNotMade' })
  })
  it('is delayed to a later day with a reason, or abandoned with motives', () => {
    given(made).when(delay).then(delayed)
    given(made, delayed).when(delay).thenNothing()
    given(made)
      .when({ ...delay, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'CommitmentDelayed', field: 'reason' })
    given(made)
      .when({ ...delay, newDue: day(2) })
      .thenRejected({ type: 'NewDueNotLater', due: day(3), newDue: day(2) })
    given(made)
      .when({ ...delay, newDue: day(4) })
      .thenRejected({ type: 'DueNotAhead', due: day(4), at: day(4) })
    given(made)
      .when({ ...abandoned, type: 'AbandonCommitment' })
      .then(abandoned)
    given(made)
      .when({ ...abandoned, type: 'AbandonCommitment', motives: '' })
      .thenRejected({ type: 'WordsMissing', of: 'CommitmentAbandoned', field: 'motives' })
  })
})

describe('I29: a commitment links to a decision, and a due date that passes unanswered is marked', () => {
  it('refuses one without a decision that was taken, or with another', () => {
    const { decision: _, ...alone } = make
    const refused = { type: 'CommitmentWithoutDecision', decisionId: 'd-1' } as const
    given().when(alone).thenRejected(refused)
    given()
      .when({ ...make, decision: { decisionId: 'd-2', version: 1 } })
      .thenRejected(refused)
    expect(decisionInForce('d-1', decision.initialState)).toBeUndefined()
  })
  it('allows one that comes from a decision, and keeps which version of it', () => {
    const content = { authority: 'council', outcomes: [], motives: 'so', certified: [], basedOn: { findings: [], tallies: [], responses: [] } }
    const inForce = decisionInForce('d-1', { status: 'Taken', consultationId: 'c-1', versions: [content, content] })
    expect(inForce).toStrictEqual(make.decision)
    given().when(make).then(made)
  })
  it('refuses to mark it before the due date has passed, or once that is answered', () => {
    given(made)
      .when({ ...mark, at: day(3) })
      .thenRejected({ type: 'CommitmentNotDue', due: day(3), at: day(3) })
    given(made, delayed)
      .when(mark)
      .thenRejected({ type: 'CommitmentNotDue', due: day(6), at: day(4) })
    given(made, fulfilled).when(mark).thenRejected({ type: 'CommitmentEnded', status: 'Fulfilled' })
    given(made, abandoned).when(mark).thenRejected({ type: 'CommitmentEnded', status: 'Abandoned' })
  })
  it('marks it once for each due date, after which it can still be kept', () => {
    given(made, reported).when(mark).then(overdue)
    given(made, overdue).when(mark).thenNothing()
    given(made, overdue, delayed)
      .when({ ...mark, at: day(7) })
      .then({ ...overdue, due: day(6), markedAt: day(7) })
    given(made, overdue)
      .when({ ...fulfilled, type: 'FulfilCommitment' })
      .then(fulfilled)
  })
})

it('a commitment obeys the laws of a decider, and is marked only when it is overdue', () => {
  const words = fc.constantFrom('', 'so', 'thus')
  const rarely = fc.constantFrom('', '', '', '', 'so')
  const moment = fc.integer({ min: 1, max: 9 }).map(day)
  const command: fc.Arbitrary<CommitmentCommand> = fc.oneof(
    fc.tuple(moment, moment, words).map(([due, madeAt, owner]) => ({ ...make, due, madeAt, owner })),
    words.map((milestone) => ({ ...reached, type: 'ReachMilestone' as const, milestone })),
    words.map((text) => ({ ...reported, type: 'ReportProgress' as const, text })),
    fc.tuple(moment, moment, words).map(([newDue, delayedAt, reason]) => ({ ...delay, newDue, delayedAt, reason })),
    moment.map((at) => ({ ...mark, at })),
    rarely.map((text) => ({ ...fulfilled, type: 'FulfilCommitment' as const, text })),
    rarely.map((motives) => ({ ...abandoned, type: 'AbandonCommitment' as const, motives })),
  )
  heldToLaws({
    decider: commitment,
    events: commitmentEvents,
    commands: commitmentCommands,
    expected: expectedOfCommitment,
    command,
    commandOf: commandOfCommitment,
    opening: make,
    always: (events) => {
      let state = commitment.initialState
      for (const event of events) {
        if (event.type === 'CommitmentOverdue') {
          expect(overdueAt(state, event.markedAt)).toBe(true)
          expect(isBefore(event.due, event.markedAt)).toBe(true)
        }
        state = commitment.evolve(state, event)
      }
    },
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { heldToLaws, plain } from '../held-to-laws.fixture.ts'
import { commandOfDecision } from './command-of.ts'
import { decisionCommands } from './commands.ts'
import type { DecisionCommand } from './commands.ts'
import { decision, expectedOfDecision } from './decision.ts'
import { departuresOf } from './departures.ts'
import { decisionEvents } from './events.ts'
import type { DecisionEvent, Outcome, Verdict } from './events.ts'

const given = specify(decision)
const at = instant('2026-05-01T08:00:00Z')
const on = (optionId: string, verdict: Verdict, motives = 'as the voters wish'): Outcome => ({
  subject: { type: 'option', pollId: 'p-1', optionId },
  verdict,
  motives,
})
const proposed: DecisionEvent = {
  type: 'DecisionProposed',
  decisionId: 'd-1',
  consultationId: 'c-1',
  authority: 'council',
  subject: 'the square',
  by: 'planning',
  proposedAt: at,
}
const content = {
  authority: 'council',
  outcomes: [on('trees', 'adopted'), on('cars', 'rejected', 'few wished it')],
  motives: 'The square is for people.',
  basedOn: { findings: ['f-1'], tallies: [{ pollId: 'p-1', outcomeHash: 'h-1' }], responses: ['r-1'] },
  certified: [
    { pollId: 'p-1', outcomeHash: 'h-1', winners: ['trees'] },
    { pollId: 'p-2', outcomeHash: 'h-2', winners: ['pool'] },
  ],
}
const taken: DecisionEvent = { type: 'DecisionTaken', decisionId: 'd-1', consultationId: 'c-1', ...content, takenAt: at }
const take = { ...taken, type: 'TakeDecision' } as const
const deviating = { ...take, outcomes: [on('trees', 'deferred', 'no money yet'), on('cars', 'adopted-in-part', 'for now')] }
const amended: DecisionEvent = {
  type: 'DecisionAmended',
  decisionId: 'd-1',
  ...content,
  motives: 'It is for all.',
  reason: 'said better',
  amendedAt: at,
}
const amend = { ...amended, type: 'AmendDecision' } as const
const departures = [
  { pollId: 'p-1', optionId: 'trees', isWinner: true, verdict: 'deferred' },
  { pollId: 'p-1', optionId: 'cars', isWinner: false, verdict: 'adopted-in-part' },
] as const

describe('a decision', () => {
  it('is proposed to an authority, which takes it once', () => {
    given()
      .when({ ...proposed, type: 'ProposeDecision' })
      .then(proposed)
    given(proposed).when(take).then(taken)
    given().when(take).then(taken)
    given(proposed, taken).when(take).thenNothing()
    given(taken)
      .when({ ...take, motives: 'Because.' })
      .thenRejected({ type: 'DecisionAlreadyTaken' })
    given(proposed)
      .when({ ...take, authority: 'mayor' })
      .thenRejected({ type: 'AuthorityNotCompetent', competent: 'council', authority: 'mayor' })
  })
  it('is amended with a reason, and what was decided before stays on record', () => {
    given(taken).when(amend).then(amended)
    given(taken, amended).when(amend).thenNothing()
    given(proposed).when(amend).thenRejected({ type: 'DecisionNotTaken' })
    given(taken)
      .when({ ...amend, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'DecisionAmended', field: 'reason' })
    const state = [taken, amended].reduce(decision.evolve, decision.initialState)
    expect(state.status === 'Taken' && state.versions.map(({ motives }) => motives)).toStrictEqual([content.motives, amended.motives])
  })
  it('rests on outcomes that are certified, and decides each matter once', () => {
    const tally = { pollId: 'p-1', outcomeHash: 'h-9' }
    given()
      .when({ ...take, basedOn: { ...content.basedOn, tallies: [tally] } })
      .thenRejected({ type: 'TallyNotCertified', ...tally })
    given()
      .when({ ...take, outcomes: [on('trees', 'adopted'), on('trees', 'rejected')] })
      .thenRejected({ type: 'SubjectDecidedTwice', subject: on('trees', 'adopted').subject })
    given()
      .when({ ...take, certified: [...content.certified, ...content.certified] })
      .thenRejected({ type: 'ResultCertifiedTwice', pollId: 'p-1' })
  })
})

describe('I28: motives are never empty, and a departure from a certified result has its reason', () => {
  it('refuses a decision or an outcome without motives, or without its authority', () => {
    given()
      .when({ ...take, motives: ' ' })
      .thenRejected({ type: 'WordsMissing', of: 'DecisionTaken', field: 'motives' })
    given()
      .when({ ...take, authority: '' })
      .thenRejected({ type: 'WordsMissing', of: 'DecisionTaken', field: 'authority' })
    given()
      .when({ ...take, outcomes: [on('trees', 'adopted', '')] })
      .thenRejected({ type: 'MotivesMissing', subject: on('trees', 'adopted').subject })
    given(taken)
      .when({ ...amend, motives: '' })
      .thenRejected({ type: 'WordsMissing', of: 'DecisionAmended', field: 'motives' })
  })
  it('allows a decision to do nothing, with motives', () => {
    const nothing = { ...take, outcomes: [], basedOn: { findings: [], tallies: [], responses: [] } }
    given()
      .when(nothing)
      .then({ ...nothing, type: 'DecisionTaken' })
  })
  it('refuses a departure without a reason, in a decision as in an amendment', () => {
    given().when(deviating).thenRejected({ type: 'DeviationReasonMissing', departures })
    given(taken)
      .when({ ...amend, outcomes: deviating.outcomes })
      .thenRejected({ type: 'DeviationReasonMissing', departures })
    given()
      .when({ ...deviating, deviationReason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'DecisionTaken', field: 'deviationReason' })
    given()
      .when({ ...take, outcomes: [] })
      .thenRejected({ type: 'DeviationReasonMissing', departures: [{ pollId: 'p-1', optionId: 'trees', isWinner: true, verdict: 'silent' }] })
  })
  it('allows one with its reason, which is recorded', () => {
    const reasoned = { ...deviating, deviationReason: 'the state pays for roads only' }
    given(proposed)
      .when(reasoned)
      .then({ ...reasoned, type: 'DecisionTaken' })
  })
  it('holds a decision against a result also where it does not cite it, and not against polls it does not touch', () => {
    const uncited = { ...deviating, basedOn: { ...content.basedOn, tallies: [] } }
    expect(departuresOf(uncited)).toStrictEqual(departures)
    expect(departuresOf(take)).toStrictEqual([])
    const asProposal: Outcome = { subject: { type: 'proposal', proposalId: 'pool' }, verdict: 'rejected', motives: 'too dear' }
    expect(departuresOf({ ...take, outcomes: [...take.outcomes, asProposal] })).toStrictEqual([
      { pollId: 'p-2', optionId: 'pool', isWinner: true, verdict: 'rejected' },
    ])
  })
})

it('a decision obeys the laws of a decider, and never lacks motives', () => {
  const words = fc.constantFrom('', 'so', 'thus', 'hence')
  const verdict = fc.constantFrom<Verdict>('adopted', 'adopted', 'rejected', 'deferred')
  const outcomes = fc
    .array(fc.tuple(fc.constantFrom('trees', 'cars'), verdict, words), { maxLength: 2 })
    .map((some) => some.map(([option, what, motives]) => on(option, what, motives)))
  const fields = fc.record({ authority: fc.constantFrom('council', 'mayor'), motives: words, outcomes }, plain)
  const maybe = fc.option(words, { nil: undefined }).map((deviationReason) => (deviationReason === undefined ? {} : { deviationReason }))
  const command: fc.Arbitrary<DecisionCommand> = fc.oneof(
    fc.record({ authority: words, by: words }, plain).map((one) => ({ ...proposed, type: 'ProposeDecision' as const, ...one })),
    fc.tuple(fields, maybe).map(([one, why]) => ({ ...take, ...one, ...why })),
    fc.tuple(fields, maybe, words).map(([one, why, reason]) => ({ ...amend, ...one, ...why, reason })),
  )
  heldToLaws({
    decider: decision,
    events: decisionEvents,
    commands: decisionCommands,
    expected: expectedOfDecision,
    command,
    commandOf: commandOfDecision,
    always: (events) => {
      for (const event of events) {
        if (event.type === 'DecisionProposed') continue
        for (const { motives } of [event, ...event.outcomes]) expect(motives).not.toBe('')
        if (departuresOf(event).length > 0) expect(event.deviationReason).toMatch(/./)
      }
    },
  })
})

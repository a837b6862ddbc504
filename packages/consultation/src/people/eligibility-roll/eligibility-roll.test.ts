import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E, instant, replay } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import { rollRoot, sealOfKeys } from '../seal-of-keys.ts'
import type { EligibilityRollCommand } from './commands.ts'
import { eligibilityRoll, eligibilityRollStream } from './eligibility-roll.ts'
import { eligibilityRollEvents } from './events.ts'
import type { EligibilityRollEvent } from './events.ts'
import { expectedOfRoll } from './expected.ts'
import { faultOfRollAtOpening } from './roll-gate.ts'

const given = specify(eligibilityRoll)
const rollId = 'town'
const [before, opensAt, after] = [instant('2026-03-01T00:00:00Z'), instant('2026-03-08T00:00:00Z'), instant('2026-03-09T00:00:00Z')]
const key = (digit: string): string => digit.repeat(64)
const terms = {
  rollId,
  consultationId: 'c-1',
  perimeter: { public: 'residents', area: 'Little Aubel', description: 'who lives here and is 16 or older' },
  attributes: { district: ['north', 'south'] },
  lateEntries: 'published',
  by: 'registry',
} as const
const drafted: EligibilityRollEvent = { type: 'RollDrafted', ...terms }
const draftedStrictly: EligibilityRollEvent = { ...drafted, lateEntries: 'until-opening' }
const two = sealOfKeys([key('a'), key('b')])
const three = sealOfKeys([key('a'), key('b'), key('c')])
const sealed: EligibilityRollEvent = { type: 'RollSealed', rollId, ...two, opensAt, at: before }
const seal = { ...sealed, type: 'SealRoll' } as const
const addLate = { type: 'AddEntryLate', rollId, ...three, reason: 'moved here in time', at: after } as const
const addedLate: EligibilityRollEvent = { ...addLate, type: 'EntryAddedLate', number: 1, isAfterOpening: true }

describe('an eligibility roll', () => {
  it('is drafted once, for a public that is described, with attributes that have names', () => {
    given()
      .when({ type: 'DraftRoll', ...terms })
      .then(drafted)
    given(drafted)
      .when({ type: 'DraftRoll', ...terms })
      .thenRejected({ type: 'RollAlreadyDrafted' })
    given()
      .when({ type: 'DraftRoll', ...terms, perimeter: { ...terms.perimeter, description: ' ' } })
      .thenRejected({ type: 'NameMissing', field: 'description' })
    given()
      .when({ type: 'DraftRoll', ...terms, attributes: { district: [''] } })
      .thenRejected({ type: 'NameMissing', field: 'attributes' })
  })
  it('is sealed once, over at least one key', () => {
    given(drafted).when(seal).then(sealed)
    given(drafted, sealed).when(seal).thenNothing()
    given(drafted, sealed)
      .when({ ...seal, ...three })
      .thenRejected({ type: 'RollAlreadySealed', ...two })
    given(drafted)
      .when({ ...seal, count: 0 })
      .thenRejected({ type: 'RollEmpty' })
    given(drafted)
      .when({ ...seal, root: 'a name' })
      .thenRejected({ type: 'NotAHash', field: 'root' })
    given().when(seal).thenRejected({ type: 'RollNotInStage', needs: 'Drafted', status: 'NotDrafted' })
  })
  it('has one root for the same persons, and another for others', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{8}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(keys, fc.stringMatching(/^[0-9a-f]{9}$/), (these, other) => {
        expect(rollRoot([...these.toReversed(), ...these])).toBe(rollRoot(these))
        expect(rollRoot([...these, other])).not.toBe(rollRoot(these))
      }),
    )
  })
  it('has a stream of its own', () => {
    expect(eligibilityRollStream('a/b')).toBe('eligibility-roll-a%2Fb')
  })
})

describe('I23: a roll is closed at the opening of the poll, or additions are public in number', () => {
  it('is not sealed when the poll has opened', () => {
    given(drafted)
      .when({ ...seal, at: opensAt })
      .thenRejected({ type: 'PollAlreadyOpened', opensAt, at: opensAt })
  })
  it('takes nobody more after the opening where that was the rule, and somebody just before', () => {
    given(draftedStrictly, sealed).when(addLate).thenRejected({ type: 'RollClosedAtOpening', opensAt, at: after })
    given(draftedStrictly, sealed)
      .when({ ...addLate, at: before })
      .then({ ...addedLate, at: before, isAfterOpening: false })
    given(draftedStrictly, sealed)
      .when({ ...addLate, ...sealOfKeys([key('a')]), type: 'StrikeOffEntryLate' })
      .thenRejected({ type: 'RollClosedAtOpening', opensAt, at: after })
  })
  it('publishes how many came late, with the reason, and not who', () => {
    given(drafted, sealed).when(addLate).then(addedLate)
    given(drafted, sealed, addedLate).when(addLate).thenNothing()
    const gone = { ...addLate, ...two, type: 'StrikeOffEntryLate', reason: 'moved away' } as const
    given(drafted, sealed, addedLate)
      .when(gone)
      .then({ ...gone, type: 'EntryStruckOffLate', number: 1, isAfterOpening: true })
    const state = replay(eligibilityRoll, [drafted, sealed, addedLate])
    expect(state).toMatchObject({ count: 3, late: { added: 1, addedAfterOpening: 1, struckOff: 0 } })
    expect(JSON.stringify(state)).not.toContain(key('c'))
  })
  it('takes nobody without a reason, and one by one', () => {
    given(drafted, sealed)
      .when({ ...addLate, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'EntryAddedLate' })
    given(drafted, sealed)
      .when({ ...addLate, count: 4 })
      .thenRejected({ type: 'CountNotNext', needs: 3, count: 4 })
    given(drafted).when(addLate).thenRejected({ type: 'RollNotInStage', needs: 'Sealed', status: 'Drafted' })
  })
  it('lets a poll rely upon it only when it is sealed for that opening', () => {
    expect(faultOfRollAtOpening(replay(eligibilityRoll, [drafted]), opensAt)).toStrictEqual({ type: 'RollNotSealed', status: 'Drafted' })
    const state = replay(eligibilityRoll, [drafted, sealed])
    expect(faultOfRollAtOpening(state, opensAt)).toBeUndefined()
    expect(faultOfRollAtOpening(state, after)).toStrictEqual({ type: 'RollSealedForAnotherOpening', sealedFor: opensAt, opensAt: after })
  })
  it('moves the opening only before it, to a time to come, and with a reason', () => {
    const move = { type: 'MoveRollOpening', rollId, opensAt: after, reason: 'the calendar was revised', at: before } as const
    given(drafted, sealed)
      .when(move)
      .then({ ...move, type: 'RollOpeningMoved' })
    given(drafted, sealed)
      .when({ ...move, at: after })
      .thenRejected({ type: 'PollAlreadyOpened', opensAt, at: after })
    given(drafted, sealed)
      .when({ ...move, opensAt: before })
      .thenRejected({ type: 'OpeningInThePast', opensAt: before, at: before })
    given(drafted, sealed)
      .when({ ...move, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'RollOpeningMoved' })
  })
})

const command: fc.Arbitrary<EligibilityRollCommand> = fc
  .record({
    at: fc.constantFrom(before, opensAt, after),
    to: fc.constantFrom(before, opensAt, after),
    reason: fc.constantFrom('', 'so', 'so', 'so'),
    count: fc.integer({ min: 0, max: 4 }),
    isStrict: fc.boolean(),
  })
  .chain(({ at, to, reason, count, isStrict }) => {
    const held = sealOfKeys(Array.from({ length: count }, (_, place) => `${place}`))
    return fc.constantFrom<EligibilityRollCommand>(
      { type: 'DraftRoll', ...terms, lateEntries: isStrict ? 'until-opening' : 'published' },
      { type: 'SealRoll', rollId, ...held, opensAt: to, at },
      { type: 'MoveRollOpening', rollId, opensAt: to, reason, at },
      { type: 'AddEntryLate', rollId, ...held, reason, at },
      { type: 'StrikeOffEntryLate', rollId, ...held, reason, at },
    )
  })

describe('an eligibility roll, whatever is asked of it', () => {
  it('obeys the laws of a decider, numbers what came late, and does only what is expected', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(eligibilityRoll, eligibilityRollEvents, commands)
        expect(breach).toBeUndefined()
        for (const { type } of events) seen.add(type)
        const numbers = events.flatMap((event) => (event.type === 'EntryAddedLate' ? [event.number] : []))
        expect(numbers).toStrictEqual(numbers.map((_, place) => place + 1))
        let state = eligibilityRoll.initialState
        for (const one of commands) {
          const decided = eligibilityRoll.decide(one, state)
          if (E.isLeft(decided) || decided.right.length === 0) continue
          expect(expectedOfRoll(state).map((next) => next.command)).toContain(one.type)
          state = replay(eligibilityRoll, decided.right, state)
        }
      }),
      { numRuns: 1500 },
    )
    expect([...seen].toSorted()).toStrictEqual([...eligibilityRollEvents.types].toSorted())
  })
})

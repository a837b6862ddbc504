import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, replay } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import { eligibilityEntry, eligibilityEntryEvents, eligibilityEntryStream } from './eligibility-entry.ts'
import type { EligibilityEntryCommand, EligibilityEntryEvent, EligibilityEntryState } from './eligibility-entry.ts'
import { eligibilityRoll } from './eligibility-roll/eligibility-roll.ts'
import type { EligibilityRollEvent } from './eligibility-roll/events.ts'
import { rollGate } from './eligibility-roll/roll-gate.ts'
import type { RollGate } from './eligibility-roll/roll-gate.ts'
import { faultOfRoll } from './fault-of-roll.ts'
import { sealOfKeys } from './seal-of-keys.ts'

const given = specify(eligibilityEntry)
const key = (digit: string): string => digit.repeat(64)
const voterKey = key('a')
const gate: RollGate = { rollId: 'town', isSealed: false, attributes: { district: ['north', 'south'] }, late: { added: 0, struckOff: 0 } }
const sealedGate: RollGate = { ...gate, isSealed: true, late: { added: 2, struckOff: 1 } }
const attest = { type: 'AttestEntry', voterKey, by: 'registry', attributes: { district: 'north' }, gate } as const
const attested: EligibilityEntryEvent = { type: 'EntryAttested', rollId: 'town', voterKey, by: 'registry', attributes: { district: 'north' } }
const strikeOff = { type: 'StrikeOffEntry', voterKey, reason: 'moved away', gate } as const

describe('an entry of a roll', () => {
  it('states no more than the roll asks for, and names nobody', () => {
    given().when(attest).then(attested)
    given()
      .when({ ...attest, voterKey: 'Ada Lovelace' })
      .thenRejected({ type: 'NotAKey' })
    given()
      .when({ ...attest, attributes: { born: '1815-12-10' } })
      .thenRejected({ type: 'AttributeNotOfRoll', attribute: 'born', values: [] })
    given()
      .when({ ...attest, attributes: { district: 'Main Street 4' } })
      .thenRejected({ type: 'AttributeNotOfRoll', attribute: 'district', values: ['north', 'south'] })
    given()
      .when({ ...attest, by: '' })
      .thenRejected({ type: 'NameMissing', field: 'by' })
  })
  it('is struck off with a reason, once, and may come back', () => {
    const struckOff: EligibilityEntryEvent = { type: 'EntryStruckOff', rollId: 'town', voterKey, reason: 'moved away' }
    given(attested).when(strikeOff).then(struckOff)
    given(attested, struckOff).when(strikeOff).thenNothing()
    given(attested, struckOff).when(attest).then(attested)
    given().when(strikeOff).thenRejected({ type: 'EntryNotOnRoll' })
    given(attested)
      .when({ ...strikeOff, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'EntryStruckOff' })
  })
  it('has a small stream of its own', () => {
    expect(eligibilityEntryStream('a/b', voterKey)).toBe(`eligibility-entry-a%2Fb/${voterKey}`)
  })
})

describe('I23: one person has one key, and who comes late was announced in number', () => {
  it('does not enter a person twice, whoever vouches', () => {
    given(attested).when(attest).thenNothing()
    given(attested)
      .when({ ...attest, by: 'school' })
      .thenRejected({ type: 'EntryAlreadyAttested', by: 'registry' })
  })
  it('takes nobody on a sealed roll who was not announced, and who was announced', () => {
    given()
      .when({ ...attest, gate: sealedGate })
      .thenRejected({ type: 'NotAnnounced', announced: 2 })
    given()
      .when({ ...attest, gate: sealedGate, late: 3 })
      .thenRejected({ type: 'NotAnnounced', announced: 2, late: 3 })
    given()
      .when({ ...attest, late: 1 })
      .thenRejected({ type: 'RollNotSealed' })
    given()
      .when({ ...attest, gate: sealedGate, late: 2 })
      .then({ ...attested, late: 2 })
    given(attested)
      .when({ ...strikeOff, gate: sealedGate })
      .thenRejected({ type: 'NotAnnounced', announced: 1 })
    given(attested)
      .when({ ...strikeOff, gate: sealedGate, late: 1 })
      .then({ type: 'EntryStruckOff', rollId: 'town', voterKey, reason: 'moved away', late: 1 })
  })
  it('shows to anybody with the entries that they are those that were sealed, and those that were added', () => {
    const at = instant('2026-03-01T00:00:00Z')
    const opensAt = instant('2026-03-08T00:00:00Z')
    const drafted: EligibilityRollEvent = {
      type: 'RollDrafted',
      rollId: 'town',
      consultationId: 'c',
      perimeter: { public: 'parents', area: 'school of Aubel', description: 'who has a child in it' },
      attributes: {},
      lateEntries: 'published',
      by: 'school',
    }
    const sealed: EligibilityRollEvent = { type: 'RollSealed', rollId: 'town', ...sealOfKeys([key('a')]), opensAt, at }
    const both = sealOfKeys([key('a'), key('b')])
    const added: EligibilityRollEvent = { type: 'EntryAddedLate', rollId: 'town', number: 1, isAfterOpening: false, ...both, reason: 'why', at }
    const entry = (late?: number): EligibilityEntryState => ({
      status: 'Attested',
      by: 'school',
      attributes: {},
      ...(late === undefined ? {} : { late }),
    })
    const roll = replay(eligibilityRoll, [drafted, sealed, added])
    const entries = new Map([
      [key('a'), entry()],
      [key('b'), entry(1)],
      [key('c'), { status: 'StruckOff' } as const],
    ])
    expect(rollGate(roll)).toStrictEqual({ rollId: 'town', isSealed: true, attributes: {}, late: { added: 1, struckOff: 0 } })
    expect(rollGate(eligibilityRoll.initialState)).toBeUndefined()
    expect(faultOfRoll(roll, entries)).toBeUndefined()
    expect(faultOfRoll(replay(eligibilityRoll, [drafted]), entries)).toMatchObject({ type: 'RollNotSealed' })
    expect(faultOfRoll(roll, new Map([...entries, [key('c'), entry()]]))).toStrictEqual({ type: 'CountDiffers', published: 2, counted: 3 })
    expect(
      faultOfRoll(
        roll,
        new Map([
          [key('a'), entry()],
          [key('d'), entry(1)],
        ]),
      ),
    ).toMatchObject({ type: 'RootDiffers' })
    expect(
      faultOfRoll(
        roll,
        new Map([
          [key('a'), entry(1)],
          [key('b'), entry(1)],
        ]),
      ),
    ).toStrictEqual({ type: 'LateNumberTaken', number: 1 })
    expect(faultOfRoll(roll, new Map([[key('a'), entry(2)]]))).toStrictEqual({ type: 'LateNumberNotAnnounced', number: 2, announced: 1 })
  })
  it('obeys the laws of a decider, whatever is asked of it', () => {
    const late = fc.constantFrom({}, { late: 1 }, { late: 2 }, { late: 9 })
    const command: fc.Arbitrary<EligibilityEntryCommand> = fc
      .tuple(fc.constantFrom(gate, sealedGate), late, fc.constantFrom('registry', 'school', ''), fc.boolean())
      .map(([through, number, word, isAttesting]) =>
        isAttesting ? { ...attest, by: word, gate: through, ...number } : { ...strikeOff, reason: word, gate: through, ...number },
      )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        expect(livedThrough(eligibilityEntry, eligibilityEntryEvents, commands).breach).toBeUndefined()
      }),
    )
  })
})

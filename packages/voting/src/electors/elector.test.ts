import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E, instant } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import { ballotDecider, elector, electorEvents, rollEntry, voterKeyOf } from '../index.ts'
import type { BallotTerms, ElectorCommand, ElectorEvent, ElectorState } from '../index.ts'

const given = specify(elector)
const entry = { rollId: 'town', voterKey: 'k1' }
const attested: ElectorEvent = { type: 'ElectorAttested', ...entry, by: 'registry', attributes: { district: 'north' } }
const struckOff: ElectorEvent = { type: 'ElectorStruckOff', ...entry, reason: 'moved away' }
const attest = { type: 'AttestElector', ...entry, by: 'registry', attributes: { district: 'north' } } as const
const strikeOff = { type: 'StrikeOffElector', ...entry, reason: 'moved away' } as const

describe('an elector', () => {
  it('is attested once: the same again changes nothing, another attestation of the same person is refused', () => {
    given().when(attest).then(attested)
    given(attested).when(attest).thenNothing()
    given(attested)
      .when({ ...attest, by: 'school' })
      .thenRejected({ type: 'ElectorAlreadyAttested', by: 'registry' })
    given(attested)
      .when({ ...attest, attributes: { district: 'south' } })
      .thenRejected({ type: 'ElectorAlreadyAttested', by: 'registry' })
  })
  it('is struck off with a reason, once, and can be attested anew', () => {
    given(attested).when(strikeOff).then(struckOff)
    given(attested, struckOff).when(strikeOff).thenNothing()
    given(attested)
      .when({ ...strikeOff, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ElectorStruckOff' })
    given().when(strikeOff).thenRejected({ type: 'ElectorNotOnRoll' })
    given(attested, struckOff).when(attest).then(attested)
  })
  it('obeys the laws of a decider, whatever is asked of it', () => {
    const command: fc.Arbitrary<ElectorCommand> = fc.oneof(
      fc.constantFrom('registry', 'school').map((by): ElectorCommand => ({ ...attest, by })),
      fc.constantFrom('', 'moved away').map((reason): ElectorCommand => ({ ...strikeOff, reason })),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        expect(livedThrough(elector, electorEvents, commands).breach).toBeUndefined()
      }),
    )
  })
})

describe('the key of a voter', () => {
  it('is one for each person on a roll, and another on another roll', () => {
    const [town, school] = ['the secret of the town', 'the secret of the school']
    expect(voterKeyOf(town, 'resident 1')).toBe(voterKeyOf(town, 'resident 1'))
    expect(new Set([voterKeyOf(town, 'resident 1'), voterKeyOf(town, 'resident 2'), voterKeyOf(school, 'resident 1')]).size).toBe(3)
    expect(voterKeyOf('0123456789abcdef', 'a')).toMatch(/^[0-9a-f]{64}$/)
  })
  it('is not made under a secret that can be tried out, or for nobody', () => {
    expect(() => voterKeyOf('short', 'resident 1')).toThrow(RangeError)
    expect(() => voterKeyOf('the secret of the town', '')).toThrow(RangeError)
  })
})

describe('a poll with a roll', () => {
  const at = instant('2026-03-02T00:00:00Z')
  const terms: BallotTerms = {
    pollId: 'p',
    rulesHash: 'h',
    options: new Set(['a']),
    form: { type: 'approval' },
    electors: 'town',
    isFinal: true,
    isSecret: false,
    opensAt: instant('2026-03-01T00:00:00Z'),
    closesAt: instant('2026-03-08T00:00:00Z'),
  }
  const cast = {
    type: 'CastBallot',
    voterKey: 'k1',
    ballot: { type: 'approval', approved: ['a'] },
    channel: 'online',
    attributes: {},
    terms,
    at,
  } as const
  const known: ElectorState = { status: 'Attested', by: 'registry', attributes: {} }

  it('takes the ballot of who is on it, and of nobody else', () => {
    const givenBallot = specify(ballotDecider)
    const notOnRoll = (status: ElectorState['status']) => ({ type: 'NotOnRoll', rollId: 'town', status }) as const
    givenBallot().when(cast).thenRejected(notOnRoll('Unknown'))
    givenBallot()
      .when({ ...cast, elector: { status: 'StruckOff' } })
      .thenRejected(notOnRoll('StruckOff'))
    expect(E.isRight(ballotDecider.decide({ ...cast, elector: known }, ballotDecider.initialState))).toBe(true)
    const { electors: _, ...open } = terms
    expect(E.isRight(ballotDecider.decide({ ...cast, terms: open }, ballotDecider.initialState))).toBe(true)
  })
  it('marks nobody and gives nobody a credential who is not on it', () => {
    const secret = { ...terms, isSecret: true }
    const commands = [
      { type: 'MarkVoter', voterKey: 'k1', terms: secret, at },
      { type: 'IssueCredential', voterKey: 'k1', request: 'r', terms: secret, at },
    ] as const
    for (const command of commands) {
      expect(rollEntry.decide(command, rollEntry.initialState)).toMatchObject(E.left({ type: 'NotOnRoll' }))
      expect(E.isRight(rollEntry.decide({ ...command, elector: known }, rollEntry.initialState))).toBe(true)
    }
  })
})

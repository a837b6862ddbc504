import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { E, instant, replay } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { ballotStream, approval, ballotDecider, ballotTerms, poll, rulesHash } from './index.ts'
import type { BallotCommand, BallotEvent, PollEvent } from './index.ts'

const [opensAt, during, closesAt] = [instant('2026-03-01T08:00:00Z'), instant('2026-03-02T08:00:00Z'), instant('2026-03-31T18:00:00Z')]
const pollId = 'p-1'
const definition = {
  pollId,
  consultationId: 'c-1',
  question: 'Which?',
  form: { type: 'approval', most: 2 },
  rule: { id: 'approval', version: '1', parameters: {} },
  opensAt,
  closesAt,
} as const
const frozen = {
  pollId,
  options: [
    { id: 'a', name: 'A', cost: '10' },
    { id: 'b', name: 'B', cost: '20.50' },
    { id: 'c', name: 'C', cost: '0' },
  ],
  budget: '30',
  currency: 'EUR',
}
const hash = rulesHash({ definition, frozen })
const outcome = { type: 'ranking', ranking: [['a'], ['b', 'c']], winners: ['a'], ties: [], rounds: [] } as const

const defined: PollEvent = { type: 'PollDefined', ...definition }
const optionsFrozen: PollEvent = { type: 'OptionsFrozen', ...frozen }
const opened: PollEvent = { type: 'PollOpened', pollId, rulesHash: hash, openedAt: opensAt }
const closed: PollEvent = { type: 'PollClosed', pollId, closedAt: closesAt }
const sealed: PollEvent = { type: 'BallotBoxSealed', pollId, ballots: 1, input: 'i' }
const tallied: PollEvent = { type: 'TallyComputed', pollId, rule: definition.rule, input: 'i', outcome }
const certified: PollEvent = { type: 'ResultCertified', pollId, by: 'Town' }
const givenPoll = specify(poll)

it('gives no two voters one stream, whatever the names of polls and voters', () => {
  expect(new Set([ballotStream('a', 'b/c'), ballotStream('a/b', 'c'), ballotStream('a%2Fb', 'c')]).size).toBe(3)
  expect(ballotStream('town-2025', 'v/1')).toBe('ballot-town-2025/v/1')
})

describe('a poll', () => {
  it('goes from definition to certificate, one stage after another', () => {
    givenPoll()
      .when({ ...definition, type: 'DefinePoll' })
      .then(defined)
    givenPoll(defined)
      .when({ ...frozen, type: 'FreezeOptions' })
      .then(optionsFrozen)
    givenPoll(defined, optionsFrozen).when({ type: 'OpenPoll', pollId, rulesHash: hash, at: opensAt }).then(opened)
    givenPoll(defined, optionsFrozen, opened).when({ type: 'ClosePoll', pollId, at: closesAt }).then(closed)
    givenPoll(defined, optionsFrozen, opened, closed).when({ type: 'SealBallotBox', pollId, ballots: 1, input: 'i' }).then(sealed)
    givenPoll(defined, optionsFrozen, opened, closed, sealed)
      .when({ type: 'RecordTally', pollId, rule: definition.rule, input: 'i', outcome })
      .then(tallied)
    givenPoll(defined, optionsFrozen, opened, closed, sealed, tallied).when({ type: 'CertifyResult', pollId, by: 'Town' }).then(certified)
  })
  it('cannot be tallied before its box is sealed', () => {
    givenPoll(defined, optionsFrozen, opened, closed)
      .when({ type: 'RecordTally', pollId, rule: definition.rule, input: 'i', outcome })
      .thenRejected({ type: 'PollNotInStage', needs: 'Sealed', status: 'Closed' })
  })
  it('cannot be tallied by another rule, or on other ballots than were sealed', () => {
    const box = [defined, optionsFrozen, opened, closed, sealed]
    givenPoll(...box)
      .when({ type: 'RecordTally', pollId, rule: { id: 'approval', version: '2', parameters: {} }, input: 'i', outcome })
      .thenRejected({
        type: 'TallyOfAnotherRule',
        given: '{"id":"approval","parameters":{},"version":"2"}',
        expected: '{"id":"approval","parameters":{},"version":"1"}',
      })
    givenPoll(...box)
      .when({ type: 'RecordTally', pollId, rule: definition.rule, input: 'j', outcome })
      .thenRejected({ type: 'TallyOfAnotherInput', given: 'j', sealed: 'i' })
  })
  it('opens only with the hash of what was frozen', () => {
    givenPoll(defined, optionsFrozen)
      .when({ type: 'OpenPoll', pollId, rulesHash: 'other', at: opensAt })
      .thenRejected({ type: 'RulesHashDiffers', given: 'other', expected: hash })
    expect(rulesHash({ definition, frozen: { ...frozen, budget: '31' } })).not.toBe(hash)
  })
  it('refuses amounts that are no money, and options named twice', () => {
    const freeze = (change: Partial<typeof frozen>): ReturnType<ReturnType<typeof givenPoll>['when']> =>
      givenPoll(defined).when({ ...frozen, ...change, type: 'FreezeOptions' })
    freeze({ budget: 'much' }).thenRejected({ type: 'AmountNotReadable', field: 'budget', value: 'much' })
    freeze({ options: [{ id: 'a', name: 'A', cost: '-1' }] }).thenRejected({ type: 'AmountNotReadable', field: 'cost of a', value: '-1' })
    freeze({ options: [] }).thenRejected({ type: 'PollWithoutOptions' })
    freeze({
      options: [
        { id: 'a', name: 'A', cost: '1' },
        { id: 'a', name: 'B', cost: '1' },
      ],
    }).thenRejected({ type: 'OptionNamedTwice', option: 'a' })
  })
})

const terms = ballotTerms(replay(poll, [defined, optionsFrozen, opened]))
if (terms === undefined) throw new Error('the poll is open')
const cast = (ballot: Ballot, at = during): BallotCommand => ({
  type: 'CastBallot',
  voterKey: 'v',
  ballot,
  channel: 'online',
  attributes: {},
  terms,
  at,
})
const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })
const given = { pollId, voterKey: 'v', rulesHash: hash }
const castA: BallotEvent = { type: 'BallotCast', ...given, ballot: approve('a'), channel: 'online', attributes: {} }
const givenBallot = specify(ballotDecider)

describe('a ballot', () => {
  it('is cast once, replaced by another, withdrawn and cast anew', () => {
    givenBallot()
      .when(cast(approve('a')))
      .then(castA)
    givenBallot(castA)
      .when(cast(approve('a')))
      .thenNothing()
    givenBallot(castA)
      .when(cast(approve('b')))
      .then({ type: 'BallotReplaced', ...given, ballot: approve('b') })
    const withdrawn: BallotEvent = { type: 'BallotWithdrawn', pollId, voterKey: 'v' }
    givenBallot(castA).when({ type: 'WithdrawBallot', voterKey: 'v', terms, at: during }).then(withdrawn)
    givenBallot(castA, withdrawn)
      .when(cast(approve('a')))
      .then(castA)
    givenBallot().when({ type: 'WithdrawBallot', voterKey: 'v', terms, at: during }).thenRejected({ type: 'NoBallotToWithdraw' })
  })
  it('counts only from the opening to just before the closing', () => {
    const early = instant('2026-03-01T07:59:59.999Z')
    givenBallot()
      .when(cast(approve('a'), early))
      .thenRejected({ type: 'OutsideVotingTime', opensAt, closesAt, at: early })
    givenBallot()
      .when(cast(approve('a'), closesAt))
      .thenRejected({ type: 'OutsideVotingTime', opensAt, closesAt, at: closesAt })
    givenBallot()
      .when(cast(approve('a'), opensAt))
      .then(castA)
  })
  it('must be well formed for its poll', () => {
    givenBallot()
      .when(cast(approve('x')))
      .thenRejected({ type: 'OptionUnknown', option: 'x' })
    givenBallot()
      .when(cast(approve('a', 'a')))
      .thenRejected({ type: 'OptionRepeated', option: 'a' })
    givenBallot()
      .when(cast(approve('a', 'b', 'c')))
      .thenRejected({ type: 'OutOfLimits', limit: 'most', value: 3 })
    givenBallot()
      .when(cast({ type: 'choose-one', choice: 'a' }))
      .thenRejected({ type: 'BallotOfWrongType', given: 'choose-one', expected: 'approval' })
  })
})

describe('approval', () => {
  it('ranks by approvals and leaves ties as tiers', () => {
    const election: Election = {
      options: ['a', 'b', 'c'].map((id) => ({ id, cost: 0n })),
      profile: profileOf([approve('c', 'a'), approve('c'), approve('b')]),
      decimals: 0,
    }
    expect(applyRule(approval, election, {})).toMatchObject(E.right({ ranking: [['c'], ['a', 'b']], winners: ['c'] }))
  })
})

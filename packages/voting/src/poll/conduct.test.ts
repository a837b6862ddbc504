import { describe, expect, expectTypeOf, it } from 'vitest'
import { drawLot } from '@isegoria/election'
import { replay } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { ballotTerms, poll, publicPoll, rulesHash } from '../index.ts'
import type { PollCommand, PollDefined, PublicPoll } from '../index.ts'
import {
  annulled,
  certified,
  closed,
  closesAt,
  contested,
  counted,
  definition,
  dismissed,
  drawn,
  during,
  extended,
  frozen,
  hash,
  later,
  opened,
  opensAt,
  option,
  outcome,
  pollId,
  sealedWith,
  tallied,
  withdrawn,
} from './conduct.fixture.ts'

const given = specify(poll)

describe('what is fixed at the opening', () => {
  it.each([
    ['rule', { ...definition, rule: { ...definition.rule, id: 'borda' } }],
    ['version of the rule', { ...definition, rule: { ...definition.rule, version: '2' } }],
    ['parameters', { ...definition, rule: { ...definition.rule, parameters: { quota: 'hare' } } }],
    ['number of seats', { ...definition, seats: 3 }],
    ['quorum', { ...definition, quorum: 1 }],
    ['policy on replacing ballots', { ...definition, revote: 'final' as const }],
    ['secrecy', { ...definition, secrecy: 'open' as const }],
    ['form of the ballots', { ...definition, form: { type: 'ordinal', most: 1 } as const }],
    ['question', { ...definition, question: 'Whom?' }],
    ['calendar', { ...definition, closesAt: later }],
  ])('its %s: a poll that is open refuses another definition, and opens under no other hash', (_, other: Omit<PollDefined, 'type'>) => {
    given(...opened)
      .when({ type: 'DefinePoll', ...other })
      .thenRejected({ type: 'PollAlreadyDefined' })
    const otherHash = rulesHash({ definition: other, frozen })
    given(...opened.slice(0, 2))
      .when({ type: 'OpenPoll', pollId, rulesHash: otherHash, at: opensAt })
      .thenRejected({ type: 'RulesHashDiffers', given: otherHash, expected: hash })
  })
  it.each([
    ['another option', [...frozen.options, option('d')]],
    ['an option less', frozen.options.slice(1)],
    ['another cost', [{ ...option('a'), cost: '1' }, ...frozen.options.slice(1)]],
    ['another order', frozen.options.toReversed()],
  ])('its options: %s is refused once it is open, and is another hash', (_, options) => {
    given(...opened)
      .when({ type: 'FreezeOptions', ...frozen, options })
      .thenRejected({ type: 'PollNotInStage', needs: 'Defined', status: 'Open' })
    expect(rulesHash({ definition, frozen: { ...frozen, options } })).not.toBe(hash)
  })
  it('no command can express a change of rule, options, costs or parameters of an open poll', () => {
    type Changing = Exclude<PollCommand, { type: 'DefinePoll' | 'FreezeOptions' | 'RecordTally' }>
    expectTypeOf<Extract<keyof Changing, 'rule' | 'options' | 'budget' | 'parameters' | 'seats' | 'form'>>().toBeNever()
  })
})

describe('an open poll', () => {
  it('is extended to a later end only, with a reason, and before its end', () => {
    const extend = { type: 'ExtendPoll', pollId, closesAt: later, reason: 'The post was on strike.', at: during } as const
    given(...opened)
      .when(extend)
      .then(extended)
    given(...opened, extended)
      .when(extend)
      .thenNothing()
    given(...opened)
      .when({ ...extend, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'PollExtended' })
    given(...opened)
      .when({ ...extend, closesAt: during })
      .thenRejected({ type: 'PollNotExtended', closesAt, given: during })
    given(...opened)
      .when({ ...extend, at: closesAt })
      .thenRejected({ type: 'PollNotExtended', closesAt, given: later })
    given(...opened, extended)
      .when({ type: 'ClosePoll', pollId, at: closesAt })
      .thenRejected({ type: 'PollStillRunning', closesAt: later, at: closesAt })
    expect(ballotTerms(replay(poll, [...opened, extended]))?.closesAt).toBe(later)
  })
  it('loses an option with a reason, never its last one, and takes no ballot for it any more', () => {
    const withdraw = { type: 'WithdrawOption', pollId, option: 'c', reason: 'The candidate has left.', at: during } as const
    given(...opened)
      .when(withdraw)
      .then(withdrawn)
    given(...opened, withdrawn)
      .when(withdraw)
      .thenNothing()
    given(...opened)
      .when({ ...withdraw, option: 'x' })
      .thenRejected({ type: 'OptionUnknown', option: 'x' })
    given(...opened)
      .when({ ...withdraw, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'OptionWithdrawn' })
    given(...opened, withdrawn, { ...withdrawn, option: 'b' })
      .when({ ...withdraw, option: 'a' })
      .thenRejected({ type: 'NoOptionLeft', option: 'a' })
    expect([...(ballotTerms(replay(poll, [...opened, withdrawn]))?.options ?? [])]).toStrictEqual(['a', 'b'])
  })
})

describe('the lot', () => {
  it('is drawn once, after the end and before the sealing, among the options that are left', () => {
    given(...opened, closed)
      .when({ type: 'DrawLot', pollId, seed: 's' })
      .then(drawn)
    given(...opened, withdrawn, closed)
      .when({ type: 'DrawLot', pollId, seed: 's' })
      .then({ ...drawn, order: drawLot(['a', 'b'], 's') })
    given(...opened, closed, drawn)
      .when({ type: 'DrawLot', pollId, seed: 's' })
      .thenNothing()
    given(...opened, closed, drawn)
      .when({ type: 'DrawLot', pollId, seed: 'another' })
      .thenRejected({ type: 'LotAlreadyDrawn', seed: 'another' })
    given(...opened)
      .when({ type: 'DrawLot', pollId, seed: 's' })
      .thenRejected({ type: 'PollNotInStage', needs: 'Closed', status: 'Open' })
    given(...opened, closed, sealedWith(3))
      .when({ type: 'DrawLot', pollId, seed: 's' })
      .thenRejected({ type: 'PollNotInStage', needs: 'Closed', status: 'Sealed' })
  })
})

describe('a result', () => {
  it('is certified only with a quorum', () => {
    const certify = { type: 'CertifyResult', pollId, by: 'Town' } as const
    given(...counted)
      .when(certify)
      .then(certified)
    given(...opened, closed, sealedWith(2), tallied)
      .when(certify)
      .thenRejected({ type: 'QuorumNotReached', ballots: 2, quorum: 3 })
  })
  it('is contested with grounds, before or after its certificate; a contest is dismissed with a reason, and then it is certified', () => {
    const contest = { type: 'ContestResult', pollId, by: 'a voter', grounds: 'A box was not counted.' } as const
    given(...counted)
      .when(contest)
      .then(contested)
    given(...counted, certified)
      .when(contest)
      .then(contested)
    given(...counted, contested)
      .when(contest)
      .thenNothing()
    given(...counted)
      .when({ ...contest, grounds: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ResultContested' })
    given(...counted, contested)
      .when({ type: 'CertifyResult', pollId, by: 'Town' })
      .thenRejected({ type: 'PollNotInStage', needs: 'Tallied', status: 'Contested' })
    given(...counted, contested)
      .when({ type: 'DismissContest', pollId, by: 'Town', reason: 'It was counted.' })
      .then(dismissed)
    given(...counted, contested, dismissed)
      .when({ type: 'CertifyResult', pollId, by: 'Town' })
      .then(certified)
  })
  it('has no fewer ballots in its box than none', () => {
    given(...opened, { type: 'PollClosed', pollId, closedAt: closesAt })
      .when({ type: 'SealBallotBox', pollId, ballots: -3, input: 'i' })
      .thenRejected({ type: 'NumberOutOfRange', field: 'ballots', value: -3 })
  })
  it('is annulled with motives at any stage, once, and nothing happens after that', () => {
    const annul = { type: 'AnnulPoll', pollId, by: 'The court', motives: 'The roll was open.' } as const
    for (const past of [opened.slice(0, 1), opened, counted, [...counted, certified], [...counted, contested]])
      given(...past)
        .when(annul)
        .then(annulled)
    given(...counted, annulled)
      .when(annul)
      .thenNothing()
    given().when(annul).thenRejected({ type: 'PollNotInStage', needs: 'Defined', status: 'NotDefined' })
    for (const motives of ['', ' \n'])
      given(...opened)
        .when({ ...annul, motives })
        .thenRejected({ type: 'ReasonMissing', of: 'PollAnnulled' })
    given(...opened, annulled)
      .when({ type: 'ClosePoll', pollId, at: closesAt })
      .thenRejected({ type: 'PollNotInStage', needs: 'Open', status: 'Annulled' })
  })
})

describe('the public view', () => {
  it('has no counts to show before the box is sealed, by its type and in fact', () => {
    type Before = Extract<PublicPoll, { status: 'InPreparation' | 'Announced' | 'Open' | 'Closed' }>
    expectTypeOf<Extract<Before extends infer One ? keyof One : never, 'ballots' | 'outcome'>>().toBeNever()
    for (const past of [opened.slice(0, 1), opened.slice(0, 2), opened, [...opened, closed]])
      expect(Object.keys(publicPoll(replay(poll, past)))).not.toContain('ballots')
    expect(publicPoll(replay(poll, counted.slice(0, -1)))).toMatchObject({ status: 'Sealed', ballots: 3 })
    expect(publicPoll(replay(poll, counted))).toMatchObject({ status: 'Tallied', outcome })
  })
})

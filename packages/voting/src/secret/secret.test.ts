import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { anonymousBallot } from './anonymous-ballot.ts'
import {
  AnonymousBallotDeposited,
  boxEvents,
  CredentialSpent,
  RollEntryCancelled,
  rollEvents,
  spentEvents,
  VoterMarked,
  VotingCredentialIssued,
} from './events.ts'
import { coarseInstant } from './coarse-instant.ts'
import { rollEntry } from './roll-entry.ts'
import { secrecyTerms } from './secrecy-level.ts'
import { approve, credential, noon, terms } from './secret.fixture.ts'
import { spentCredential } from './spent-credential.ts'
import { boxStream, rollStream, serialHash, spentStream } from './streams.ts'

const { pollId, rulesHash } = terms
const late = { type: 'OutsideVotingTime', opensAt: terms.opensAt, closesAt: terms.closesAt, at: terms.closesAt } as const

describe('an entry on the roll of a secret poll', () => {
  const given = specify(rollEntry)
  const entry = { pollId, voterKey: 'v1' }
  const mark = { type: 'MarkVoter', voterKey: 'v1', terms, at: noon } as const
  const issue = { type: 'IssueCredential', voterKey: 'v1', request: 'r1', terms, at: noon } as const
  const cancel = { type: 'CancelRollEntry', ...entry, reason: 'voted on paper' } as const
  const marked = { type: 'VoterMarked', ...entry } as const
  const issued = { type: 'VotingCredentialIssued', ...entry, request: 'r1' } as const
  const cancelled = { type: 'RollEntryCancelled', ...entry, reason: 'voted on paper' } as const

  it('marks a voter once', () => {
    given().when(mark).then(marked)
    given(marked).when(mark).thenRejected({ type: 'VoterAlreadyMarked' })
  })
  it('gives a voter one credential, and the same one again', () => {
    given().when(issue).then(issued)
    given(issued).when(issue).thenNothing()
    given(issued)
      .when({ ...issue, request: 'r2' })
      .thenRejected({ type: 'CredentialAlreadyIssued' })
  })
  it('is of one level', () => {
    given(issued).when(mark).thenRejected({ type: 'CredentialAlreadyIssued' })
    given(marked).when(issue).thenRejected({ type: 'VoterAlreadyMarked' })
  })
  it('gives nothing once it is cancelled, whatever was before', () => {
    given().when(cancel).then(cancelled)
    given(marked).when(cancel).then(cancelled)
    given(cancelled)
      .when({ ...cancel, reason: 'moved away' })
      .thenNothing()
    given(cancelled).when(mark).thenRejected({ type: 'RollEntryAlreadyCancelled' })
    given(issued, cancelled).when(issue).thenRejected({ type: 'RollEntryAlreadyCancelled' })
  })
  it('is marked while the poll is open, and given a credential until then', () => {
    const before = instant('2026-02-20T00:00:00Z')
    given()
      .when({ ...mark, at: terms.closesAt })
      .thenRejected(late)
    given()
      .when({ ...mark, at: before })
      .thenRejected({ ...late, at: before })
    given()
      .when({ ...issue, at: before })
      .then(issued)
    given()
      .when({ ...issue, at: terms.closesAt })
      .thenRejected({ type: 'IssuingEnded', closesAt: terms.closesAt, at: terms.closesAt })
  })
})

describe('a ballot in the box of a secret poll', () => {
  const given = specify(anonymousBallot)
  const deposit = { type: 'DepositBallot', ballot: approve('b', 'a'), terms, at: noon } as const
  const deposited = { type: 'AnonymousBallotDeposited', pollId, rulesHash, ballot: approve('a', 'b') } as const

  it('is deposited without the order in which it was ticked', () => {
    given().when(deposit).then(deposited)
    const marked = { ...approve('a'), by: 'v1' }
    given()
      .when({ ...deposit, ballot: marked })
      .then({ ...deposited, ballot: approve('a') })
  })
  it('is final', () => {
    given(deposited).when(deposit).thenNothing()
    given(deposited)
      .when({ ...deposit, ballot: approve('c') })
      .thenRejected({ type: 'BallotAlreadyDeposited' })
  })
  it('is well formed, and in time', () => {
    given()
      .when({ ...deposit, ballot: approve('x') })
      .thenRejected({ type: 'OptionUnknown', option: 'x' })
    given()
      .when({ ...deposit, ballot: approve('a', 'b', 'c') })
      .thenRejected({ type: 'OutOfLimits', limit: 'most', value: 3 })
    given()
      .when({ ...deposit, at: terms.closesAt })
      .thenRejected(late)
  })
})

describe('a poll that is not secret', () => {
  it('takes no ballot and no mark in secret', () => {
    const open = { ...terms, isSecret: false }
    specify(rollEntry)().when({ type: 'MarkVoter', voterKey: 'v1', terms: open, at: noon }).thenRejected({ type: 'PollNotSecret' })
    specify(rollEntry)()
      .when({ type: 'IssueCredential', voterKey: 'v1', request: 'r1', terms: open, at: noon })
      .thenRejected({ type: 'PollNotSecret' })
    specify(anonymousBallot)()
      .when({ type: 'DepositBallot', ballot: approve('a'), terms: open, at: noon })
      .thenRejected({ type: 'PollNotSecret' })
  })
})

describe('a credential', () => {
  it('is spent once', () => {
    const given = specify(spentCredential)
    const spend = { type: 'SpendCredential', credential: credential('one') } as const
    const spent = { type: 'CredentialSpent', ...credential('one') } as const
    given().when(spend).then(spent)
    given(spent).when(spend).thenRejected({ type: 'CredentialAlreadySpent' })
  })
})

describe('an event of a secret poll', () => {
  it('has no field for an actor, a cause or a time', () => {
    const fieldsOf = ({ type: { props } }: { readonly type: { readonly props: object } }): ReadonlyArray<string> => Object.keys(props)
    expect([VoterMarked, VotingCredentialIssued, RollEntryCancelled, AnonymousBallotDeposited, CredentialSpent].map(fieldsOf)).toStrictEqual([
      ['type', 'pollId', 'voterKey'],
      ['type', 'pollId', 'voterKey', 'request'],
      ['type', 'pollId', 'voterKey', 'reason'],
      ['type', 'pollId', 'rulesHash', 'ballot'],
      ['type', 'pollId', 'serial', 'prefix', 'signature'],
    ])
    expect([rollEvents, boxEvents, spentEvents].flatMap(({ types }) => types)).toHaveLength(5)
  })
})

describe('a stream of a secret poll', () => {
  it('belongs to one poll, whatever its id', () => {
    expect([rollStream('p/1', 'v'), boxStream('p%2F1', 'v'), spentStream('p', '1/v')]).toStrictEqual(['roll-p%2F1/v', 'box-p%252F1/v', 'spent-p/1/v'])
    expect(serialHash('p', 's')).not.toBe(serialHash('q', 's'))
  })
})

describe('a secrecy level', () => {
  it('makes the first ballot final where nobody can find it again', () => {
    expect(Object.entries(secrecyTerms).map(([level, { revote }]) => [level, revote])).toStrictEqual([
      ['open', 'until-close'],
      ['pseudonymous', 'until-close'],
      ['separated', 'final'],
      ['credential', 'final'],
    ])
  })
})

describe('a coarse instant', () => {
  it('is the day', () => {
    const times = ['2026-03-01T00:00:00Z', '2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00.000Z'].map(instant)
    expect(times.map(coarseInstant)).toStrictEqual(['2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'])
  })
})

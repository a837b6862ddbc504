import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { SecretEvent } from './events.ts'
import { publicBox } from './public-box.ts'
import { approve, credential, terms } from './secret.fixture.ts'

const { pollId, rulesHash } = terms
const marked = (voterKey: string): SecretEvent => ({ type: 'VoterMarked', pollId, voterKey })
const issued = (voterKey: string): SecretEvent => ({ type: 'VotingCredentialIssued', pollId, voterKey, request: 'r' })
const cancelled = (voterKey: string): SecretEvent => ({ type: 'RollEntryCancelled', pollId, voterKey, reason: 'voted on paper' })
const deposited = (...approved: ReadonlyArray<string>): SecretEvent => ({
  type: 'AnonymousBallotDeposited',
  pollId,
  rulesHash,
  ballot: approve(...approved),
})
const spent = (name: string): SecretEvent => ({ type: 'CredentialSpent', ...credential(name) })
const separated = { pollId, rulesHash, level: 'separated' } as const
const withCredential = { ...separated, level: 'credential' } as const

describe('the public box', () => {
  it('holds roll and ballots, each in an order of its own', () => {
    const events = [marked('v2'), deposited('b'), deposited('a', 'c'), marked('v10'), cancelled('v3'), cancelled('v10')]
    expect(publicBox(events, separated)).toStrictEqual(
      E.right({
        ...separated,
        roll: ['v10', 'v2'],
        cancelled: [
          { voterKey: 'v10', reason: 'voted on paper' },
          { voterKey: 'v3', reason: 'voted on paper' },
        ],
        ballots: [approve('a', 'c'), approve('b')],
        credentials: [],
        counts: { roll: 2, cancelled: 2, ballots: 2 },
      }),
    )
  })
  it('has credentials apart from ballots, and perhaps fewer ballots than credentials', () => {
    const box = publicBox([issued('v1'), issued('v2'), issued('v3'), spent('y'), deposited('b'), spent('x'), deposited('a')], withCredential)
    if (E.isLeft(box)) throw new Error(JSON.stringify(box.left))
    expect(box.right.ballots).toStrictEqual([approve('a'), approve('b')])
    const serials = box.right.credentials.map(({ serial }) => serial)
    expect(serials).toStrictEqual([credential('x').serial, credential('y').serial].toSorted())
    expect(box.right.counts).toStrictEqual({ roll: 3, cancelled: 0, ballots: 2 })
  })
  it('is empty where nobody voted', () => {
    expect(publicBox([], separated)).toMatchObject(E.right({ roll: [], ballots: [], counts: { roll: 0, ballots: 0 } }))
  })
  it('is refused with more ballots than voters, each counted once', () => {
    expect(publicBox([marked('v1'), marked('v1'), deposited('a'), deposited('b')], separated)).toStrictEqual(
      E.left({ type: 'MoreBallotsThanVoters', ballots: 2, voters: 1 }),
    )
    expect(publicBox([spent('x'), deposited('a'), cancelled('v1')], withCredential)).toStrictEqual(
      E.left({ type: 'MoreBallotsThanVoters', ballots: 1, voters: 0 }),
    )
  })
  it('is refused when a marked voter has no ballot', () => {
    expect(publicBox([marked('v1'), marked('v2'), deposited('a')], separated)).toStrictEqual(
      E.left({ type: 'FewerBallotsThanMarked', ballots: 1, marked: 2 }),
    )
  })
  it('is refused without just one credential for each ballot', () => {
    for (const given of [[], [spent('x'), spent('x')], [spent('x'), spent('y'), spent('z')]])
      expect(publicBox([issued('v1'), issued('v2'), issued('v3'), deposited('a'), deposited('b'), ...given], withCredential)).toMatchObject(
        E.left({ type: 'BallotsWithoutCredential', ballots: 2 }),
      )
  })
  it('is of one poll, one level and one set of rules', () => {
    const foreign: SecretEvent = { type: 'VoterMarked', pollId: 'p/2', voterKey: 'v1' }
    expect(publicBox([foreign], separated)).toStrictEqual(E.left({ type: 'EventOfAnotherPoll', pollId: 'p/2' }))
    expect(publicBox([issued('v1')], separated)).toStrictEqual(E.left({ type: 'EventOfAnotherLevel', event: 'VotingCredentialIssued' }))
    expect(publicBox([spent('x')], separated)).toStrictEqual(E.left({ type: 'EventOfAnotherLevel', event: 'CredentialSpent' }))
    expect(publicBox([marked('v1')], withCredential)).toStrictEqual(E.left({ type: 'EventOfAnotherLevel', event: 'VoterMarked' }))
    expect(publicBox([marked('v1'), deposited('a')], { ...separated, rulesHash: 'other' })).toStrictEqual(
      E.left({ type: 'BallotOfOtherRules', rulesHash }),
    )
  })
})

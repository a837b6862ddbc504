import { describe, it } from 'vitest'
import { replay } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { ballotDecider, ballotTerms, poll } from '../index.ts'
import type { BallotCommand, BallotTerms, PollDefined } from '../index.ts'
import { definition, during, hash, opened, pollId } from '../poll/conduct.fixture.ts'

describe('a ballot under the policy of its poll', () => {
  const termsOf = (change: Partial<PollDefined>): BallotTerms => {
    const terms = ballotTerms(replay(poll, [{ type: 'PollDefined', ...definition, ...change }, ...opened.slice(1)]))
    if (terms === undefined) throw new Error('the poll is open')
    return terms
  }
  const cast = (terms: BallotTerms, ...ranking: ReadonlyArray<string>): BallotCommand => ({
    type: 'CastBallot',
    voterKey: 'v',
    channel: 'online',
    attributes: {},
    at: during,
    ballot: { type: 'ordinal', ranking },
    terms,
  })
  const givenBallot = specify(ballotDecider)
  const castA = {
    type: 'BallotCast',
    pollId,
    voterKey: 'v',
    rulesHash: hash,
    ballot: { type: 'ordinal', ranking: ['a'] },
    channel: 'online',
    attributes: {},
  } as const

  it('is final where the poll says so: the same again changes nothing, another is refused, and so is withdrawing it', () => {
    const terms = termsOf({ revote: 'final' })
    givenBallot(castA).when(cast(terms, 'a')).thenNothing()
    givenBallot(castA).when(cast(terms, 'b')).thenRejected({ type: 'BallotIsFinal' })
    givenBallot(castA).when({ type: 'WithdrawBallot', voterKey: 'v', terms, at: during }).thenRejected({ type: 'BallotIsFinal' })
    givenBallot(castA)
      .when(cast(termsOf({ revote: 'until-close' }), 'b'))
      .then({ type: 'BallotReplaced', pollId, voterKey: 'v', rulesHash: hash, ballot: { type: 'ordinal', ranking: ['b'] } })
  })
  it.each(['separated', 'credential'] as const)('is refused in its voter’s name where the poll is secret, at the level %s', (secrecy) => {
    givenBallot()
      .when(cast(termsOf({ secrecy, revote: 'final' }), 'a'))
      .thenRejected({ type: 'PollIsSecret' })
  })
})

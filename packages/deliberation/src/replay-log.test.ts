import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot, PastElection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { approve, logOf, town, vote } from './past-election.fixture.ts'
import type { Forge } from './past-election.fixture.ts'
import { replayLog } from './replay-log.ts'
import type { ReplayedLog, ReplayRejection } from './replay-log.ts'
import { rules } from './rule-book.ts'

const replayOf = async (past: PastElection, how: Parameters<typeof logOf>[1] = {}): Promise<ReturnType<typeof replayLog>> => {
  const log = await logOf(past, how)
  if (E.isLeft(log)) throw new Error(log.left)
  return replayLog(log.right, rules)
}
const replayed = async (past: PastElection, how: Parameters<typeof logOf>[1] = {}): Promise<ReplayedLog> => {
  const answer = await replayOf(past, how)
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}
const refused = async (forge: Forge): Promise<ReplayRejection> => {
  const answer = await replayOf(town, { forge })
  if (E.isRight(answer)) throw new Error('the log was replayed')
  return answer.left
}
/** Events of one type with some of their fields replaced. */
const change =
  (type: string, fields: (event: Tagged) => object): Forge =>
  (event) => [event.type === type ? { ...event, ...fields(event) } : event]

const verdicts = ({ polls }: ReplayedLog): ReadonlyArray<unknown> =>
  polls.flatMap(({ stored }) => stored.map(({ same, difference }) => (same ? 'same' : difference)))

describe('a past election that was held again', () => {
  it('is replayed to its stored outcome', async () => {
    const log = await replayed(town)
    expect(log).toMatchObject({ title: town.title, consultationId: 'town-2025', polls: [{ pollId: 'town-2025' }] })
    expect(log.polls[0]?.stored).toMatchObject([
      { rule: { id: 'greedy', version: '2' }, same: true, outcome: { selected: ['trees', 'lamps'], cost: '100', budget: '100' } },
    ])
    expect(log.polls[0]?.attributes.get('district')).toStrictEqual(
      new Map([
        ['north', 2],
        ['south', 2],
      ]),
    )
  })
  it('gives the same hashes when it is held twice, whenever and under whatever ids', async () => {
    const [first, second] = [await replayed(town), await replayed(town, { recordedAt: '2031-05-05T05:05:05Z', commandPrefix: 'again' })]
    expect(second).toStrictEqual(first)
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
  })
  it('gives another log but the same input when the votes came in another order', async () => {
    const [first, second] = [await replayed(town), await replayed({ ...town, votes: town.votes.toReversed() })]
    expect(second.hash).not.toBe(first.hash)
    expect(second.polls).toMatchObject(first.polls.map(({ input, stored }) => ({ input, stored })))
  })
  it('is replayed to its stored outcome, whatever the ballots, by every budget rule', async () => {
    const ids = ['trees', 'paths', 'lamps']
    const ballots = fc.array(fc.subarray(ids), { maxLength: 8 })
    const rule = fc.constantFrom(
      { id: 'greedy', parameters: { satisfaction: 'cardinality' } },
      { id: 'equal-shares', parameters: {} },
      { id: 'equal-shares', parameters: { completion: 'add1', start: 'floor', ties: 'option-id' } },
    )
    await fc.assert(
      fc.asyncProperty(ballots, rule, fc.bigInt({ min: 0n, max: 20000n }), async (given, by, budget) => {
        const votes = given.map((approved, place) => vote(`v${place}`, approve(...approved)))
        expect(verdicts(await replayed({ ...town, votes, budget, rule: by }))).toStrictEqual(['same'])
      }),
    )
  })
})

describe('ballots that changed while the poll was open', () => {
  it('count as they were last, and not at all when withdrawn', async () => {
    const last = new Map(town.votes.map(({ voterKey, ballot }): readonly [string, Ballot] => [voterKey, ballot]))
    const forge: Forge = (event) => {
      if (event.type !== 'BallotCast' || !('voterKey' in event) || event.voterKey !== 'v1') return [event]
      const { pollId, rulesHash } = { pollId: town.consultationId, rulesHash: 'h' }
      const other = { pollId, rulesHash, ballot: approve('paths') }
      return [
        { ...event, ballot: approve('lamps') } as Tagged,
        { type: 'BallotReplaced', voterKey: 'v1', pollId, rulesHash, ballot: last.get('v1') } as Tagged,
        { type: 'BallotCast', voterKey: 'v9', ...other, channel: 'paper', attributes: { district: 'north' } } as Tagged,
        { type: 'BallotWithdrawn', voterKey: 'v9', pollId } as Tagged,
      ]
    }
    const log = await replayed(town, { forge })
    expect(verdicts(log)).toStrictEqual(['same'])
    expect(log.polls[0]?.election.profile).toStrictEqual(profileOf(last.values()))
    expect(log.polls[0]?.attributes.get('district')?.get('north')).toBe(2)
  })
})

describe('a log that was tampered with says so', () => {
  const greedyAgain = { id: 'greedy', version: '2', parameters: { satisfaction: 'cost', dialect: 'greedy', longest: '0', ties: 'option-id' } }
  it.each([
    [
      'another outcome',
      change('TallyComputed', () => ({ outcome: { type: 'allocation', selected: ['paths'], cost: '40', budget: '100', ties: [], rounds: [] } })),
      'the rule gives another outcome today',
    ],
    ['another ballot', change('BallotCast', () => ({ ballot: approve('lamps') })), 'the ballots, options or budget hash to another value'],
    [
      'a ballot left out',
      (event) => ('voterKey' in event && event.voterKey === 'v3' ? [] : [event]),
      'the ballots, options or budget hash to another value',
    ],
    ['another budget', change('OptionsFrozen', () => ({ budget: '101' })), 'the ballots, options or budget hash to another value'],
    ['another input', change('TallyComputed', () => ({ input: 'f'.repeat(64) })), 'the ballots, options or budget hash to another value'],
    ['another sealed input', change('BallotBoxSealed', () => ({ input: 'f'.repeat(64) })), 'another input was sealed in the ballot box'],
    ['no sealed box', (event) => (event.type === 'BallotBoxSealed' ? [] : [event]), 'no ballot box was sealed before the tally'],
    ['another number of sealed ballots', change('BallotBoxSealed', () => ({ ballots: 5 })), '5 ballots were sealed, 4 are in the log'],
    ['another rule than the poll was defined with', change('TallyComputed', () => ({ rule: greedyAgain })), 'the poll was defined with another rule'],
    [
      'an unknown version of the rule',
      change('TallyComputed', () => ({ rule: { ...greedyAgain, version: '9' } })),
      'rule greedy version 9 is not known here',
    ],
    [
      'parameters that the rule does not have',
      (event) => {
        const rule = { ...greedyAgain, parameters: { speed: 'high' } }
        return [event.type === 'PollDefined' || event.type === 'TallyComputed' ? ({ ...event, rule } as Tagged) : event]
      },
      'refused today: UnknownParameter',
    ],
  ] as ReadonlyArray<readonly [string, Forge, string]>)('%s', async (_, forge, difference) => {
    expect(verdicts(await replayed(town, { forge }))).toStrictEqual([difference])
  })
  it('and in its hash, when a single letter of a title is another', async () => {
    const [first, second] = [await replayed(town), await replayed({ ...town, title: `${town.title}!` })]
    expect(second.hash).not.toBe(first.hash)
  })
})

describe('a log that cannot be read is refused', () => {
  it.each([
    [
      'an event of a type that nobody knows',
      change('PollClosed', () => ({ type: 'PollForgotten' })),
      /^poll-town-2025@4: unknown event type 'PollForgotten'$/,
    ],
    ['an event without a field', change('PollClosed', () => ({ closedAt: undefined })), /^poll-town-2025@4: .*closedAt/],
    [
      'a ballot of no known shape',
      change('BallotCast', () => ({ ballot: { type: 'approval', approved: 'trees' } })),
      /^ballot-town-2025\/v1@1: .*approved/,
    ],
    ['an instant that is none', change('CalendarSet', () => ({ opensAt: 'yesterday' })), /^consultation-town-2025@3: .*opensAt/],
  ])('%s, by stream and version', async (_, forge, reason) => {
    const rejection = await refused(forge)
    expect(rejection.type).toBe('Undecodable')
    if (rejection.type === 'Undecodable') expect(rejection.reasons[0]).toMatch(reason)
  })
  it('when there is no consultation in it', async () => {
    expect(await refused((event) => (event.type === 'ConsultationDrafted' ? [] : [event]))).toStrictEqual({ type: 'NoConsultation' })
    expect(replayLog(memoryStore(), rules)).toStrictEqual(E.left({ type: 'NoConsultation' }))
  })
})

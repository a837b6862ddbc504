import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import { replay } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { poll, publicPoll, rulesHash, supportOf } from '../index.ts'
import type { PollEvent, Support, Threshold } from '../index.ts'
import { certified, closed, definition as committeeDefinition, frozen, opensAt, pollId, sealedWith } from './conduct.fixture.ts'

const given = specify(poll)

const twoThirds: Threshold = { numerator: 2, denominator: 3, comparison: 'at-least', of: 'ballots' }
const majority: Threshold = { numerator: 1, denominator: 2, comparison: 'more-than', of: 'ballots' }
const ofElectors: Threshold = { ...majority, of: 'electors' }
const { seats: _, quorum: __, ...single } = committeeDefinition
const defined = (threshold: Threshold) => ({ ...single, rule: { id: 'irv', version: '1', parameters: {} }, electors: 'town', threshold })
const definition = defined(twoThirds)
const ranked = (...winners: ReadonlyArray<string>) => ({ type: 'ranking', ranking: [['a', 'b', 'c']], winners, ties: [], rounds: [] }) as const
const support = (a: number, ballots: number, electors?: number): Support => ({
  ballots,
  supporters: { a },
  ...(electors === undefined ? {} : { electors }),
})
const opened = (threshold: Threshold): ReadonlyArray<PollEvent> => [
  { type: 'PollDefined', ...defined(threshold) },
  { type: 'OptionsFrozen', ...frozen },
  { type: 'PollOpened', pollId, rulesHash: rulesHash({ definition: defined(threshold), frozen }), openedAt: opensAt },
]
const sealed = (threshold: Threshold): ReadonlyArray<PollEvent> => [...opened(threshold), closed, sealedWith(9)]
const { rule } = definition
const record = (of: Support | undefined, outcome: Extract<PollEvent, { type: 'TallyComputed' }>['outcome'] = ranked('a')) =>
  ({ type: 'RecordTally', pollId, rule, input: 'i', outcome, ...(of === undefined ? {} : { support: of }) }) as const
const counted = (threshold: Threshold, of: Support, ...winners: ReadonlyArray<string>): ReadonlyArray<PollEvent> => [
  ...sealed(threshold),
  { ...record(of, ranked(...winners)), type: 'TallyComputed' },
]
const certify = { type: 'CertifyResult', pollId, by: 'Town' } as const

describe('a threshold', () => {
  it('is announced with the poll, and is another hash', () => {
    given()
      .when({ type: 'DefinePoll', ...definition })
      .then({ type: 'PollDefined', ...definition })
    const hashes = [definition, defined(majority), defined(ofElectors), { ...single, rule, electors: 'town' }].map((one) =>
      rulesHash({ definition: one, frozen }),
    )
    expect(new Set(hashes).size).toBe(4)
  })
  it('cannot change once the poll is open', () => {
    given(...opened(twoThirds))
      .when({ type: 'DefinePoll', ...defined(majority) })
      .thenRejected({ type: 'PollAlreadyDefined' })
    const [given_, expected] = [majority, twoThirds].map((one) => rulesHash({ definition: defined(one), frozen }))
    given(...opened(twoThirds).slice(0, 2))
      .when({ type: 'OpenPoll', pollId, rulesHash: given_ ?? '', at: opensAt })
      .thenRejected({ type: 'RulesHashDiffers', given: given_ ?? '', expected: expected ?? '' })
  })
  it.each([
    { numerator: 4, denominator: 3, comparison: 'at-least' },
    { numerator: 0, denominator: 3, comparison: 'at-least' },
    { numerator: 1, denominator: 1, comparison: 'more-than' },
    { numerator: -1, denominator: 2, comparison: 'more-than' },
    { numerator: 1, denominator: 0, comparison: 'at-least' },
    { numerator: 1, denominator: -2, comparison: 'more-than' },
  ] as const)('is no share of $numerator/$denominator ($comparison)', (wrong) => {
    given()
      .when({ type: 'DefinePoll', ...defined({ ...wrong, of: 'ballots' }) })
      .thenRejected({ type: 'ThresholdOutOfRange', ...wrong })
  })
  it('of the electors needs a roll of them', () => {
    const { electors: ___, ...without } = defined(ofElectors)
    given()
      .when({ type: 'DefinePoll', ...without })
      .thenRejected({ type: 'ThresholdWithoutRoll' })
  })
  it('is refused where no one option wins, and where no ballot says for whom it is', () => {
    given()
      .when({ type: 'DefinePoll', ...definition, seats: 2 })
      .thenRejected({ type: 'ThresholdWithoutShare', because: 'seats' })
    for (const type of ['cumulative', 'score'] as const)
      given()
        .when({ type: 'DefinePoll', ...definition, form: { type } })
        .thenRejected({ type: 'ThresholdWithoutShare', because: type })
    given({ type: 'PollDefined', ...definition })
      .when({ type: 'FreezeOptions', ...frozen, budget: '100' })
      .thenRejected({ type: 'ThresholdWithoutShare', because: 'budget' })
    given(...sealed(twoThirds))
      .when(record(support(6, 9), { type: 'committee', committees: [['a']], ties: [], rounds: [] }))
      .thenRejected({ type: 'ThresholdWithoutShare', because: 'committee' })
  })
})

describe('a tally of a poll with a threshold', () => {
  it('is recorded with the support of its winner, and published with it', () => {
    const [tallied] = counted(twoThirds, support(6, 9), 'a').slice(-1)
    if (tallied === undefined) throw new Error('an event')
    given(...sealed(twoThirds))
      .when(record(support(6, 9)))
      .then(tallied)
    expect(publicPoll(replay(poll, counted(twoThirds, support(6, 9), 'a')))).toMatchObject({ status: 'Tallied', support: support(6, 9) })
  })
  it('is refused without it, or with numbers that cannot be', () => {
    const rejected = (threshold: Threshold, of: Support | undefined) => given(...sealed(threshold)).when(record(of))
    rejected(twoThirds, undefined).thenRejected({ type: 'SupportMissing', of: 'ballots' })
    rejected(ofElectors, support(6, 9)).thenRejected({ type: 'SupportMissing', of: 'electors' })
    rejected(twoThirds, { ballots: 9, supporters: { b: 3 } }).thenRejected({ type: 'SupportMissing', of: 'a' })
    rejected(twoThirds, support(6, 10)).thenRejected({ type: 'NumberOutOfRange', field: 'ballots with support', value: 10 })
    rejected(twoThirds, support(6, 5)).thenRejected({ type: 'NumberOutOfRange', field: 'supporters of a', value: 6 })
    rejected(twoThirds, support(-1, 5)).thenRejected({ type: 'NumberOutOfRange', field: 'supporters of a', value: -1 })
    rejected(ofElectors, support(1, 5, -1)).thenRejected({ type: 'NumberOutOfRange', field: 'electors', value: -1 })
  })
  it('keeps no support where there is no threshold', () => {
    const { threshold: ___, ...plain } = definition
    const past: ReadonlyArray<PollEvent> = [
      { type: 'PollDefined', ...plain },
      { type: 'OptionsFrozen', ...frozen },
      { type: 'PollOpened', pollId, rulesHash: rulesHash({ definition: plain, frozen }), openedAt: opensAt },
      closed,
      sealedWith(9),
    ]
    given(...past)
      .when(record(support(6, 9)))
      .then({ ...record(undefined), type: 'TallyComputed' })
  })
})

describe('a result', () => {
  it.each([
    ['two thirds, reached exactly', twoThirds, support(6, 9)],
    ['a majority', majority, support(5, 9)],
    ['a majority of the electors', ofElectors, support(8, 9, 15)],
    ['all of them', { ...twoThirds, numerator: 1, denominator: 1 }, support(9, 9)],
    ['anybody at all', { ...majority, numerator: 0, denominator: 1 }, support(1, 9)],
  ])('is certified with %s', (___, threshold, of) => {
    given(...counted(threshold, of, 'a'))
      .when(certify)
      .then(certified)
  })
  it.each([
    ['one ballot too few', twoThirds, support(5, 8), 8],
    ['just half where more is asked', majority, support(4, 8), 8],
    ['a majority of the ballots where one of the electors is asked', ofElectors, support(9, 9, 18), 18],
    ['no ballot that says anything', twoThirds, support(0, 0), 0],
    ['no elector on the roll', { ...twoThirds, of: 'electors' as const }, support(0, 0, 0), 0],
  ])('is not certified with %s', (___, threshold, of, base) => {
    given(...counted(threshold, of, 'a'))
      .when(certify)
      .thenRejected({ type: 'ThresholdNotReached', option: 'a', supporters: of.supporters['a'] ?? 0, base, threshold })
  })
  it('is not certified while more than one option wins', () => {
    given(...counted(majority, { ballots: 9, supporters: { a: 9, b: 9 } }, 'a', 'b'))
      .when(certify)
      .thenRejected({ type: 'WinnerNotSingle', winners: ['a', 'b'] })
  })
  it('needs the quorum as well: half of those registered, and more than half of those who chose', () => {
    const past = counted(majority, support(5, 9), 'a').map((event) => (event.type === 'PollDefined' ? { ...event, quorum: 10 } : event))
    given(...past)
      .when(certify)
      .thenRejected({ type: 'QuorumNotReached', ballots: 9, quorum: 10 })
  })
  it('is compared exactly, at numbers that floating point cannot tell apart', () => {
    const most = Number.MAX_SAFE_INTEGER
    const share: Threshold = { numerator: most - 1, denominator: most, comparison: 'more-than', of: 'electors' }
    const outcomeOf = (supporters: number) => poll.decide(certify, replay(poll, counted(share, { ...support(supporters, most, most) }, 'a')))
    expect([outcomeOf(most - 1), outcomeOf(most)]).toMatchObject([{ left: { type: 'ThresholdNotReached' } }, { right: [certified] }])
  })
})

const ids = ['a', 'b', 'c']
const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.subarray(ids).map((approved): Ballot => ({ type: 'approval', approved })),
  fc.option(fc.constantFrom(...ids)).map((choice): Ballot => ({ type: 'choose-one', choice })),
  fc.shuffledSubarray(ids).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  fc.tuple(fc.subarray(ids), fc.subarray(ids)).map(([top, low]): Ballot => ({
    type: 'weak-order',
    tiers: [top, low.filter((id) => !top.includes(id))],
  })),
)

/** The obvious twin: whether one ballot puts nobody above an option that it names. */
const isFor = (one: Ballot, id: string): boolean => {
  if (one.type === 'approval') return one.approved.includes(id)
  if (one.type === 'choose-one') return one.choice === id
  if (one.type === 'ordinal') return one.ranking.indexOf(id) === 0
  return one.type === 'weak-order' && one.tiers.filter(({ length }) => length > 0)[0]?.includes(id) === true
}

describe('the support of a winner', () => {
  it('is the number of ballots that approve it, choose it or rank it first, of those that are not blank', () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 20 }), fc.subarray(ids), (ballots, winners) => {
        const { ballots: marked, supporters } = supportOf(profileOf(ballots), winners)
        expect(marked).toBe(ballots.filter((one) => ids.some((id) => isFor(one, id))).length)
        expect(supporters).toStrictEqual(Object.fromEntries(winners.map((id) => [id, ballots.filter((one) => isFor(one, id)).length])))
      }),
    )
  })
  it('counts a ballot once that repeats an option, and none that gives points', () => {
    const odd: ReadonlyArray<Ballot> = [
      { type: 'approval', approved: ['a', 'a'] },
      { type: 'score', scores: [['a', 5]] },
    ]
    expect(supportOf(profileOf(odd), ['a'], 7)).toStrictEqual({ ballots: 1, electors: 7, supporters: { a: 1 } })
  })
})

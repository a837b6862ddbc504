import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked } from '@isegoria/election'
import type { PastElection } from '@isegoria/election'
import { canonicalText, E, instant } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { approve, logOf, vote } from '../past-election.fixture.ts'
import type { Forge } from '../past-election.fixture.ts'
import { rules } from '../rule-book.ts'
import type { WhatIf } from './changes.ts'
import { whatIf } from './what-if.ts'
import type { AskedPoll, WhatIfAnswer } from './what-if.ts'
import { aged, asked, changedMinds, logOfAged, recordedLive, right } from './what-if.fixture.ts'

const answer = (poll: AskedPoll, changes: WhatIf): WhatIfAnswer => right(whatIf(rules, poll, changes))
const refusal = (poll: AskedPoll, changes: WhatIf): unknown => {
  const given = whatIf(rules, poll, changes)
  if (E.isRight(given)) throw new Error('it was answered')
  return given.left
}
const change =
  (type: string, fields: object): Forge =>
  (event) => [event.type === type ? ({ ...event, ...fields } as Tagged) : event]
const selected = ({ outcome }: WhatIfAnswer): unknown => (outcome.type === 'allocation' ? outcome.selected : outcome)

const town = asked(await logOfAged())
const live = asked(await recordedLive(await logOfAged(changedMinds)))

describe('changes that change nothing', () => {
  it.each<WhatIf>([
    {},
    { voters: [{ attribute: 'district', is: ['north', 'south'] }] },
    { voters: [{ attribute: 'channel', is: ['internet', 'post'] }] },
    { until: instant('2025-03-31T23:59:59Z') },
    { budget: '100.00', costs: { paths: '40.0' } },
    { withdrawn: [] },
  ])('give the stored outcome and the hash of its input, byte for byte: %j', (changes) => {
    const { outcome, input, difference } = answer(town, changes)
    const [stored] = town.poll.stored
    expect(canonicalText(outcome)).toBe(canonicalText(stored?.outcome))
    expect(input).toBe(stored?.input)
    const same = { all: 5, chosen: { more: 0, same: 5, fewer: 0 }, money: { more: 0, same: 5, fewer: 0 }, gained: 0, lost: 0 }
    expect(difference).toStrictEqual({ in: [], out: [], money: { before: '100', after: '100', in: '0', out: '0' }, voters: same, counted: same })
  })
})

describe('another public', () => {
  it('is those whom every filter keeps', () => {
    const { election, outcome, difference } = answer(town, {
      voters: [
        { attribute: 'age', from: 17, to: 65.5 },
        { attribute: 'district', is: 'north' },
      ],
    })
    expect(election.profile.voters).toBe(2)
    expect(outcome).toMatchObject({ selected: ['lamps', 'paths'] })
    expect(difference).toMatchObject({ in: ['paths'], out: ['trees'], voters: { all: 5 }, counted: { all: 2 } })
  })
  it.each<[WhatIf['voters'], number]>([
    [[{ attribute: 'age', from: 18 }], 2],
    [[{ attribute: 'age', to: 17 }], 1],
    [[{ attribute: 'channel', is: 'post' }], 1],
    [[{ attribute: 'age', is: ['old', '30'] }], 2],
  ])('%j is %i of five', (voters, count) => {
    expect(answer(town, { voters: voters ?? [] }).election.profile.voters).toBe(count)
  })
  it('decides otherwise, and who gains and who loses is told', () => {
    expect(answer(town, { voters: [{ attribute: 'channel', is: 'post' }] }).difference).toStrictEqual({
      in: ['paths'],
      out: ['trees'],
      money: { before: '100', after: '79.5', in: '40', out: '60.5' },
      voters: { all: 5, chosen: { more: 2, same: 0, fewer: 3 }, money: { more: 2, same: 0, fewer: 3 }, gained: 2, lost: 1 },
      counted: { all: 1, chosen: { more: 1, same: 0, fewer: 0 }, money: { more: 1, same: 0, fewer: 0 }, gained: 1, lost: 0 },
    })
  })
})

describe('another date', () => {
  const until = (day: number): WhatIf => ({ until: instant(`2025-03-0${day}T12:00:00Z`) })
  it('counts each ballot as it was then', () => {
    const texts = [3, 4, 5, 6].map((day) => answer(live, until(day)).election.profile.ballots)
    const one = (...approved: ReadonlyArray<string>): object => ({ ballot: approve(...approved), weight: 1 })
    expect(texts).toStrictEqual([[one('lamps', 'trees')], [one('paths')], [one('paths'), one('trees')], [one('paths')]])
  })
  it('is another public as well, by what each declared with the first ballot', () => {
    expect(answer(live, { ...until(9), voters: [{ attribute: 'age', to: 20 }] }).election.profile.ballots).toStrictEqual([
      { ballot: approve('paths'), weight: 1 },
    ])
  })
})

describe('another envelope', () => {
  it('takes a budget, costs and options at once, in smaller units where they ask for them', () => {
    const { election, outcome, difference } = answer(town, { budget: '60.005', costs: { paths: '10.001' }, withdrawn: ['trees'] })
    expect(election).toMatchObject({
      decimals: 3,
      budget: 60005n,
      options: [
        { id: 'paths', cost: 10001n },
        { id: 'lamps', cost: 39500n },
      ],
    })
    expect(outcome).toMatchObject({ selected: ['paths', 'lamps'], cost: '49.501' })
    expect(difference).toMatchObject({ in: ['paths'], out: ['trees'], money: { before: '100', after: '49.501', in: '10.001', out: '60.5' } })
  })
  it('is decided by another rule, with its own parameters', () => {
    const { rule } = answer(town, { rule: 'equal-shares', parameters: { completion: 'add1' }, budget: '50' })
    expect(rule).toMatchObject({ id: 'equal-shares', parameters: { completion: 'add1' } })
    expect(answer(town, { parameters: { satisfaction: 'cardinality' } }).rule).toMatchObject({
      id: 'greedy',
      parameters: { satisfaction: 'cardinality' },
    })
    const winner = answer(town, { rule: 'approval' })
    expect(winner.difference).not.toHaveProperty('money')
    expect(winner.difference).toMatchObject({ in: [], out: ['lamps'] })
  })
})

describe('what cannot be asked', () => {
  it.each<[WhatIf, object]>([
    [{ voters: [{ attribute: 'sex', is: 'F' }] }, { type: 'UnknownAttribute', attribute: 'sex', known: ['age', 'channel', 'district'] }],
    [{ voters: [{ attribute: 'toString', is: 'F' }] }, { type: 'UnknownAttribute', attribute: 'toString' }],
    [
      { voters: [{ attribute: 'district', is: ['north', 'east'] }] },
      { type: 'UnknownValue', attribute: 'district', value: 'east', known: ['north', 'south'] },
    ],
    [{ voters: [{ attribute: 'district', from: 1 }] }, { type: 'AttributeNotNumeric', attribute: 'district' }],
    [{ voters: [{ attribute: 'age', from: 30, to: 18 }] }, { type: 'RangeNotSound', attribute: 'age' }],
    [{ voters: [{ attribute: 'age' }] }, { type: 'RangeNotSound', attribute: 'age' }],
    [{ voters: [{ attribute: 'age', from: 100 }] }, { type: 'NoBallotsLeft' }],
    [{ until: instant('2025-03-01T00:00:00Z') }, { type: 'UntilBeforeOpening', opensAt: '2025-03-01T00:00:00Z' }],
    [{ until: instant('2025-03-10T00:00:00Z') }, { type: 'CastTimesUnknown', recordedAt: '2026-01-01T00:00:00Z' }],
    [{ costs: { pool: '5' } }, { type: 'UnknownProject', project: 'pool', known: ['trees', 'paths', 'lamps'] }],
    [{ withdrawn: ['pool'] }, { type: 'UnknownProject', project: 'pool' }],
    [{ withdrawn: ['trees', 'paths', 'lamps'] }, { type: 'NoOptionsLeft' }],
    [{ budget: '-1' }, { type: 'AmountNegative', amount: '-1' }],
    [{ budget: 'much' }, { type: 'AmountNotReadable', amount: 'much' }],
    [{ costs: { trees: '-0.01' } }, { type: 'AmountNegative', project: 'trees', amount: '-0.01' }],
    [{ rule: 'nonsense' }, { type: 'UnknownRule', rule: 'nonsense' }],
    [
      { rule: 'greedy', parameters: { speed: 'high' } },
      { type: 'UnknownParameter', parameter: 'speed' },
    ],
    [{ rule: 'schulze' }, { type: 'BallotNotReadable', ballot: 'approval' }],
  ])('%j', (changes, rejection) => {
    expect(refusal(town, changes)).toMatchObject(rejection)
  })
  it('before anybody has voted', () => {
    expect(refusal(live, { until: instant('2025-03-02T12:00:00Z') })).toStrictEqual({ type: 'NoBallotsLeft' })
  })
  it('of a secret poll is anything about its voters', async () => {
    const secret = asked(await logOfAged(change('PollDefined', { secrecy: 'separated' })))
    expect(refusal(secret, { voters: [{ attribute: 'age', from: 1 }] })).toStrictEqual({ type: 'BallotsAreSecret', change: 'voters' })
    expect(refusal(secret, { until: instant('2025-03-02T00:00:00Z') })).toStrictEqual({ type: 'BallotsAreSecret', change: 'until' })
    expect(selected(answer(secret, { budget: '40' }))).toStrictEqual(['lamps'])
  })
  it('of a poll without its ballots is another public', () => {
    expect(refusal({ poll: town.poll }, { voters: [{ attribute: 'age', from: 1 }] })).toStrictEqual({ type: 'BallotsNotGiven', change: 'voters' })
  })
  it('where no money is spent is another budget', async () => {
    const free = asked(await logOfAged(change('OptionsFrozen', { budget: null })))
    expect(refusal(free, { budget: '5' })).toStrictEqual({ type: 'NothingIsSpent' })
  })
})

describe('every what-if', () => {
  const ids = ['trees', 'paths', 'lamps']
  const voter = fc.record({ approved: fc.subarray(ids), age: fc.integer({ min: 16, max: 20 }) })
  const money = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined })
  it('is what the same election held with other votes, costs and budget decides, and writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(voter, { minLength: 1, maxLength: 8 }),
        fc.record({ least: fc.integer({ min: 16, max: 20 }), budget: money, cost: money, gone: fc.subarray(['paths']) }),
        async (voters, { least, budget, cost, gone }) => {
          fc.pre(voters.some(({ age }) => age >= least))
          const votes = voters.map(({ approved, age }, place) => ({ ...vote(`v${place}`, approve(...approved)), attributes: { age: `${age}` } }))
          const store = right(await logOf({ ...aged, votes }))
          const before = JSON.stringify([...store.readAll()])
          const changes: WhatIf = {
            voters: [{ attribute: 'age', from: least }],
            ...(budget === undefined ? {} : { budget: `${budget}` }),
            ...(cost === undefined ? {} : { costs: { trees: `${cost}` } }),
            withdrawn: gone,
          }
          const [first, again] = [answer(asked(store), changes), answer(asked(store), changes)]
          expect(canonicalText({ ...first, election: 0 })).toBe(canonicalText({ ...again, election: 0 }))
          expect(JSON.stringify([...store.readAll()])).toBe(before)

          const other: PastElection = {
            ...aged,
            ...(budget === undefined ? {} : { budget: BigInt(budget) * 100n }),
            options: aged.options
              .filter(({ id }) => !gone.includes(id))
              .map((option) => (option.id === 'trees' && cost !== undefined ? { ...option, cost: BigInt(cost) * 100n } : option)),
            votes: votes
              .filter(({ attributes: { age } }) => Number(age) >= least)
              .map((one) => ({ ...one, ballot: approve(...marked(one.ballot).filter((id) => !gone.includes(id))) })),
          }
          const held = asked(right(await logOf(other))).poll
          expect([first.input, first.outcome]).toStrictEqual([held.input, held.stored[0]?.outcome])
        },
      ),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import { E, instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { ballotDecider } from './ballot.ts'
import type { BallotCommand } from './ballot.ts'
import { ballotEvents } from './events.ts'
import type { BallotTerms } from './terms.ts'

const time = (offset: number): Instant => instant(new Date(Date.UTC(2026, 2, 1) + offset).toISOString())
const [opens, closes] = [0, 1000]
const isDuring = (offset: number): boolean => offset >= opens && offset < closes

const ids = ['a', 'b', 'c']
const limit = fc.option(fc.nat(3), { nil: undefined })
const limits = fc
  .record({ fewest: limit, most: limit, mostPerOption: limit, fewestPoints: limit, mostPoints: limit })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
const type = fc.constantFrom('approval', 'choose-one', 'cumulative', 'ordinal', 'score', 'weak-order')
const terms: fc.Arbitrary<BallotTerms> = fc.tuple(type, limits).map(([kind, bounds]) => ({
  pollId: 'p-1',
  rulesHash: 'h',
  options: new Set(ids),
  form: { type: kind, ...bounds },
  isFinal: false,
  isSecret: false,
  opensAt: instant('2026-03-01T00:00:00Z'),
  closesAt: instant('2026-03-01T00:00:01Z'),
}))

const id = fc.constantFrom(...ids, 'x')
const points = fc.array(fc.tuple(id, fc.constantFrom(0, 1, 2, 5, -1, 1.5)), { maxLength: 4 })
const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.array(id, { maxLength: 4 }).map((approved): Ballot => ({ type: 'approval', approved })),
  fc.option(id).map((choice): Ballot => ({ type: 'choose-one', choice })),
  fc.array(id, { maxLength: 4 }).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  points.map((given): Ballot => ({ type: 'cumulative', points: given })),
  points.map((scores): Ballot => ({ type: 'score', scores })),
  fc.array(fc.array(id, { maxLength: 2 }), { maxLength: 3 }).map((tiers): Ballot => ({ type: 'weak-order', tiers })),
)

/** What is said with points, added up; nothing of the other kinds. */
const pointsOf = (given: Ballot): ReadonlyArray<number> => {
  const pairs = given.type === 'cumulative' ? given.points : given.type === 'score' ? given.scores : []
  return pairs.map(([, value]) => value)
}

/** The rules of a well-formed ballot as one says them. */
const isWellFormed = (given: Ballot, { form }: BallotTerms): boolean => {
  const [options, values] = [marked(given), pointsOf(given)]
  const sum = values.reduce((total, value) => total + value, 0)
  const isPoints = given.type === 'cumulative' || given.type === 'score'
  const isWithinPoints = sum >= (form.fewestPoints ?? 0) && sum <= (form.mostPoints ?? sum)
  return (
    given.type === form.type &&
    options.every((option) => ids.includes(option)) &&
    new Set(options).size === options.length &&
    options.length >= (form.fewest ?? 0) &&
    options.length <= (form.most ?? Infinity) &&
    (!isPoints || (isWithinPoints && values.every((value) => Number.isInteger(value) && value >= 0 && value <= (form.mostPerOption ?? Infinity))))
  )
}

const voterKey = 'v'
const offset = fc.constantFrom(opens - 1, opens, opens + 1, closes - 1, closes, closes + 1)
const session = terms.chain((given) =>
  fc.tuple(
    fc.constant(given),
    fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.tuple(ballot, offset).map(([cast, at]) => ({
            offset: at,
            command: { type: 'CastBallot', voterKey, ballot: cast, channel: 'paper', attributes: {}, terms: given, at: time(at) } as BallotCommand,
          })),
        },
        {
          weight: 1,
          arbitrary: offset.map((at) => ({ offset: at, command: { type: 'WithdrawBallot', voterKey, terms: given, at: time(at) } as BallotCommand })),
        },
      ),
      { maxLength: 30, size: 'max' },
    ),
  ),
)

describe('the ballot of one voter, whatever is asked of it', () => {
  it('obeys the laws of a decider; one counts at most, and only what is well formed', () => {
    let counted = 0
    fc.assert(
      fc.property(session, ([given, steps]) => {
        const { events, breach } = livedThrough(
          ballotDecider,
          ballotEvents,
          steps.map(({ command }) => command),
        )
        expect(breach).toBeUndefined()
        let inBox = 0
        for (const event of events) {
          if (event.type === 'BallotCast') inBox++
          if (event.type === 'BallotWithdrawn') inBox--
          expect(inBox).toBe(event.type === 'BallotWithdrawn' ? 0 : 1)
          if (event.type === 'BallotWithdrawn') continue
          counted++
          expect(isWellFormed(event.ballot, given)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
    expect(counted).toBeGreaterThan(50)
  })
  it('is taken from the opening to just before the closing, exactly when it is well formed', () => {
    fc.assert(
      fc.property(session, ([given, steps]) => {
        for (const { offset: at, command } of steps) {
          const decision = ballotDecider.decide(command, ballotDecider.initialState)
          const isTaken = command.type === 'CastBallot' && isDuring(at) && isWellFormed(command.ballot, given)
          expect(E.isRight(decision)).toBe(isTaken)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

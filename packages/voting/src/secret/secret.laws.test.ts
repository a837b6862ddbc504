import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot } from '@isegoria/election'
import { livedThrough } from '@isegoria/testing'
import { anonymousBallot } from './anonymous-ballot.ts'
import type { DepositBallot } from './anonymous-ballot.ts'
import { boxEvents, rollEvents, spentEvents } from './events.ts'
import { rollEntry } from './roll-entry.ts'
import type { RollCommand } from './roll-entry.ts'
import { credential, noon, terms } from './secret.fixture.ts'
import { spentCredential } from './spent-credential.ts'
import type { SpendCredential } from './spent-credential.ts'
import { withoutOrder } from './without-order.ts'

const at = fc.constantFrom(noon, noon, noon, terms.closesAt)
const voterKey = 'v1'
const rollCommand: fc.Arbitrary<RollCommand> = fc.oneof(
  at.map((time): RollCommand => ({ type: 'MarkVoter', voterKey, terms, at: time })),
  fc.tuple(fc.constantFrom('r1', 'r2'), at).map(([request, time]): RollCommand => ({ type: 'IssueCredential', voterKey, request, terms, at: time })),
  fc.string().map((reason): RollCommand => ({ type: 'CancelRollEntry', pollId: terms.pollId, voterKey, reason })),
)
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
const points = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { selector: ([option]) => option })
const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  ids.map((approved): Ballot => ({ type: 'approval', approved })),
  ids.map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  ids.map((tier): Ballot => ({ type: 'weak-order', tiers: [tier] })),
  points.map((given): Ballot => ({ type: 'cumulative', points: given })),
  points.map((scores): Ballot => ({ type: 'score', scores })),
  fc.constantFrom('a', null).map((choice): Ballot => ({ type: 'choose-one', choice })),
)
const form = fc.constantFrom(...(['approval', 'ordinal', 'weak-order', 'cumulative', 'score', 'choose-one'] as const))
const deposits: fc.Arbitrary<ReadonlyArray<DepositBallot>> = form.chain((type) =>
  fc.array(
    fc
      .tuple(ballot, at)
      .map(([cast, time]): DepositBallot => ({ type: 'DepositBallot', ballot: cast, terms: { ...terms, form: { type } }, at: time })),
  ),
)

describe('the aggregates of a secret poll, whatever is asked of them', () => {
  it('a roll entry obeys the laws, and is used at most once', () => {
    fc.assert(
      fc.property(fc.array(rollCommand), (commands) => {
        const { events, breach } = livedThrough(rollEntry, rollEvents, commands)
        expect(breach).toBeUndefined()
        expect(events.filter(({ type }) => type !== 'RollEntryCancelled').length).toBeLessThan(2)
        expect(events.filter(({ type }) => type === 'RollEntryCancelled').length).toBeLessThan(2)
      }),
      { numRuns: 500 },
    )
  })
  it('a ballot obeys the laws, and is deposited at most once', () => {
    let deposited = 0
    fc.assert(
      fc.property(deposits, (commands) => {
        const { events, breach } = livedThrough(anonymousBallot, boxEvents, commands)
        expect(breach).toBeUndefined()
        expect(events.length).toBeLessThan(2)
        deposited += events.length
      }),
      { numRuns: 500 },
    )
    expect(deposited).toBeGreaterThan(50)
  })
  it('a credential obeys the laws, and is spent at most once', () => {
    const spend: SpendCredential = { type: 'SpendCredential', credential: credential('one') }
    const { events, breach } = livedThrough(spentCredential, spentEvents, [spend, spend, spend])
    expect([breach, events.length]).toStrictEqual([undefined, 1])
  })
})

describe('a ballot without its order', () => {
  it('is the same for every order that means nothing, and is not changed again', () => {
    fc.assert(
      fc.property(ballot, (given) => {
        const reversed: Ballot =
          given.type === 'approval'
            ? { ...given, approved: given.approved.toReversed() }
            : given.type === 'weak-order'
              ? { ...given, tiers: given.tiers.map((tier) => tier.toReversed()) }
              : given.type === 'cumulative'
                ? { ...given, points: given.points.toReversed() }
                : given.type === 'score'
                  ? { ...given, scores: given.scores.toReversed() }
                  : given
        expect(withoutOrder(reversed)).toStrictEqual(withoutOrder(given))
        expect(withoutOrder(withoutOrder(given))).toStrictEqual(withoutOrder(given))
        if (given.type === 'ordinal') expect(withoutOrder(given)).toStrictEqual(given)
      }),
    )
  })
})

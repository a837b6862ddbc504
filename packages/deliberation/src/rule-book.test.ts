import { describe, expect, it } from 'vitest'
import { consultation, consultationEvents, consultationStream } from '@isegoria/consultation'
import { handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import { E, instant } from '@isegoria/kernel'
import type { Either, Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { ballotStream, poll, pollEvents, pollStream, rulesHash } from '@isegoria/voting'
import type { PollCommand } from '@isegoria/voting'
import { approve } from './past-election.fixture.ts'
import { replayLog } from './replay-log.ts'
import { chooseRule, readRule, rules } from './rule-book.ts'
import type { ChosenRule } from './rule-book.ts'
import { tallyPoll } from './tally-poll.ts'

const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}
const familyOf = (chosen: Either<unknown, ChosenRule>): string => right(chosen).rule.family

describe('the rule book', () => {
  it('has an id once in a family', () => {
    const names = rules.map(({ id, family }) => `${family} ${id}`)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toStrictEqual([])
  })
  it.each(['equal-shares', 'maximin-support'])('tells by what is counted which %s is meant', (id) => {
    expect(familyOf(chooseRule(rules, id, {}, { budget: 100n }))).toBe('budget')
    expect(familyOf(chooseRule(rules, id, {}, { seats: 3 }))).toBe('committee')
    expect(familyOf(chooseRule(rules, id, {}, { budget: 100n, seats: 3 }))).toBe('committee')
    expect(familyOf(chooseRule(rules, id, {}, {}))).toBe('committee')
  })
  it('tells it by the parameters where nothing is counted yet, and never afterwards', () => {
    expect(familyOf(readRule(rules, 'equal-shares:completion=add1'))).toBe('budget')
    expect(familyOf(readRule(rules, 'equal-shares:completion=av'))).toBe('committee')
    expect(readRule(rules, 'equal-shares:completion=av', { budget: 100n })).toMatchObject(
      E.left({ type: 'ParameterOutOfRange', rule: 'equal-shares', value: 'av' }),
    )
  })
  it('names an id once where there is none such', () => {
    const known = [...new Set(rules.map(({ id }) => id))]
    expect(chooseRule(rules, 'nothing', {})).toStrictEqual(E.left({ type: 'UnknownRule', rule: 'nothing', known }))
  })
})

const [opensAt, closesAt] = [instant('2026-03-01T00:00:00Z'), instant('2026-03-08T00:00:00Z')]
const pollId = 'board'

/** A log of a poll of three options that cost as much as each other, closed. */
const closedPoll = async (id: string, money: { readonly seats: number } | { readonly budget: string }): Promise<EventStore> => {
  const store = memoryStore()
  let command = 0
  const context = (): { commandId: string; recordedAt: string } => ({ commandId: `c${command++}`, recordedAt: opensAt })
  const send = async (one: PollCommand): Promise<void> => void right(await handle(poll, pollEvents, store)(pollStream(pollId), one, context())())
  const draft = { type: 'DraftConsultation', consultationId: 'c-1', title: 'A board', convenor: 'Town' } as const
  right(await handle(consultation, consultationEvents, store)(consultationStream('c-1'), draft, context())())
  const [counted, seats] = 'seats' in money ? [{ seats: money.seats }, { seats: money.seats }] : [{ budget: 10n }, {}]
  const { rule, parameters } = right(chooseRule(rules, id, {}, counted))
  const choice = { id, version: rule.version, parameters }
  const definition = {
    pollId,
    consultationId: 'c-1',
    question: 'Who?',
    opensAt,
    closesAt,
    form: { type: 'approval' } as const,
    rule: choice,
    ...seats,
  }
  const options = ['a', 'b', 'c'].map((option) => ({ id: option, name: option, cost: '5' }))
  const frozen = { pollId, options, budget: 'budget' in money ? money.budget : null, currency: 'EUR' }
  const hash = rulesHash({ definition, frozen })
  await send({ type: 'DefinePoll', ...definition })
  await send({ type: 'FreezeOptions', ...frozen })
  await send({ type: 'OpenPoll', pollId, rulesHash: hash, at: opensAt })
  for (const [place, ballot] of [approve('a', 'b'), approve('a', 'b'), approve('c')].entries()) {
    const voterKey = `v${place}`
    const cast: Tagged & Record<string, unknown> = { type: 'BallotCast', pollId, voterKey, rulesHash: hash, ballot, channel: 'paper', attributes: {} }
    right(await store.append({ stream: ballotStream(pollId, voterKey), expected: 'any', events: [cast], ...context() })())
  }
  await send({ type: 'ClosePoll', pollId, at: closesAt })
  return store
}

describe('a poll by a rule whose id two families have', () => {
  it.each(['equal-shares', 'maximin-support'])('%s is tallied and replayed by the family that its terms tell', async (id) => {
    for (const [money, type] of [
      [{ seats: 2 }, 'committee'],
      [{ budget: '10' }, 'allocation'],
    ] as const) {
      const store = await closedPoll(id, money)
      const tally = await tallyPoll(store, rules)(pollId, { commandId: 'count', recordedAt: closesAt })()
      expect(tally).toMatchObject(E.right({ outcome: { type } }))
      expect(replayLog(store, rules)).toMatchObject(E.right({ problems: [], polls: [{ stored: [{ same: true, outcome: { type } }] }] }))
    }
  })
})

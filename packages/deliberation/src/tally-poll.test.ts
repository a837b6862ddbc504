import { describe, expect, it } from 'vitest'
import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import type { EventStore } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { logOf, town } from './past-election.fixture.ts'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'
import { tallyPoll } from './tally-poll.ts'

const counting = new Set(['BallotBoxSealed', 'TallyComputed', 'ResultCertified', 'AllocationComputed', 'ProjectFunded', 'ConsultationClosed'])
const pollId = town.consultationId
const context = { commandId: 'count', recordedAt: '2026-01-02T00:00:00Z' }

/** The town's log up to the end of its poll. */
const closedPoll = async (changed: (event: Tagged) => Tagged = (event) => event): Promise<EventStore> => {
  const store = memoryStore()
  await logOf(town, { store, forge: (event) => (counting.has(event.type) ? [] : [changed(event)]) })
  return store
}

const greedy = rules.find(({ id }) => id === 'greedy')

const ruleOf = (count: Rule['count']): Rule =>
  defineRule({
    id: 'greedy',
    version: greedy?.version ?? '',
    title: 'Greedy',
    family: 'budget',
    source: 'none',
    ballots: ['approval'],
    parameters: greedy?.parameters ?? [],
    claims: [],
    violates: [],
    count,
  })

const pollTypes = async (store: EventStore): Promise<ReadonlyArray<string>> => {
  const events = await store.readStream(`poll-${pollId}`)()
  return E.isRight(events) ? events.right.map(({ event }) => event.type) : []
}

describe('tallying a poll', () => {
  it('counts, seals and records what a replay recomputes; done again it changes nothing', async () => {
    const store = await closedPoll()
    const tally = await tallyPoll(store, rules)(pollId, context)()
    expect(tally).toMatchObject(E.right({ ballots: 4, outcome: { type: 'allocation', selected: ['trees', 'lamps'] } }))
    expect(await pollTypes(store)).toStrictEqual(['PollDefined', 'OptionsFrozen', 'PollOpened', 'PollClosed', 'BallotBoxSealed', 'TallyComputed'])
    expect(replayLog(store, rules)).toMatchObject(E.right({ problems: [], polls: [{ stored: [{ same: true }] }] }))
    const head = store.head()
    expect(await tallyPoll(store, rules)(pollId, { ...context, commandId: 'again' })()).toStrictEqual(tally)
    expect(store.head()).toBe(head)
  })
  it('gives everybody the same where several tally at once', async () => {
    const store = await closedPoll()
    const tallies = await Promise.all(['a', 'b', 'c'].map((commandId) => tallyPoll(store, rules)(pollId, { ...context, commandId })()))
    expect(tallies[0]).toMatchObject(E.right({ ballots: 4 }))
    for (const tally of tallies) expect(tally).toStrictEqual(tallies[0])
    expect((await pollTypes(store)).filter((type) => type === 'TallyComputed')).toHaveLength(1)
  })
  it('goes on where it stopped between sealing and recording', async () => {
    const store = await closedPoll()
    const once = await tallyPoll(store, rules)(pollId, context)()
    const events = [...store.readAll()].filter(({ event }) => event.type !== 'TallyComputed')
    const stopped = memoryStore()
    for (const { stream, event, commandId, recordedAt } of events)
      await stopped.append({ stream, expected: 'any', events: [event], commandId: `${commandId}/${event.type}`, recordedAt })()
    expect(await tallyPoll(stopped, rules)(pollId, { ...context, commandId: 'later' })()).toStrictEqual(once)
    expect((await pollTypes(stopped)).at(-1)).toBe('TallyComputed')
  })
  it.each<readonly [string, Rule]>([
    ['throws', ruleOf(() => JSON.parse('{'))],
    [
      'spends too much',
      ruleOf(() => E.right({ type: 'allocation', selected: ['trees', 'paths', 'lamps'], cost: '140', budget: '100', ties: [], rounds: [] })),
    ],
    ['gives no outcome', ruleOf(() => E.right({ type: 'allocation' } as never))],
  ])('leaves the poll as it was when its rule %s', async (_, rule) => {
    const store = await closedPoll()
    const head = store.head()
    expect(await tallyPoll(store, [rule])(pollId, context)()).toMatchObject(E.left({ type: 'RuleFailed', rule: 'greedy' }))
    expect(store.head()).toBe(head)
  })
  it('counts by the version that the poll names, or not at all', async () => {
    const store = await closedPoll()
    const newer = { ...ruleOf(() => E.left({ type: 'BudgetMissing', rule: 'greedy' })), version: 'another' }
    expect(await tallyPoll(store, [newer])(pollId, context)()).toMatchObject(E.left({ type: 'UnknownRule', rule: 'greedy' }))
  })
  it('counts nothing that is not closed, or not there', async () => {
    expect(await tallyPoll(memoryStore(), rules)(pollId, context)()).toStrictEqual(
      E.left({ type: 'PollNotInStage', needs: 'Closed', status: 'NotDefined' }),
    )
  })
  it.each([
    ['an option twice', ['trees', 'trees'], { type: 'OptionRepeated', option: 'trees' }],
    ['what is no option', ['pool'], { type: 'OptionUnknown', option: 'pool' }],
  ])('names the ballot that names %s, and counts nothing', async (_, approved, fault) => {
    const isOf = (event: Tagged): boolean => event.type === 'BallotCast' && 'voterKey' in event && event.voterKey === 'v2'
    const store = await closedPoll((event) => (isOf(event) ? { ...event, ballot: { type: 'approval', approved } } : event))
    const head = store.head()
    const malformed = { type: 'BallotMalformed', stream: `ballot-${pollId}/v2`, version: 1, fault }
    expect(await tallyPoll(store, rules)(pollId, context)()).toStrictEqual(E.left(malformed))
    expect(store.head()).toBe(head)
    const replaced = memoryStore()
    const events = [...store.readAll()]
    for (const { stream, event, recordedAt } of events) {
      const sound = isOf(event) ? [event, { ...event, type: 'BallotReplaced', ballot: { type: 'approval', approved: ['trees'] } }] : [event]
      await replaced.append({ stream, expected: 'any', events: sound, commandId: `${stream}/${event.type}`, recordedAt })()
    }
    expect(await tallyPoll(replaced, rules)(pollId, context)()).toMatchObject(E.right({ ballots: 4 }))
  })
  it('counts an option that was withdrawn for nothing, and the ballots that name it for the rest', async () => {
    const store = memoryStore()
    const withdrawal = { type: 'OptionWithdrawn', pollId, option: 'trees', reason: 'Felled.', withdrawnAt: town.opensAt }
    await logOf(town, {
      store,
      forge: (event) => (counting.has(event.type) ? [] : event.type === 'PollClosed' ? [withdrawal, event] : [event]),
    })
    expect(await tallyPoll(store, rules)(pollId, context)()).toMatchObject(E.right({ ballots: 4, outcome: { selected: ['lamps', 'paths'] } }))
    expect(replayLog(store, rules)).toMatchObject(E.right({ problems: [], polls: [{ stored: [{ same: true }] }] }))
  })
})

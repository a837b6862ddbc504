import { describe, expect, it } from 'vitest'
import { consultation, consultationEvents, consultationStream } from '@isegoria/consultation'
import type { Ballot } from '@isegoria/election'
import { handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import { E, instant } from '@isegoria/kernel'
import type { Either, Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { ballotStream, electorStream, poll, pollEvents, pollStream, rulesHash } from '@isegoria/voting'
import type { PollCommand, Threshold } from '@isegoria/voting'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'
import { tallyPoll } from './tally-poll.ts'

const [opensAt, during, closesAt] = [instant('2026-03-01T00:00:00Z'), instant('2026-03-02T00:00:00Z'), instant('2026-03-08T00:00:00Z')]
const recordedAt = '2026-03-01T00:00:00Z'
const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}

const pollId = 'bridge'
const [rollId, voters] = ['town', ['v1', 'v2', 'v3', 'v4', 'v5', 'v6']]
const majority: Threshold = { numerator: 1, denominator: 2, comparison: 'more-than', of: 'ballots' }
const definitionWith = (threshold: Threshold) => ({
  pollId,
  consultationId: 'c-1',
  question: 'Shall the bridge be built?',
  opensAt,
  closesAt,
  form: { type: 'choose-one' } as const,
  rule: { id: 'plurality', version: '1', parameters: {} },
  electors: rollId,
  threshold,
})
const frozen = { pollId, options: ['yes', 'no', 'later'].map((id) => ({ id, name: id, cost: '0' })), budget: null, currency: '' }
const choose = (choice: string | null): Ballot => ({ type: 'choose-one', choice })

/** A log of a poll in which the voters chose as given, closed; the last voter comes on the roll when it is over. */
const closedPoll = async (threshold: Threshold, choices: ReadonlyArray<string | null>, withdrawn?: string): Promise<EventStore> => {
  const store = memoryStore()
  let id = 0
  const context = (): { commandId: string; recordedAt: string } => ({ commandId: `c${id++}`, recordedAt })
  const append = async (stream: string, event: Tagged): Promise<void> =>
    void right(await store.append({ stream, expected: 'any', events: [event], ...context() })())
  const attest = (voterKey: string): Promise<void> =>
    append(electorStream(rollId, voterKey), { type: 'ElectorAttested', rollId, voterKey, by: 'registry', attributes: {} } as Tagged)
  const send = async (command: PollCommand): Promise<void> =>
    void right(await handle(poll, pollEvents, store)(pollStream(pollId), command, context())())
  const draft = { type: 'DraftConsultation', consultationId: 'c-1', title: 'A bridge', convenor: 'Town' } as const
  right(await handle(consultation, consultationEvents, store)(consultationStream('c-1'), draft, context())())

  const definition = definitionWith(threshold)
  const hash = rulesHash({ definition, frozen })
  for (const voterKey of voters.slice(0, -1)) await attest(voterKey)
  await attest('moved')
  await append(electorStream(rollId, 'moved'), { type: 'ElectorStruckOff', rollId, voterKey: 'moved', reason: 'Moved.' } as Tagged)
  await send({ type: 'DefinePoll', ...definition })
  await send({ type: 'FreezeOptions', ...frozen })
  await send({ type: 'OpenPoll', pollId, rulesHash: hash, at: opensAt })
  for (const [place, choice] of choices.entries()) {
    const voterKey = voters[place] ?? ''
    const cast = { type: 'BallotCast', pollId, voterKey, rulesHash: hash, ballot: choose(choice), channel: 'paper', attributes: {} }
    await append(ballotStream(pollId, voterKey), cast as Tagged)
  }
  if (withdrawn !== undefined) await send({ type: 'WithdrawOption', pollId, option: withdrawn, reason: 'It cannot wait.', at: during })
  await send({ type: 'ClosePoll', pollId, at: closesAt })
  await attest(voters.at(-1) ?? '')
  return store
}

const tallied = async (store: EventStore): Promise<Tagged | undefined> => {
  right(await tallyPoll(store, rules)(pollId, { commandId: 'count', recordedAt })())
  return right(await store.readStream(pollStream(pollId))()).at(-1)?.event
}

const certify = (store: EventStore) =>
  handle(poll, pollEvents, store)(pollStream(pollId), { type: 'CertifyResult', pollId, by: 'Town' }, { commandId: 'certify', recordedAt })()

/** The same log with another support in its tally. */
const forged = async (store: EventStore, support: object): Promise<EventStore> => {
  const other = memoryStore()
  let id = 0
  for (const { stream, event } of store.readAll()) {
    const told = event.type === 'TallyComputed' ? { ...event, support } : event
    right(await other.append({ stream, expected: 'any', events: [told], commandId: `f${id++}`, recordedAt })())
  }
  return other
}

describe('a poll with a threshold', () => {
  it('is certified with the support that its ballots give, blank ones and withdrawn options left out; a replay finds the same', async () => {
    const store = await closedPoll(majority, ['yes', 'yes', 'no', null, 'later'], 'later')
    expect(await tallied(store)).toMatchObject({ type: 'TallyComputed', support: { ballots: 3, supporters: { yes: 2 } } })
    expect(await certify(store)).toMatchObject({ _tag: 'Right' })
    expect(replayLog(store, rules)).toMatchObject(E.right({ problems: [], polls: [{ stored: [{ same: true }] }] }))
  })
  it('is not certified below it, nor with several winners', async () => {
    const store = await closedPoll(majority, ['yes', 'yes', 'no', 'later'])
    await tallied(store)
    expect(await certify(store)).toStrictEqual(E.left({ type: 'ThresholdNotReached', option: 'yes', supporters: 2, base: 4, threshold: majority }))
    const level = await closedPoll(majority, ['yes', 'no'])
    await tallied(level)
    expect(await certify(level)).toStrictEqual(E.left({ type: 'WinnerNotSingle', winners: ['yes', 'no'] }))
  })
  it('of the electors counts those who were on the roll when the poll closed', async () => {
    const store = await closedPoll({ ...majority, of: 'electors' }, ['yes', 'yes', 'yes', 'no'])
    expect(await tallied(store)).toMatchObject({ support: { ballots: 4, electors: 5, supporters: { yes: 3 } } })
    expect(await certify(store)).toMatchObject({ _tag: 'Right' })
  })
  const forgeries: ReadonlyArray<readonly [string, object, Threshold['of']]> = [
    ['more supporters', { ballots: 3, supporters: { yes: 3 } }, 'ballots'],
    ['fewer ballots', { ballots: 2, supporters: { yes: 2 } }, 'ballots'],
    ['fewer electors', { ballots: 3, electors: 3, supporters: { yes: 2 } }, 'electors'],
  ]
  it.each(forgeries)('has a replay tell of a tally with %s than there are', async (_, support, of) => {
    const store = await closedPoll({ ...majority, of }, ['yes', 'yes', 'no'])
    await tallied(store)
    expect(replayLog(await forged(store, support), rules)).toMatchObject(
      E.right({
        problems: [expect.stringMatching(/^the support of the winners of the poll bridge is stored as .*; the ballots give \{"ballots":3,/)],
      }),
    )
  })
  it('leaves a poll as it was whose rule turns out to elect to seats', async () => {
    const store = await closedPoll(majority, ['yes'])
    const head = store.head()
    const book = rules.filter(({ id }) => id === 'plurality').map((rule) => ({ ...rule, family: 'committee' as const }))
    expect(await tallyPoll(store, book)(pollId, { commandId: 'count', recordedAt })()).toStrictEqual(
      E.left({ type: 'SeatsMissing', rule: 'plurality' }),
    )
    expect(store.head()).toBe(head)
  })
})

import { describe, expect, it } from 'vitest'
import { consultation, consultationEvents, consultationStream } from '@isegoria/consultation'
import type { Ballot } from '@isegoria/election'
import { handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import { E, instant, replay } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { ballotTerms, poll, pollEvents, pollStream, rollEntry, rulesHash, secretCommits, voteSeparated } from '@isegoria/voting'
import type { PollCommand, PollEvent } from '@isegoria/voting'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'
import { tallyPoll } from './tally-poll.ts'

const randomId = (): string => crypto.randomUUID()
const [opensAt, during, closesAt] = [instant('2026-03-01T00:00:00Z'), instant('2026-03-02T12:34:56Z'), instant('2026-03-08T00:00:00Z')]
const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}
const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })

const pollId = 'chair'
const definition = {
  pollId,
  consultationId: 'c-1',
  question: 'Who chairs?',
  opensAt,
  closesAt,
  form: { type: 'approval' },
  rule: { id: 'approval', version: '1', parameters: {} },
  revote: 'final',
  secrecy: 'separated',
} as const
const frozen = { pollId, options: ['ada', 'blaise'].map((id) => ({ id, name: id, cost: '0' })), budget: null, currency: '' }

const openPoll = async (): Promise<EventStore> => {
  const store = memoryStore({ newId: randomId })
  const send = handle(poll, pollEvents, store)
  const at = (): { commandId: string; recordedAt: string } => ({ commandId: randomId(), recordedAt: '2026-03-01T00:00:00Z' })
  const draft = { type: 'DraftConsultation', consultationId: 'c-1', title: 'A chair', convenor: 'The club' } as const
  right(await handle(consultation, consultationEvents, store)(consultationStream('c-1'), draft, at())())
  const hash = rulesHash({ definition, frozen })
  const commands: ReadonlyArray<PollCommand> = [
    { type: 'DefinePoll', ...definition },
    { type: 'FreezeOptions', ...frozen },
    { type: 'OpenPoll', pollId, rulesHash: hash, at: opensAt },
  ]
  for (const command of commands) right(await send(pollStream(pollId), command, at())())
  return store
}

const termsOf = async (store: EventStore): Promise<NonNullable<ReturnType<typeof ballotTerms>>> => {
  const recorded = right(await store.readStream(pollStream(pollId))())
  const terms = ballotTerms(
    replay(
      poll,
      recorded.map(({ event }): PollEvent => right(pollEvents.decode(event))),
    ),
  )
  if (terms === undefined) throw new Error('the poll is open')
  return terms
}

const vote = async (store: EventStore, voterKey: string, ballot: Ballot): Promise<void> => {
  const writes = right(voteSeparated({ terms: await termsOf(store), voterKey, ballotId: randomId(), ballot, at: during }, rollEntry.initialState))
  right(await store.appendMany(right(secretCommits(writes, { at: during, randomId })))())
}

const close = async (store: EventStore): Promise<void> => {
  const closing = { type: 'ClosePoll', pollId, at: closesAt } as const
  right(await handle(poll, pollEvents, store)(pollStream(pollId), closing, { commandId: randomId(), recordedAt: '2026-03-08T00:00:00Z' })())
}
const context = { commandId: 'count', recordedAt: '2026-03-08T01:00:00Z' }

describe('a poll whose ballots stand apart from their voters', () => {
  it('is tallied from its box, and a replay recomputes it and finds nothing wrong', async () => {
    const store = await openPoll()
    await vote(store, 'v1', approve('ada'))
    await vote(store, 'v2', approve('blaise', 'ada'))
    await close(store)
    expect(await tallyPoll(store, rules)(pollId, context)()).toMatchObject(E.right({ ballots: 2, outcome: { winners: ['ada'] } }))
    expect(replayLog(store, rules)).toMatchObject(
      E.right({ problems: [], polls: [{ election: { profile: { voters: 2 } }, stored: [{ same: true }] }] }),
    )
  })
  it('is not tallied with more ballots in the box than voters on the roll, and a replay says so', async () => {
    const store = await openPoll()
    await vote(store, 'v1', approve('ada'))
    const { rulesHash: hash } = await termsOf(store)
    const stuffed = { type: 'AnonymousBallotDeposited', pollId, rulesHash: hash, ballot: approve('blaise') }
    const commit = { stream: 'box-chair/x', expected: 'no-stream', events: [stuffed], commandId: 'x', recordedAt: '2026-03-02T00:00:00Z' } as const
    right(await store.append(commit)())
    await close(store)
    const head = store.head()
    expect(await tallyPoll(store, rules)(pollId, context)()).toStrictEqual(E.left({ type: 'MoreBallotsThanVoters', ballots: 2, voters: 1 }))
    expect(store.head()).toBe(head)
    expect(replayLog(store, rules)).toMatchObject(
      E.right({ problems: ['the box of the poll chair: {"ballots":2,"type":"MoreBallotsThanVoters","voters":1}'] }),
    )
  })
  it.each([
    [
      'a ballot in a voter’s name',
      'ballot-chair/v9',
      { type: 'BallotCast', pollId, voterKey: 'v9', ballot: approve('ada'), channel: 'x', attributes: {} },
      /BallotCast in a secret poll$/,
    ],
    [
      'a mark in another stream',
      'roll-chair/v8',
      { type: 'VoterMarked', pollId, voterKey: 'v9' },
      /^roll-chair\/v8@1: VoterMarked does not belong to this stream$/,
    ],
    [
      'a ballot for a poll that is not secret',
      'box-other/x',
      { type: 'AnonymousBallotDeposited', pollId: 'other', ballot: approve() },
      /in the poll other, which is not secret$/,
    ],
  ])('does not let %s pass unseen', async (_, stream, event, problem) => {
    const store = await openPoll()
    const { rulesHash: hash } = await termsOf(store)
    const told = event.type === 'VoterMarked' ? event : { ...event, rulesHash: hash }
    right(await store.append({ stream, expected: 'no-stream', events: [told], commandId: 'x', recordedAt: '2026-03-02T00:00:00Z' })())
    const replayed = right(replayLog(store, rules))
    expect(replayed.problems.find((one) => problem.test(one)) ?? replayed.problems).toMatch(problem)
  })
  it('is not tallied with a ballot that is not well formed, which is named by where it stands', async () => {
    const store = await openPoll()
    await vote(store, 'v1', approve('ada'))
    const { rulesHash: hash } = await termsOf(store)
    const mark = { type: 'VoterMarked', pollId, voterKey: 'v2' }
    const odd = { type: 'AnonymousBallotDeposited', pollId, rulesHash: hash, ballot: approve('ada', 'ada') }
    const common = { expected: 'no-stream', recordedAt: '2026-03-02T00:00:00Z' } as const
    right(await store.append({ ...common, stream: 'roll-chair/v2', events: [mark], commandId: 'x' })())
    right(await store.append({ ...common, stream: 'box-chair/y', events: [odd], commandId: 'y' })())
    await close(store)
    const fault = { type: 'OptionRepeated', option: 'ada' }
    expect(await tallyPoll(store, rules)(pollId, context)()).toStrictEqual(
      E.left({ type: 'BallotMalformed', stream: 'box-chair/y', version: 1, fault }),
    )
  })
  it('is not defined with ballots that could be replaced', async () => {
    const { revote: _, ...open } = definition
    expect(poll.decide({ type: 'DefinePoll', ...open }, poll.initialState)).toStrictEqual(E.left({ type: 'SecretBallotsAreFinal' }))
  })
})

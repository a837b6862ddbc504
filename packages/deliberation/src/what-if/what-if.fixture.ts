import type { EventStore } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Either, Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { approve, logOf, town, vote } from '../past-election.fixture.ts'
import type { Forge } from '../past-election.fixture.ts'
import { replayLog } from '../replay-log.ts'
import { rules } from '../rule-book.ts'
import { castBallots } from './cast-ballots.ts'
import type { AskedPoll } from './what-if.ts'

export const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}

/** The first poll of a log with its ballots. */
export const asked = (store: EventStore): AskedPoll => {
  const [poll] = right(replayLog(store, rules)).polls
  if (poll === undefined) throw new Error('no poll')
  return { poll, ballots: right(castBallots(store)).get(poll.pollId) }
}

/** Five voters of two districts and several ages, one by post. */
export const aged = {
  ...town,
  votes: [
    { ...vote('v1', approve('trees', 'lamps')), attributes: { district: 'north', age: '17' } },
    { ...vote('v2', approve('trees')), attributes: { district: 'south', age: '30' } },
    { ...vote('v3', approve('paths')), attributes: { district: 'north', age: '65.5' } },
    { ...vote('v4', approve('lamps', 'trees')), attributes: { district: 'south' } },
    { ...vote('v5', approve('paths')), channel: 'post', attributes: { district: 'south', age: 'old' } },
  ],
}

const day = (number: number): string => `2025-03-${`${number}`.padStart(2, '0')}T12:00:00Z`

/** The same log, recorded as it happened: the first ballot event on 2 March at noon, the next a day later, and so on. */
export const recordedLive = async (store: EventStore): Promise<EventStore> => {
  const live = memoryStore()
  let [events, ballots] = [0, 0]
  for (const { stream, event } of store.readAll()) {
    const recordedAt = stream.startsWith('ballot-') ? day(2 + ballots++) : '2025-03-01T00:00:00Z'
    right(await live.append({ stream, expected: 'any', events: [event], commandId: `${events++}`, recordedAt })())
  }
  return live
}

/** `v1` replaces their ballot by one for the paths, `v2` takes theirs back; both at once after they were cast. */
export const changedMinds: Forge = (event) => {
  if (event.type !== 'BallotCast' || !('voterKey' in event)) return [event]
  const given = { pollId: town.consultationId, voterKey: event.voterKey }
  const replaced = { type: 'BallotReplaced', ...given, rulesHash: 'h', ballot: approve('paths') } as Tagged
  if (event.voterKey === 'v1') return [event, replaced]
  return event.voterKey === 'v2' ? [event, { type: 'BallotWithdrawn', ...given } as Tagged] : [event]
}

export const logOfAged = async (forge?: Forge): Promise<EventStore> => right(await logOf(aged, forge === undefined ? {} : { forge }))

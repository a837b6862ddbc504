import { createHash } from 'node:crypto'
import type { EventStore } from '@isegoria/engine'
import type { Ballot } from '@isegoria/election'
import { E, instant, replay } from '@isegoria/kernel'
import type { Decider, Either, EventCodec, Instant, Occurrence, Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import type { BallotTerms } from '../ballot/terms.ts'
import { anonymousBallot } from './anonymous-ballot.ts'
import type { AnonymousBallotState } from './anonymous-ballot.ts'
import { boxEvents, rollEvents, spentEvents } from './events.ts'
import type { SecretEvent } from './events.ts'
import { rollEntry } from './roll-entry.ts'
import type { RollState } from './roll-entry.ts'
import { spentCredential } from './spent-credential.ts'
import type { ShownCredential, SpentState } from './spent-credential.ts'
import { boxStream, rollStream, serialHash, spentStream } from './streams.ts'

export const options = ['a', 'b', 'c']
export const terms: BallotTerms = {
  pollId: 'p/1',
  rulesHash: 'h',
  options: new Set(options),
  form: { type: 'approval', most: 2 },
  isFinal: true,
  isSecret: true,
  opensAt: instant('2026-03-01T00:00:00Z'),
  closesAt: instant('2026-03-08T00:00:00Z'),
}
export const noon: Instant = instant('2026-03-02T12:00:00.123Z')
export const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })

export const randomId = (): string => crypto.randomUUID()

/** A store as the host of a secret poll opens it: its ids tell no time. */
export const secretStore = (newId = randomId): EventStore => memoryStore({ newId })

export const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}

const stateOf = async <State, Event extends Tagged>(
  store: EventStore,
  stream: string,
  { initialState, evolve }: Pick<Decider<never, State, Event, never>, 'initialState' | 'evolve'>,
  codec: EventCodec<Event>,
): Promise<State> => {
  const recorded = right(await store.readStream(stream)())
  return replay(
    { initialState, evolve },
    recorded.map(({ event }) => right(codec.decode(event))),
  )
}

export const rollOf = (store: EventStore, voterKey: string): Promise<RollState> =>
  stateOf(store, rollStream(terms.pollId, voterKey), rollEntry, rollEvents)
export const boxOf = (store: EventStore, serial: string): Promise<AnonymousBallotState> =>
  stateOf(store, boxStream(terms.pollId, serialHash(terms.pollId, serial)), anonymousBallot, boxEvents)
export const spentOf = (store: EventStore, serial: string): Promise<SpentState> =>
  stateOf(store, spentStream(terms.pollId, serialHash(terms.pollId, serial)), spentCredential, spentEvents)

const codecOf = ({ stream }: Occurrence): EventCodec<SecretEvent> =>
  stream.startsWith('roll-') ? rollEvents : stream.startsWith('box-') ? boxEvents : spentEvents

/** What the log holds, in its order, without what the store adds. */
export const eventsOf = (store: EventStore): ReadonlyArray<SecretEvent> =>
  [...store.readAll()].map((occurrence) => right(codecOf(occurrence).decode(occurrence.event)))

/** A credential as one looks, signed by nobody. */
export const credential = (name: string): ShownCredential => {
  const digits = (part: string): string => createHash('sha256').update(`${part} of ${name}`).digest('hex')
  return { pollId: terms.pollId, serial: digits('serial'), prefix: digits('prefix'), signature: digits('signature') }
}

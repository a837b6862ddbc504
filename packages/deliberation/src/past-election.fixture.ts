import type { Ballot, PastElection, PastVote } from '@isegoria/election'
import { BatchRefused } from '@isegoria/engine'
import type { Commit, EventStore } from '@isegoria/engine'
import { E, instant } from '@isegoria/kernel'
import type { Either, Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { holdPastElection } from './hold-past-election.ts'
import { rules } from './rule-book.ts'

export const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })
export const vote = (voterKey: string, ballot: Ballot, district = 'north'): PastVote => ({
  voterKey,
  ballot,
  channel: 'internet',
  attributes: { district },
})

/** A town with three projects, four voters and money for two. */
export const town: PastElection = {
  consultationId: 'town-2025',
  title: 'The budget of the town',
  question: 'Which projects?',
  convenor: 'Town',
  opensAt: instant('2025-03-01T00:00:00Z'),
  closesAt: instant('2025-03-31T23:59:59Z'),
  options: [
    { id: 'trees', cost: 6050n, name: 'Trees' },
    { id: 'paths', cost: 4000n },
    { id: 'lamps', cost: 3950n },
  ],
  budget: 10000n,
  decimals: 2,
  currency: 'EUR',
  form: { type: 'approval' },
  rule: { id: 'greedy', parameters: {} },
  votes: [
    vote('v1', approve('trees', 'lamps')),
    vote('v2', approve('trees'), 'south'),
    vote('v3', approve('paths')),
    vote('v4', approve('lamps', 'trees'), 'south'),
  ],
}

/** How an event is forged on its way into the log; several events for one, or none, as well. */
export type Forge = (event: Tagged) => ReadonlyArray<Tagged>

function* forged(commits: Iterable<Commit>, forge: Forge): Generator<Commit> {
  for (const commit of commits) yield { ...commit, expected: 'any', events: commit.events.flatMap(forge) }
}

/** A log in memory in which `past` is held, each event as `forge` leaves it; or why nothing was stored. */
export const logOf = async (
  past: PastElection,
  {
    forge,
    recordedAt = '2026-01-01T00:00:00Z',
    commandPrefix = 'test',
    store = memoryStore(),
  }: Partial<{
    readonly forge: Forge
    readonly recordedAt: string
    readonly commandPrefix: string
    readonly store: EventStore
  }> = {},
): Promise<Either<string, EventStore>> => {
  try {
    const commits = holdPastElection(past, { recordedAt, commandPrefix, book: rules })
    const written = await store.appendMany(forge === undefined ? commits : forged(commits, forge))()
    return E.isLeft(written) ? E.left(JSON.stringify(written.left)) : E.right(store)
  } catch (thrown) {
    if (thrown instanceof BatchRefused) return E.left(thrown.message)
    throw thrown
  }
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import type { Ballot } from '@isegoria/election'
import { canonicalText, instant, seededPrng } from '@isegoria/kernel'
import { coarseInstant } from './coarse-instant.ts'
import { rollEvents } from './events.ts'
import { publicBox } from './public-box.ts'
import type { PublicBox, SecretLevel } from './public-box.ts'
import { rollEntry } from './roll-entry.ts'
import { secretCommits } from './secret-commits.ts'
import { approve, boxOf, credential, eventsOf, noon, options, right, rollOf, secretStore, spentOf, terms } from './secret.fixture.ts'
import type { SecretWrite } from './vote-secretly.ts'
import { voteSeparated, voteWithCredential } from './vote-secretly.ts'

/** Ids of random bytes, the same ones for the same seed, in the form of uuids of version 4. */
const seededIds = (seed: string): (() => string) => {
  const { below } = seededPrng(seed)
  const digits = (count: number): string => Array.from({ length: count }, () => below(16).toString(16)).join('')
  return () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
}

interface Vote {
  readonly voterKey: string
  readonly ballot: Ballot
  /** What names the ballot in the box: a random id, or the credential. */
  readonly name: string
}

const moments = ['2026-03-02T07:00:01Z', '2026-03-02T12:30:00.250Z', '2026-03-02T23:59:59Z'].map(instant)
const noFault = (): undefined => undefined

/** The writes of one vote at level `separated`, on the state of the store. */
const writesSeparated = async (store: EventStore, { voterKey, ballot, name }: Vote): Promise<ReadonlyArray<SecretWrite>> =>
  right(voteSeparated({ terms, voterKey, ballotId: name, ballot, at: noon }, await rollOf(store, voterKey)))

const writesWithCredential = async (store: EventStore, { ballot, name }: Vote): Promise<ReadonlyArray<SecretWrite>> => {
  const shown = credential(name)
  const vote = { terms, credential: shown, ballot, at: noon, faultOf: noFault }
  return right(voteWithCredential(vote, await boxOf(store, shown.serial), await spentOf(store, shown.serial)))
}

/** A poll as it is held: at level `credential` everybody is issued one first; then `together` votes are stored at once. */
const held = async (level: SecretLevel, votes: ReadonlyArray<Vote>, together: number): Promise<EventStore> => {
  const ids = seededIds('commands')
  const store = secretStore(seededIds('events'))
  if (level === 'credential') {
    const send = handle(rollEntry, rollEvents, store)
    for (const { voterKey } of votes) {
      const command = { type: 'IssueCredential', voterKey, request: `request of ${voterKey}`, terms, at: noon } as const
      right(await send(`roll-p%2F1/${voterKey}`, command, { commandId: ids(), recordedAt: coarseInstant(noon) })())
    }
  }
  const writesOf = level === 'separated' ? writesSeparated : writesWithCredential
  for (let first = 0; first < votes.length; first += together) {
    const writes: Array<SecretWrite> = []
    for (const vote of votes.slice(first, first + together)) writes.push(...(await writesOf(store, vote)))
    const at = moments[first % moments.length] ?? noon
    right(await store.appendMany(right(secretCommits(writes, { at, randomId: ids })))())
  }
  return store
}

const published = (store: EventStore, level: SecretLevel): PublicBox =>
  right(publicBox(eventsOf(store), { pollId: terms.pollId, rulesHash: terms.rulesHash, level }))

const multiset = (store: EventStore): ReadonlyArray<string> => [...store.readAll()].map(({ text }) => text).toSorted()
const wholeLog = (store: EventStore): ReadonlyArray<unknown> => [...store.readAll()]

const level = fc.constantFrom<SecretLevel>('separated', 'credential')
const choices = fc.array(fc.subarray(options, { maxLength: 2 }), { minLength: 2, maxLength: 6 })
const ids = seededIds('ballots')
const votesFor = (given: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<Vote> =>
  given.map((approved, place) => ({ voterKey: `v${place}`, ballot: approve(...approved), name: ids() }))

/** The votes with those at two places exchanged in the named fields. */
const exchanged = (
  votes: ReadonlyArray<Vote>,
  [one, two]: readonly [number, number],
  fields: ReadonlyArray<'ballot' | 'name'>,
): ReadonlyArray<Vote> => {
  const [left, other] = [one % votes.length, two % votes.length]
  const taken = (place: number): Vote | undefined => votes[place === left ? other : place === other ? left : place]
  return votes.map((vote, place) => {
    const from = taken(place) ?? vote
    return { ...vote, ...(fields.includes('ballot') ? { ballot: from.ballot } : {}), ...(fields.includes('name') ? { name: from.name } : {}) }
  })
}
const pair = fc.tuple(fc.nat(), fc.nat())

describe('when two voters exchange their choices', () => {
  it('the same is published, and the same events are stored, at both levels', async () => {
    await fc.assert(
      fc.asyncProperty(level, choices, pair, fc.integer({ min: 1, max: 3 }), async (at, given, places, together) => {
        const votes = votesFor(given)
        const [one, two] = [await held(at, votes, together), await held(at, exchanged(votes, places, ['ballot']), together)]
        expect(published(two, at)).toStrictEqual(published(one, at))
        expect(published(one, at).counts).toStrictEqual({ roll: given.length, cancelled: 0, ballots: given.length })
        expect(multiset(two)).toStrictEqual(multiset(one))
      }),
      { numRuns: 200 },
    )
  })
  it('the whole log is the same, with ids, times and order, where all votes are stored in one transaction', async () => {
    await fc.assert(
      fc.asyncProperty(level, choices, pair, async (at, given, places) => {
        const votes = votesFor(given)
        const [one, two] = [await held(at, votes, 6), await held(at, exchanged(votes, places, ['ballot', 'name']), 6)]
        expect(wholeLog(two)).toStrictEqual(wholeLog(one))
      }),
      { numRuns: 100 },
    )
  })
  it('the order in which they vote changes nothing that is published', async () => {
    await fc.assert(
      fc.asyncProperty(level, choices, async (at, given) => {
        const votes = votesFor(given)
        const [one, two] = [await held(at, votes, 1), await held(at, votes.toReversed(), 2)]
        expect(canonicalText(published(two, at))).toBe(canonicalText(published(one, at)))
      }),
      { numRuns: 50 },
    )
  })
})

describe('what the store keeps beside the events of a secret poll', () => {
  const votes = votesFor([['a'], ['b'], ['a', 'c'], []])

  it.each<SecretLevel>(['separated', 'credential'])('joins no roll entry to a ballot and tells the day only, at level %s', async (at) => {
    const recorded = [...(await held(at, votes, 1)).readAll()]
    const timeOfDay = /\d\d:\d\d:(?!00Z)|T(?!00:00:00Z)\d\d:/
    const isUuidWithTime = /-[1267][0-9a-f]{3}-[89ab][0-9a-f]{3}-/
    for (const { id, commandId, recordedAt, text } of recorded) {
      expect(recordedAt).toBe('2026-03-02T00:00:00Z')
      expect([id, commandId].filter((given) => isUuidWithTime.test(given))).toStrictEqual([])
      expect(timeOfDay.test(text)).toBe(false)
      expect(text).not.toMatch(/actor|caus|correlat|command|At"/)
    }
    const ofRoll = recorded.filter(({ stream }) => stream.startsWith('roll-'))
    const others = recorded.filter(({ stream }) => !stream.startsWith('roll-'))
    expect([ofRoll.length, others.length]).toStrictEqual([4, at === 'separated' ? 4 : 8])
    const wordsOf = (given: typeof recorded): ReadonlySet<string> =>
      new Set(given.flatMap(({ stream, id, commandId, text }) => [stream.split('/')[1] ?? '', id, commandId, ...(text.match(/"[^"]+"/g) ?? [])]))
    const known = new Set(['"type"', '"pollId"', `"${terms.pollId}"`])
    expect([...wordsOf(ofRoll)].filter((word) => wordsOf(others).has(word) && !known.has(word))).toStrictEqual([])
  })
  it('still has the order of commits: a limit of level separated, for whoever reads the database', async () => {
    const recorded = [...(await held('separated', votes, 1)).readAll()]
    const neighbours = recorded.flatMap(({ stream }, place) => (stream.startsWith('roll-') ? [recorded[place - 1]?.text ?? ''] : []))
    expect(neighbours.map((text) => JSON.parse(text).ballot)).toStrictEqual(votes.map(({ ballot }) => ballot))
  })
})

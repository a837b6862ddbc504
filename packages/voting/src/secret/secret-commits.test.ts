import { describe, expect, it } from 'vitest'
import { E, uuidV7 } from '@isegoria/kernel'
import { secretCommits } from './secret-commits.ts'
import { approve, noon, randomId, right, terms } from './secret.fixture.ts'
import { voteSeparated } from './vote-secretly.ts'

const votes = (...ballotIds: ReadonlyArray<string>) =>
  ballotIds.flatMap((ballotId, place) =>
    right(voteSeparated({ terms, voterKey: `v${place}`, ballotId, ballot: approve('a'), at: noon }, { status: 'Blank' })),
  )

describe('the commits of secret votes', () => {
  it('have command ids of their own, the day as their time, and are mixed by their streams', () => {
    const commits = right(secretCommits(votes('z', 'y'), { at: noon, randomId }))
    expect(commits.map(({ stream, expected }) => [stream, expected])).toStrictEqual([
      ['box-p%2F1/y', 'no-stream'],
      ['box-p%2F1/z', 'no-stream'],
      ['roll-p%2F1/v0', 'no-stream'],
      ['roll-p%2F1/v1', 'no-stream'],
    ])
    expect(new Set(commits.map(({ commandId }) => commandId)).size).toBe(4)
    expect(new Set(commits.map(({ recordedAt }) => recordedAt))).toStrictEqual(new Set(['2026-03-02T00:00:00Z']))
  })
  it('refuse ids that tell a time', () => {
    const timed = uuidV7()
    expect(secretCommits(votes(randomId()), { at: noon, randomId: () => timed })).toStrictEqual(E.left({ type: 'IdNotRandom', id: timed }))
    expect(secretCommits(votes(timed), { at: noon, randomId })).toStrictEqual(E.left({ type: 'IdNotRandom', id: timed }))
  })
  it('refuse one id for two streams, and the name of a stream as the id of its command', () => {
    expect(secretCommits(votes('y'), { at: noon, randomId: () => 'same' })).toStrictEqual(E.left({ type: 'IdNotRandom', id: 'same' }))
    expect(secretCommits(votes('y'), { at: noon, randomId: () => 'y' })).toStrictEqual(E.left({ type: 'IdNotRandom', id: 'y' }))
  })
})

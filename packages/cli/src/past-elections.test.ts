import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdPastElection, replayLog, rules } from '@isegoria/deliberation'
import { byCodeUnit, E } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { readPastElection } from './read-election.ts'

const data = process.env['ISEGORIA_DATA']
const folder = join(data ?? '', 'pabulib')
const collection = data === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.pb'))

/** What is wrong with a file's election when it is held here and replayed: nothing, or a sentence. */
const faultOfReplay = async (name: string): Promise<string | undefined> => {
  const { past, fileId } = readPastElection(join(folder, name))
  const store = memoryStore()
  const written = await store.appendMany(holdPastElection(past, { recordedAt: '2026-01-01T00:00:00Z', commandPrefix: fileId, book: rules }))()
  if (E.isLeft(written)) return JSON.stringify(written.left)
  const log = replayLog(store, rules)
  if (E.isLeft(log)) return JSON.stringify(log.left)
  const [poll] = log.right.polls
  if (poll?.election.profile.voters !== past.votes.length) return 'not every ballot is in the box'
  const [stored] = poll.stored
  if (stored === undefined) return 'no outcome is stored'
  return stored.same ? undefined : stored.difference
}

describe.skipIf(data === undefined)('an election of the Pabulib collection is held and replayed to its stored outcome', () => {
  it('of which there are 162', () => {
    expect(collection).toHaveLength(162)
  })
  it.each(collection.toSorted(byCodeUnit))('%s', async (name) => {
    expect(await faultOfReplay(name)).toBeUndefined()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { openSqliteStore } from '@isegoria/store-sqlite'
import { isegoria, spawned, temporaryFolder } from '../command-line.fixture.ts'

const folder = temporaryFolder()
const log = folder.path('log.db')
const consultationId = 'c-1'

const received = (contributionId: string): Tagged & Record<string, unknown> => ({
  type: 'ContributionReceived',
  contributionId,
  consultationId,
  kind: 'observation',
  channel: 'paper',
  contentRef: `register/${contributionId}`,
  contentHash: '0'.repeat(64),
  receivedAt: '2026-03-02T08:00:00Z',
  gate: { phase: 'ideas', calendarVersion: 1 },
})
const answer = {
  type: 'ResponsePublished',
  responseId: 'r-1',
  consultationId,
  covers: { contributions: ['k-1'] },
  text: 'The lime trees stay.',
  by: 'parks',
  publishedAt: '2026-04-01T08:00:00Z',
}

beforeAll(async () => {
  const store = openSqliteStore(log)
  let id = 0
  const put = async (stream: string, event: Tagged): Promise<void> => {
    const appended = await store.append({ stream, expected: 'any', events: [event], commandId: `c${id++}`, recordedAt: '2026-04-02T08:00:00Z' })()
    if (E.isLeft(appended)) throw new Error(JSON.stringify(appended.left))
  }
  await put('contribution-k-1', received('k-1'))
  await put('contribution-k-2', received('k-2'))
  await put('response-r-1', answer)
  store.close()
})
afterAll(folder.remove)

describe('fate', () => {
  it('tells who answered a contribution, in English unless French is asked for', async () => {
    expect(await isegoria('fate', log, 'k-1')).toStrictEqual({ code: 0, out: 'k-1: answered\nresponses: r-1\n', error: '' })
    expect(await isegoria('fate', log, 'k-2', '--language', 'fr')).toMatchObject({ code: 0, out: 'k-2: en attente d’une réponse\n' })
  })
  it('gives one document with --json, also as a process of its own', async () => {
    const { code, out } = await spawned('fate', log, 'k-1', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ source: log, id: 'k-1', kind: 'contribution', status: 'answered', responses: ['r-1'], decisions: [] })
  })
  it('refuses an id under which nothing was received, and a file that is not there', async () => {
    expect(await isegoria('fate', log, 'k-3')).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/nothing was received under the id 'k-3'/),
    })
    expect(await isegoria('fate', folder.path('no.db'), 'k-1')).toMatchObject({ code: 1, error: expect.stringMatching(/no such file/) })
    expect(await isegoria('fate', log)).toMatchObject({ code: 2 })
  })
})

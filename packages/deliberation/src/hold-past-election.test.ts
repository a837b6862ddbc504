import { describe, expect, it } from 'vitest'
import type { PastElection } from '@isegoria/election'
import { E, instant } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { deliberationEvents } from './deliberation-events.ts'
import { approve, logOf, town, vote } from './past-election.fixture.ts'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'

describe('holding a past election', () => {
  it('writes its whole life in the order in which it happened, each event readable', async () => {
    const log = await logOf(town)
    if (E.isLeft(log)) throw new Error(log.left)
    const events = [...log.right.readAll()].map(({ event }) => event)
    const before = 'ConsultationDrafted CharterPublished CalendarSet EnvelopeOpened PollDefined OptionsFrozen ConsultationOpened PollOpened'
    const voting = 'BallotCast BallotCast BallotCast BallotCast'
    const after = 'PollClosed BallotBoxSealed TallyComputed ResultCertified AllocationComputed ProjectFunded ProjectFunded ConsultationClosed'
    expect(events.map(({ type }) => type)).toStrictEqual(`${before} ${voting} ${after}`.split(' '))
    for (const event of events) expect(deliberationEvents.decode(event)).toStrictEqual(E.right(event))
  })
  it.each([
    ['a voter who votes twice', { votes: [...town.votes, vote('v1', approve('paths'))] }, /ballot-town-2025\/v1/],
    ['a ballot for what is no option', { votes: [vote('v1', approve('pool'))] }, /ballot-town-2025\/v1 refused: .*OptionUnknown.*pool/],
    ['a ballot of another kind', { votes: [vote('v1', { type: 'choose-one', choice: 'trees' })] }, /BallotOfWrongType/],
    ['an end before the start', { closesAt: instant('2025-02-01T00:00:00Z') }, /CalendarEndsBeforeItStarts/],
    ['no option', { options: [] }, /PollWithoutOptions/],
    ['an option that costs less than nothing', { options: [{ id: 'trees', cost: -1n }] }, /AmountNotReadable/],
    ['a budget below nothing', { budget: -1n }, /AmountNotReadable/],
  ] satisfies ReadonlyArray<readonly [string, Partial<PastElection>, RegExp]>)('stores nothing of one with %s', async (_, fields, reason) => {
    const store = memoryStore()
    const log = await logOf({ ...town, ...fields }, { store })
    expect(E.isLeft(log) ? log.left : 'stored').toMatch(reason)
    expect(store.head()).toBe(0)
  })
  it('is refused a second time in the same log and loses nothing of the first', async () => {
    const store = memoryStore()
    await logOf(town, { store })
    const before = store.head()
    const again = await logOf({ ...town, title: 'Another' }, { store, commandPrefix: 'again' })
    expect(E.isLeft(again) ? again.left : 'stored').toContain('Conflict')
    expect(store.head()).toBe(before)
    expect(replayLog(store, rules)).toMatchObject(E.right({ title: town.title, polls: [{ stored: [{ same: true }] }] }))
  })
  it('stands beside another in the same log, and each is replayed', async () => {
    const store = memoryStore()
    await logOf(town, { store })
    await logOf({ ...town, consultationId: 'town-2026', votes: [vote('v1', approve('paths'))] }, { store, commandPrefix: 'next' })
    const log = replayLog(store, rules)
    if (E.isLeft(log)) throw new Error(JSON.stringify(log.left))
    expect(log.right.polls.map(({ pollId, election, stored }) => [pollId, election.profile.voters, stored[0]?.same])).toStrictEqual([
      ['town-2025', 4, true],
      ['town-2026', 1, true],
    ])
  })
})

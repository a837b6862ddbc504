import { describe, expect, it } from 'vitest'
import { E, instant } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import type { DeliberationEvent } from '../face/aggregates.ts'
import { approve, logOf, town, vote } from '../past-election.fixture.ts'
import { drafted, logOfEvents } from './log.fixture.ts'
import { timelineOf } from './timeline-of.ts'
import type { Timeline, TimelineQuestion } from './timeline-of.ts'

const at = instant('2026-03-01T08:00:00Z')
const hash = 'a'.repeat(64)

const told = async (events: ReadonlyArray<DeliberationEvent>, question: TimelineQuestion = { language: 'en' }): Promise<Timeline> => {
  const timeline = timelineOf(await logOfEvents(events), question)
  if (E.isLeft(timeline)) throw new Error(JSON.stringify(timeline.left))
  return timeline.right
}
const texts = ({ lines }: Timeline): ReadonlyArray<string> => lines.map(({ at: day = '', text }) => `${day} ${text}`.trim())

const received = (contributionId: string, channel: 'online' | 'paper', receivedAt: string, phase = 'ideas'): DeliberationEvent => ({
  type: 'ContributionReceived',
  contributionId,
  consultationId: 'c-1',
  kind: 'observation',
  channel,
  contentRef: 'somewhere',
  contentHash: hash,
  by: 'citizen-7',
  receivedAt: instant(receivedAt),
  gate: { phase, calendarVersion: 1 },
})

describe('the story of a past election', () => {
  it('is told in French, with all ballots in one line', async () => {
    const votes = Array.from({ length: 1000 }, (_, place) => ({
      ...vote(`voter-${place}`, approve('trees')),
      channel: place % 10 === 0 ? 'paper' : 'internet',
    }))
    const log = await logOf({ ...town, votes })
    if (E.isLeft(log)) throw new Error(log.left)
    const timeline = timelineOf(log.right, { language: 'fr' })
    if (E.isLeft(timeline)) throw new Error(timeline.left.type)
    expect(texts(timeline.right).map((line) => line.replaceAll('\u00A0', ' '))).toStrictEqual([
      'Consultation préparée : « The budget of the town », Town',
      'Charte publiée : « Which projects? », pour décider, la décision suit l’avis des citoyens et citoyennes, « The projects chosen are funded within the budget. »',
      'Dates fixées : du 1er mars 2025 au 31 mars 2025',
      'Enveloppe budgétaire ouverte : 100 EUR',
      'Vote préparé : « Which projects? », du 1er mars 2025 au 31 mars 2025',
      'Liste des choix du vote fixée : 3 choix (Trees, paths, lamps), 100 EUR',
      '2025-03-01 Consultation ouverte',
      '2025-03-01 Vote ouvert',
      '2025-03-01 1\u202f000 bulletins déposés, du 1er mars 2025 au 31 mars 2025 : 900 en ligne, 100 sur papier',
      '2025-03-31 Vote clos',
      'Urne scellée : 1\u202f000 bulletins',
      'Dépouillement effectué : projets retenus (Trees, lamps), 100 EUR',
      'Résultat proclamé',
      'Budget réparti selon le vote : 2 projets',
      'Projet financé : Trees, 60,5 EUR',
      'Projet financé : lamps, 39,5 EUR',
      '2025-03-31 Consultation terminée',
    ])
    expect(timeline.right.lines[8]).toMatchObject({ events: [9, 1008], count: 1000 })
  })
  it('is the same whenever and by whomever it was recorded', async () => {
    const logs = [await logOf(town), await logOf(town, { recordedAt: '2031-01-01T00:00:00Z', commandPrefix: 'other' })]
    const [one, other] = logs.map((log) => (E.isLeft(log) ? log : timelineOf(log.right, { language: 'en' })))
    expect(one).toStrictEqual(other)
    expect(one).toMatchObject({ _tag: 'Right' })
  })
  it('says no day that was not known', async () => {
    const log = await logOf({ ...town, opensAt: instant('1970-01-01T00:00:00Z'), closesAt: instant('9999-12-31T23:59:59Z') })
    const timeline = E.isLeft(log) ? log : timelineOf(log.right, { language: 'en' })
    const text = JSON.stringify(timeline)
    expect(text).toContain('4 ballots cast: 4 online')
    expect(text).not.toMatch(/1970|9999/)
  })
})

describe('a line', () => {
  it('tells the contributions of a phase on a day, by how they came in', async () => {
    const timeline = await told([
      drafted(),
      received('1', 'online', '2026-03-01T08:00:00Z'),
      received('2', 'paper', '2026-03-01T23:59:59Z'),
      received('3', 'online', '2026-03-02T00:00:00Z'),
      received('4', 'online', '2026-03-01T09:00:00Z'),
      received('5', 'online', '2026-03-01T09:00:00Z', 'drafting'),
    ])
    expect(timeline.lines.slice(1)).toStrictEqual([
      { at: '2026-03-01', text: '3 contributions received, during the stage “ideas”: 2 online, 1 on paper', events: [2, 5], count: 3 },
      { at: '2026-03-02', text: '1 contribution received, during the stage “ideas”: 1 online', events: [4], count: 1 },
      { at: '2026-03-01', text: '1 contribution received, during the stage “drafting”: 1 online', events: [6], count: 1 },
    ])
  })
  it('says the reasons of the public body on one line, and not all of a long text', async () => {
    const suspended = (reason: string): DeliberationEvent => ({ type: 'ConsultationSuspended', consultationId: 'c-1', reason, suspendedAt: at })
    const timeline = await told([drafted(), suspended('A storm.\nAll is shut.'), suspended('x'.repeat(1000))])
    expect(texts(timeline).slice(1)).toStrictEqual([
      '2026-03-01 Consultation suspended: “A storm. All is shut.”',
      `2026-03-01 Consultation suspended: “${'x'.repeat(239)}…”`,
    ])
  })
  it('does not tell what is its author’s own draft', async () => {
    const draft = { proposalId: 'p', consultationId: 'c-1', by: 'citizen-7', contentRef: 'r', contentHash: hash, draftedAt: at } as const
    expect(texts(await told([drafted(), { type: 'ProposalDrafted', ...draft }]))).toHaveLength(1)
  })
})

describe('ballots', () => {
  const cast = (voterKey: string, channel = 'online'): DeliberationEvent => ({
    type: 'BallotCast',
    pollId: 'poll',
    voterKey,
    rulesHash: hash,
    ballot: { type: 'approval', approved: [] },
    channel,
    attributes: {},
  })
  const opened: DeliberationEvent = { type: 'PollOpened', pollId: 'poll', rulesHash: hash, openedAt: at }
  const sealed: DeliberationEvent = { type: 'BallotBoxSealed', pollId: 'poll', ballots: 2, input: hash }
  it('are not counted before their box is sealed', async () => {
    const [, , line, ...more] = (await told([drafted(), opened, cast('v1'), cast('v2')])).lines
    expect(line).toStrictEqual({ at: '2026-03-01', text: 'Ballots are cast. Their number is not published until the box is sealed', events: [3] })
    expect(more).toStrictEqual([])
  })
  it('are counted once it is', async () => {
    const [, , line] = (await told([drafted(), opened, cast('v1'), cast('v2'), sealed])).lines
    expect(line).toStrictEqual({ at: '2026-03-01', text: '2 ballots cast, since 1 March 2026: 2 online', events: [3, 4], count: 2 })
  })
  it('are not said to come in by a channel that no file gave', async () => {
    const [, , line] = texts(await told([drafted(), opened, cast('v1', 'unknown'), sealed]))
    expect(line).toBe('2026-03-01 1 ballot cast, since 1 March 2026')
    const [, , some] = texts(await told([drafted(), opened, cast('v1', 'unknown'), cast('v2', 'internet'), cast('v3'), sealed]))
    expect(some).toBe('2026-03-01 3 ballots cast, since 1 March 2026: 2 online, 1 in a way not stated')
  })
  it('come in by a dozen channels at most, the others being one', async () => {
    const many = Array.from({ length: 20 }, (_, place) => cast(`v${place}`, `way-${place}`))
    const text = texts(await told([drafted(), opened, ...many, sealed])).join()
    expect(text).toContain('20 ballots cast, since 1 March 2026: 8 in other ways, 1 way-0, 1 way-1, ')
    expect(text).not.toContain('way-12')
  })
})

describe('a log of several consultations', () => {
  const poll = (pollId: string, consultationId: string, electors: string): DeliberationEvent => ({
    type: 'PollDefined',
    pollId,
    consultationId,
    question: `Question of ${pollId}?`,
    form: { type: 'approval' },
    rule: { id: 'approval', version: '1', parameters: {} },
    opensAt: at,
    closesAt: at,
    electors,
  })
  const elector = (rollId: string, voterKey: string): DeliberationEvent => ({ type: 'ElectorAttested', rollId, voterKey, by: 'town', attributes: {} })
  const closed = (pollId: string): DeliberationEvent => ({ type: 'PollClosed', pollId, closedAt: at })
  const events = [
    drafted('c-1'),
    drafted('c-2', 'Another'),
    elector('r-1', 'v1'),
    elector('r-2', 'v1'),
    elector('r-2', 'v2'),
    poll('p-1', 'c-1', 'r-1'),
    poll('p-2', 'c-2', 'r-2'),
    closed('p-2'),
  ]
  it('asks for which one', async () => {
    const store = await logOfEvents(events)
    expect(timelineOf(store, { language: 'en' })).toStrictEqual(E.left({ type: 'SeveralConsultations', consultationIds: ['c-1', 'c-2'] }))
    const consultationIds = ['c-1', 'c-2']
    const unknown = E.left({ type: 'ConsultationUnknown', consultationId: 'c-3', consultationIds })
    expect(timelineOf(store, { language: 'en', consultationId: 'c-3' })).toStrictEqual(unknown)
    expect(timelineOf(memoryStore(), { language: 'en' })).toStrictEqual(E.left({ type: 'NoConsultation' }))
  })
  it('tells each with what is its own', async () => {
    expect(texts(await told(events, { language: 'en', consultationId: 'c-1' }))).toStrictEqual([
      'Consultation drafted: “A square for all”, The town',
      '1 entry on the electoral roll',
      'Poll defined: “Question of p-1?”, on 1 March 2026',
    ])
    expect(texts(await told(events, { language: 'en', consultationId: 'c-2' }))).toStrictEqual([
      'Consultation drafted: “Another”, The town',
      '2 entries on the electoral roll',
      'Poll defined: “Question of p-2?”, on 1 March 2026',
      '2026-03-01 Poll closed',
    ])
  })
})

describe('a log that cannot be read', () => {
  it('is refused with the place', async () => {
    const store = await logOfEvents([drafted(), { type: 'Nonsense' }])
    expect(timelineOf(store, { language: 'en' })).toMatchObject(
      E.left({ type: 'Undecodable', reasons: ["other-1@1: unknown event type 'Nonsense'"] }),
    )
  })
})

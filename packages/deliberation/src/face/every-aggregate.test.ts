import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { replayLog } from '../replay-log.ts'
import { rules } from '../rule-book.ts'
import { aggregates, secretCodecs } from './aggregates.ts'
import { openDeliberation } from './open-deliberation.ts'
import { collecting, consultationId, handClock, hash, march, preparing, voting } from './whole-consultation.fixture.ts'
import type { Sent } from './whole-consultation.fixture.ts'

const on = (day: number, ...commands: ReadonlyArray<Readonly<Record<string, unknown>>>): ReadonlyArray<Sent> =>
  commands.map((command) => ({ day, command }))

const text = { textId: 't-1', by: 'council' }
const amending = on(
  2,
  { type: 'PublishText', ...text, consultationId, title: 'Rules', articles: [{ articleId: 'a', heading: '1', text: 'Trees stay.' }] },
  { type: 'OpenTextForAmendment', ...text },
  {
    type: 'ProposeAmendment',
    amendmentId: 'am-1',
    consultationId,
    textId: 't-1',
    articleId: 'a',
    version: 1,
    change: 'replace',
    by: 'resident-7',
    contentRef: 'am-1',
    contentHash: hash,
  },
  { type: 'GiveArticleOpinion', textId: 't-1', voterKey: 'v-1', articleId: 'a', version: 1, opinion: 'agree' },
)
const moderating = on(6, {
  type: 'HideContent',
  contentId: 'k-1',
  author: 'somebody else',
  rule: 'insults',
  rules: ['insults'],
  reason: 'Calls the mayor names.',
  by: 'moderator',
})

const keyOf = (place: number): string => place.toString(16).repeat(64)
const pool = Array.from({ length: 6 }, (_, place) => ({ key: keyOf(place), stratum: 'all' }))
const draw = { drawId: 's-1' }
const people = [
  ...on(
    3,
    {
      type: 'DraftRoll',
      rollId: 'roll',
      consultationId,
      perimeter: { public: 'residents', area: 'Little Aubel', description: 'Who lives here.' },
      attributes: { district: ['north'] },
      lateEntries: 'published',
      by: 'council',
    },
    { type: 'AttestEntry', rollId: 'roll', voterKey: keyOf(1), by: 'registry', attributes: { district: 'north' } },
    { type: 'AttestElector', rollId: 'town', voterKey: 'v-1', by: 'registry', attributes: {} },
    { type: 'SealPool', ...draw, consultationId, pool, strata: [{ id: 'all', weight: 1, reserves: 1 }], seats: 2 },
    { type: 'CommitSeedSource', ...draw, source: 'beacon, round 7', revealsAt: march(5) },
    { type: 'DraftQuestionnaire', questionnaireId: 'q', consultationId, title: 'The square', attributes: { district: ['north'] }, rollId: 'roll' },
    {
      type: 'AddQuestion',
      questionnaireId: 'q',
      question: { id: 'liking', text: 'Do you like it?', form: { kind: 'scale', from: 1, to: 5 }, isRequired: true },
    },
    { type: 'OpenQuestionnaire', questionnaireId: 'q' },
    { type: 'OpenWave', questionnaireId: 'q', wave: '2026', opensAt: march(4), closesAt: march(9) },
  ),
  ...on(
    5,
    { type: 'RevealSeed', ...draw, seed: '83cf0f2896adee7e' },
    { type: 'PerformDraw', ...draw, pool },
    {
      type: 'AnswerSurvey',
      questionnaireId: 'q',
      wave: '2026',
      respondentKey: keyOf(1),
      answers: { liking: { kind: 'scale', value: 4 } },
      channel: 'online',
      attributes: { district: 'north' },
    },
  ),
]

const report = {
  type: 'SubmitReport',
  reportId: 'i-1',
  consultationId,
  reporter: 'resident-7',
  category: 'lamp',
  place: { address: 'The square' },
  contentRef: 'i-1',
  contentHash: hash,
}
const field = on(
  6,
  {
    type: 'ScheduleMeeting',
    meetingId: 'm-1',
    consultationId,
    kind: 'workshop',
    place: 'Town hall',
    startsAt: march(8),
    endsAt: march(9),
    categories: ['residents'],
  },
  { type: 'ReceiveBatch', batchId: 'b-1', consultationId, custodian: 'desk', scanHash: hash, items: ['1'] },
  {
    type: 'PublishNotice',
    noticeId: 'n-1',
    consultationId,
    area: 'town',
    topics: ['water'],
    text: 'No water.',
    expiresAt: march(9),
    by: 'water works',
  },
  { type: 'Subscribe', consultationId, subscriberKey: keyOf(2), topics: ['water'], areas: ['town'] },
  report,
  { ...report, reportId: 'i-2' },
  { type: 'MergeAsDuplicate', reportId: 'i-2', original: { reportId: 'i-1', status: 'unsure' }, by: 'service' },
)
const money = on(
  6,
  { type: 'OpenEnvelope', envelopeId: 'e-1', consultationId, amount: '100', currency: 'EUR' },
  { type: 'AssignEvaluator', projectId: 'p-1', studyId: 's-1', evaluator: 'engineer', by: 'parks' },
)
const answering = on(
  6,
  {
    type: 'TakeDecision',
    decisionId: 'd-1',
    consultationId,
    authority: 'council',
    outcomes: [],
    motives: 'None needed.',
    basedOn: { findings: [], tallies: [], responses: [] },
  },
  { type: 'MakeCommitment', commitmentId: 'c-1', consultationId, decisionId: 'd-1', owner: 'parks', measure: 'trees', due: march(30) },
  { type: 'PublishResponse', responseId: 'r-1', consultationId, covers: { contributions: ['k-1'] }, text: 'Yes.', by: 'parks' },
)

/** The phases of the fixture, and amending in the first of them. */
const preparingAlsoTexts: ReadonlyArray<Sent> = preparing.map(({ day, command }) => {
  const { phases } = command
  if (!Array.isArray(phases)) return { day, command }
  const [first, ...others]: ReadonlyArray<Readonly<Record<string, unknown>>> = phases
  return { day, command: { ...command, phases: [{ ...first, capabilities: ['contribute', 'support', 'amend'] }, ...others] } }
})

describe('every aggregate', () => {
  it('is reached by its commands alone, and its events are decided again by a replay without problems', async () => {
    const [store, clock] = [memoryStore(), handClock(march(1))]
    const face = openDeliberation({ store, rules, clock: clock.now })
    const sent = [preparingAlsoTexts, amending, people.slice(0, 9), collecting, people.slice(9), moderating, field, money, answering, voting]
    for (const { day, command } of sent.flat()) {
      clock.set(march(day))
      const done = await face.execute(command)()
      expect([command['type'], done]).toMatchObject([command['type'], { _tag: 'Right', right: { repeated: false, events: [{}] } }])
    }
    const written = new Set([...face.query.events()].map(({ event }) => event.type))
    const silent = Object.entries(aggregates).flatMap(([name, { events }]) => (events.types.some((type) => written.has(type)) ? [] : [name]))
    expect(silent).toStrictEqual([])
    expect(replayLog(store, rules)).toMatchObject(E.right({ problems: [] }))
    const elsewhere = [...store.readAll()].length - [...face.query.events(consultationId)].length
    expect(elsewhere).toBe(1)
    expect(await face.query.state('moderation', 'k-1')()).toMatchObject(E.right({ status: 'Hidden', author: 'resident-7' }))
    expect(secretCodecs.flatMap(({ types }) => types).filter((type) => written.has(type))).toStrictEqual([])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { livedThrough, specify } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { anyBadContent, anyContent, at, content, later, plain, words } from '../given.fixture.ts'
import { commandOfModeration } from './command-of.ts'
import { moderationCommands } from './moderation-commands.ts'
import type { ModerationCommand } from './commands.ts'
import { moderationEvents } from './events.ts'
import type { ModerationEvent } from './events.ts'
import { expectedOfModeration } from './expected.ts'
import { moderationCase, moderationStream } from './moderation-case.ts'
import { moderationStatistics } from './moderation-statistics.ts'

const given = specify(moderationCase)
const contentId = 'k-1'
const rules = ['civility', 'on-topic']
const reporting = { contentId, ground: 'insult', by: 'bob' } as const
const reported: ModerationEvent = { type: 'ContentReported', ...reporting, reportedAt: at }
const hiding = { contentId, rule: 'civility', reason: 'It insults a neighbour.', by: 'mod', author: 'ann' } as const
const hide = { type: 'HideContent', ...hiding, rules, at } as const
const hidden: ModerationEvent = { type: 'ContentHidden', ...hiding, hiddenAt: at }
const restoring = { contentId, reason: 'It quotes somebody.', by: 'mod' } as const
const restore = { type: 'RestoreContent', ...restoring, at: later } as const
const restored: ModerationEvent = { type: 'ContentRestored', ...restoring, restoredAt: later }
const lodging = { contentId, by: 'ann', plea: content('why') } as const
const lodge = { type: 'LodgeAppeal', ...lodging, at: later } as const
const lodged: ModerationEvent = { type: 'AppealLodged', ...lodging, lodgedAt: later }
const judgement = { contentId, outcome: 'upheld', reason: 'It does insult.', by: 'judge' } as const
const judge = { type: 'DecideAppeal', ...judgement, at: later } as const
const upheld: ModerationEvent = { type: 'AppealDecided', ...judgement, decidedAt: later }

describe('a moderation case', () => {
  it('is reported on a ground, by one person once, also when it is hidden', () => {
    const report = { type: 'ReportContent', ...reporting, at } as const
    given().when(report).then(reported)
    given(reported).when(report).thenNothing()
    given(hidden)
      .when({ ...report, note: content('n') })
      .then({ ...reported, note: content('n') })
  })
  it('is hidden once, and restored with a reason', () => {
    given(reported).when(hide).then(hidden)
    given(hidden).when(hide).thenNothing()
    given(hidden)
      .when({ ...hide, by: 'other' })
      .thenRejected({ type: 'ContentAlreadyHidden', rule: 'civility', by: 'mod' })
    given(hidden).when(restore).then(restored)
    given(hidden, restored).when(restore).thenNothing()
    given(hidden)
      .when({ ...restore, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ContentRestored' })
  })
  it('is appealed against by its author, once', () => {
    given(hidden).when(lodge).then(lodged)
    given(hidden, lodged).when(lodge).thenNothing()
    given(reported).when(lodge).thenRejected({ type: 'ContentNotHidden' })
    given(hidden)
      .when({ ...lodge, by: 'bob' })
      .thenRejected({ type: 'NotTheAuthor', by: 'bob' })
    given(hidden, lodged, upheld).when(lodge).thenRejected({ type: 'AppealAlreadyDecided', outcome: 'upheld', by: 'judge' })
    given(hidden, lodged).when(restore).thenRejected({ type: 'AppealPending', by: 'ann' })
  })
  it('is restored where the appeal is won, and stays hidden where it is lost', () => {
    given(hidden, lodged).when(judge).then(upheld)
    given(hidden, lodged, upheld).when(judge).thenNothing()
    given(hidden).when(judge).thenRejected({ type: 'AppealNotPending' })
    given(hidden, lodged)
      .when({ ...judge, outcome: 'overturned' })
      .then({ ...upheld, outcome: 'overturned' })
    given(hidden, lodged, { ...upheld, outcome: 'overturned' })
      .when({ ...hide, by: 'ann' })
      .thenRejected({ type: 'ModeratorIsAuthor', person: 'ann' })
    given(hidden, lodged, { ...upheld, outcome: 'overturned' })
      .when(hide)
      .then(hidden)
  })
  it('has a stream of its own', () => {
    expect(moderationStream('k-1')).toBe('moderation-k-1')
  })
})

describe('I20: hiding needs a rule and a reason', () => {
  it('is refused without either, or by a rule that was not published', () => {
    given()
      .when({ ...hide, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'ContentHidden' })
    given()
      .when({ ...hide, rule: '' })
      .thenRejected({ type: 'NameMissing', field: 'rule' })
    given()
      .when({ ...hide, rule: 'taste' })
      .thenRejected({ type: 'RuleNotPublished', rule: 'taste', rules })
  })
  it('is done with both', () => {
    given().when(hide).then(hidden)
  })
})

describe('I20: moderator, author and judge of the appeal are three', () => {
  it('lets no author moderate', () => {
    given()
      .when({ ...hide, by: 'ann' })
      .thenRejected({ type: 'ModeratorIsAuthor', person: 'ann' })
    given(hidden)
      .when({ ...restore, by: 'ann' })
      .thenRejected({ type: 'ModeratorIsAuthor', person: 'ann' })
    const { author: _, ...anew } = { ...hide, by: 'ann' }
    given(hidden, restored).when(anew).thenRejected({ type: 'ModeratorIsAuthor', person: 'ann' })
    given(hidden, restored)
      .when({ ...hide, by: 'ann', author: 'cy' })
      .thenRejected({ type: 'AuthorContradicted', known: 'ann', given: 'cy' })
  })
  it('lets neither the author nor who ever hid it judge', () => {
    given(hidden, lodged)
      .when({ ...judge, by: 'ann' })
      .thenRejected({ type: 'JudgeIsAuthor', person: 'ann' })
    given(hidden, lodged)
      .when({ ...judge, by: 'mod' })
      .thenRejected({ type: 'JudgeIsModerator', person: 'mod' })
    given(hidden, restored, { ...hidden, by: 'other' }, lodged)
      .when({ ...judge, by: 'mod' })
      .thenRejected({ type: 'JudgeIsModerator', person: 'mod' })
  })
  it('lets somebody else judge', () => {
    given(hidden, lodged).when(judge).then(upheld)
  })
})

describe('I20: what is hidden still counts', () => {
  const other: ModerationEvent = { ...hidden, contentId: 'k-2', rule: 'on-topic' }
  it('counts contents, reports, rules and appeals, whatever became of them', () => {
    const overturned: ModerationEvent = { ...upheld, outcome: 'overturned' }
    expect(moderationStatistics([reported, { ...reported, contentId: 'k-3', by: 'cy' }, hidden, other, lodged, overturned])).toStrictEqual({
      contents: 3,
      reported: 2,
      reports: new Map([['insult', 2]]),
      hidden: 2,
      hiddenNow: 1,
      rules: new Map([
        ['civility', 1],
        ['on-topic', 1],
      ]),
      restored: 0,
      appeals: 1,
      upheld: 0,
      overturned: 1,
    })
  })
  it('loses nothing to hiding: the numbers of before only grow', () => {
    const [before, after] = [moderationStatistics([reported]), moderationStatistics([reported, hidden])]
    expect([after.contents, after.reported, after.reports]).toStrictEqual([before.contents, before.reported, before.reports])
    expect([after.hidden, moderationStatistics([reported, hidden, restored]).hidden]).toStrictEqual([1, 1])
  })
})

describe('a moderation case, whatever is asked of it', () => {
  it('obeys the laws of a decider, and keeps moderator, author and judge apart', () => {
    const by = fc.constantFrom('ann', 'bob', 'cy', 'dee')
    const anyText = fc.oneof({ weight: 5, arbitrary: anyContent }, { weight: 1, arbitrary: anyBadContent })
    const command: fc.Arbitrary<ModerationCommand> = fc.oneof(
      fc
        .record({ by, ground: fc.constantFrom('spam', 'insult'), note: anyText }, { ...plain, requiredKeys: ['by', 'ground'] })
        .map((one): ModerationCommand => ({ type: 'ReportContent', contentId, at, ...one })),
      fc
        .record(
          { by, rule: fc.constantFrom('civility', 'taste'), reason: words, author: fc.constantFrom('ann', 'ann', 'bob') },
          { ...plain, requiredKeys: ['by', 'rule', 'reason'] },
        )
        .map((one): ModerationCommand => ({ type: 'HideContent', contentId, rules, at, ...one })),
      fc.record({ by, reason: words }, plain).map((one): ModerationCommand => ({ type: 'RestoreContent', contentId, at, ...one })),
      fc.record({ by, plea: anyText }, plain).map((one): ModerationCommand => ({ type: 'LodgeAppeal', contentId, at, ...one })),
      fc
        .record({ by, reason: words, outcome: fc.constantFrom('upheld', 'overturned') }, plain)
        .map((one): ModerationCommand => ({ type: 'DecideAppeal', contentId, at, ...one })),
    )
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.constantFrom([], [hide, lodge]), fc.array(command, { maxLength: 40, size: 'max' }), (first, rest) => {
        const commands = [...first, ...rest]
        const { events, state: end, breach } = livedThrough(moderationCase, moderationEvents, commands)
        expect(breach).toBeUndefined()
        decidedAgain(moderationCase, commandOfModeration, moderationCommands, events)
        const [moderators, authors] = [new Set<string>(), new Set<string>()]
        for (const event of events) {
          seen.set(event.type, (seen.get(event.type) ?? 0) + 1)
          if (event.type === 'ContentHidden') {
            moderators.add(event.by)
            if (event.author !== undefined) authors.add(event.author)
            expect(rules).toContain(event.rule)
            expect(event.reason.trim()).not.toBe('')
            expect(authors).not.toContain(event.by)
          }
          if (event.type === 'AppealDecided') expect(moderators.has(event.by) || authors.has(event.by)).toBe(false)
        }
        expect(authors.size).toBeLessThanOrEqual(1)
        expect(moderationStatistics(events).hiddenNow).toBe(end.status === 'Visible' ? 0 : 1)
        let state = moderationCase.initialState
        for (const one of commands) {
          const decided = moderationCase.decide(one, state)
          if (E.isLeft(decided) || decided.right.length === 0) continue
          const expected = expectedOfModeration(state).find((next) => next.command === one.type)
          expect(expected).toBeDefined()
          if (one.type !== 'HideContent') expect(expected?.except).not.toContain(one.by)
          for (const event of decided.right) state = moderationCase.evolve(state, event)
        }
      }),
      { numRuns: 300 },
    )
    for (const type of moderationEvents.types) expect([type, (seen.get(type) ?? 0) > 5]).toStrictEqual([type, true])
  })
})

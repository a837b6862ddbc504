import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, isBefore } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import type { PollCommand } from './commands.ts'
import { pollEvents } from './events.ts'
import { poll } from './poll.ts'
import { rulesHash } from './rules-hash.ts'

const late = instant('2026-03-04T00:00:00Z')
const moment = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('00Z', '00.000Z', '00.001Z', '01Z'))
  .map(([day, seconds]) => instant(`2026-03-0${day}T08:00:${seconds}`))

const pollId = 'p-1'
/** As JSON gives objects: with a prototype. */
const plain = { noNullPrototype: true } as const
const rule = fc.record(
  {
    id: fc.constantFrom('approval', 'greedy'),
    version: fc.constant('1'),
    parameters: fc.constantFrom({}, { ties: 'id' }),
  },
  plain,
)
const cost = fc.constantFrom('0', '10', '10.5', '20', '0.5', '3', '-1', 'much')
const option = fc.record({ id: fc.constantFrom('a', 'b', 'c'), name: fc.string(), cost }, plain)
const outcome = { type: 'ranking', ranking: [['a']], winners: ['a'], ties: [], rounds: [] } as const
const input = fc.constantFrom('i', 'j')

const halves = { numerator: 1, denominator: 2, comparison: 'more-than', of: 'ballots' } as const
const twoThirds = { numerator: 2, denominator: 3, comparison: 'at-least', of: 'ballots' } as const
const threshold = fc.constantFrom({}, {}, { threshold: halves }, { threshold: twoThirds })
const support = fc.integer({ min: 0, max: 4 }).map((a) => ({ ballots: 3, supporters: { a } }))

const reason = fc.constantFrom('', 'why', 'because')

const terms = fc.record({
  definition: fc.tuple(fc.record({ opensAt: moment, closesAt: moment, rule }, plain), threshold).map(([given, asked]) => ({
    pollId,
    consultationId: 'c-1',
    question: 'Which?',
    form: { type: 'approval', most: 2 } as const,
    ...given,
    ...asked,
  })),
  frozen: fc
    .record({ options: fc.array(option, { maxLength: 3 }), budget: fc.option(cost, { freq: 1 }) }, plain)
    .map((given) => ({ pollId, currency: 'EUR', ...given })),
})

/** The life of a poll as it should be, with any other commands in between, some of another hash, rule or time. */
const session = fc.tuple(terms, terms).chain(([own, other]) => {
  const command: fc.Arbitrary<PollCommand> = fc.oneof(
    fc.constantFrom(own, own, other).map(({ definition }): PollCommand => ({ type: 'DefinePoll', ...definition })),
    fc.constantFrom(own, own, other).map(({ frozen }): PollCommand => ({ type: 'FreezeOptions', ...frozen })),
    fc
      .tuple(fc.constantFrom(rulesHash(own), rulesHash(own), rulesHash(other)), moment)
      .map(([hash, at]): PollCommand => ({ type: 'OpenPoll', pollId, rulesHash: hash, at })),
    moment.map((at): PollCommand => ({ type: 'ClosePoll', pollId, at })),
    input.map((sealed): PollCommand => ({ type: 'SealBallotBox', pollId, ballots: 3, input: sealed })),
    fc.tuple(fc.constantFrom(own, own, other), input, support).map(([{ definition }, counted, of]): PollCommand => ({
      type: 'RecordTally',
      pollId,
      rule: definition.rule,
      input: counted,
      outcome,
      support: of,
    })),
    fc.constant<PollCommand>({ type: 'CertifyResult', pollId, by: 'Town' }),
    fc.tuple(moment, moment, reason).map(([closesAt, at, why]): PollCommand => ({ type: 'ExtendPoll', pollId, closesAt, reason: why, at })),
    fc
      .tuple(fc.constantFrom('a', 'b', 'x'), moment, reason)
      .map(([gone, at, why]): PollCommand => ({ type: 'WithdrawOption', pollId, option: gone, reason: why, at })),
    fc.constantFrom('s', 't').map((seed): PollCommand => ({ type: 'DrawLot', pollId, seed })),
    reason.map((grounds): PollCommand => ({ type: 'ContestResult', pollId, by: 'a voter', grounds })),
    reason.map((why): PollCommand => ({ type: 'DismissContest', pollId, by: 'Town', reason: why })),
  )
  const proper: ReadonlyArray<PollCommand> = [
    { type: 'DefinePoll', ...own.definition },
    { type: 'FreezeOptions', ...own.frozen },
    { type: 'OpenPoll', pollId, rulesHash: rulesHash(own), at: late },
    { type: 'ClosePoll', pollId, at: late },
    { type: 'SealBallotBox', pollId, ballots: 3, input: 'i' },
    { type: 'RecordTally', pollId, rule: own.definition.rule, input: 'i', outcome, support: { ballots: 3, supporters: { a: 2 } } },
    { type: 'CertifyResult', pollId, by: 'Town' },
  ]
  const between = fc.array(fc.array(command, { maxLength: 3 }), { minLength: proper.length, maxLength: proper.length })
  return between.map((others) => proper.flatMap((one, place) => [...(others[place] ?? []), one]))
})

const stages = ['PollDefined', 'OptionsFrozen', 'PollOpened', 'PollClosed', 'BallotBoxSealed', 'TallyComputed', 'ResultCertified']

describe('a poll, whatever is asked of it', () => {
  it('obeys the laws of a decider, and takes each stage once, in order, in time and by its own rules', () => {
    let [certified, withThreshold] = [0, 0]
    fc.assert(
      fc.property(session, (commands) => {
        const { events, breach } = livedThrough(poll, pollEvents, commands)
        expect(breach).toBeUndefined()
        const once = stages.slice(0, -1)
        const taken = events.map(({ type }) => type).filter((one) => once.includes(one))
        expect(taken).toStrictEqual(once.slice(0, taken.length))
        const [defined, frozen] = events
        const extensions = events.filter((event) => event.type === 'PollExtended').map((event) => event.closesAt)
        const lots = events.filter((event) => event.type === 'LotDrawn')
        expect(lots.length).toBeLessThan(2)
        const sealed = events.find((event) => event.type === 'BallotBoxSealed')
        for (const event of events) {
          if (event.type === 'ResultCertified') certified++
          if (defined?.type !== 'PollDefined' || frozen?.type !== 'OptionsFrozen') continue
          if (event.type === 'ResultCertified' && defined.threshold !== undefined) {
            withThreshold++
            expect(events.findLast(({ type }) => type === 'TallyComputed')).toMatchObject({
              support: { supporters: { a: expect.toSatisfy((of) => of > 1) } },
            })
          }
          const [{ type: _, ...definition }, { type: __, ...options }] = [defined, frozen]
          if (event.type === 'PollOpened') {
            expect(event.rulesHash).toBe(rulesHash({ definition, frozen: options }))
            expect(isBefore(event.openedAt, defined.opensAt)).toBe(false)
          }
          if (event.type === 'PollClosed') for (const end of [defined.closesAt, ...extensions]) expect(isBefore(event.closedAt, end)).toBe(false)
          if (event.type === 'TallyComputed') expect(event).toMatchObject({ rule: defined.rule, input: sealed?.input })
        }
      }),
      { numRuns: 1000 },
    )
    expect(certified).toBeGreaterThan(20)
    expect(withThreshold).toBeGreaterThan(0)
  })
})

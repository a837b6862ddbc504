import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { approve, logOf, town } from './past-election.fixture.ts'
import type { Forge } from './past-election.fixture.ts'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'

const problemsOf = async (forge?: Forge): Promise<ReadonlyArray<string>> => {
  const store = memoryStore()
  const log = await logOf(town, { store, ...(forge === undefined ? {} : { forge }) })
  if (E.isLeft(log)) throw new Error(log.left)
  const replayed = replayLog(store, rules)
  if (E.isLeft(replayed)) throw new Error(JSON.stringify(replayed.left))
  return replayed.right.problems
}

const change =
  (type: string, fields: (event: Tagged) => object): Forge =>
  (event) => [event.type === type ? { ...event, ...fields(event) } : event]
const without =
  (type: string): Forge =>
  (event) =>
    event.type === type ? [] : [event]
const twice =
  (type: string): Forge =>
  (event) =>
    event.type === type ? [event, event] : [event]
const ofVoter = (event: Tagged, voterKey: string): boolean => 'voterKey' in event && event.voterKey === voterKey
const after =
  (type: string, ...more: ReadonlyArray<Tagged>): Forge =>
  (event) =>
    event.type === type ? [event, ...more] : [event]
/** The same ballot as if it replaced another. */
const replacementOf = (event: Tagged): Tagged => {
  const { channel: _, attributes: __, ...rest }: Readonly<Record<string, unknown>> = { ...event }
  return { ...rest, type: 'BallotReplaced' }
}

describe('a log that deciders wrote', () => {
  it('tells no problem', async () => {
    expect(await problemsOf()).toStrictEqual([])
  })
})

describe('a log that nobody could have written so tells what and where', () => {
  it.each([
    ['rules of another hash', change('PollOpened', () => ({ rulesHash: 'dead' })), /^poll-town-2025@3: PollOpened could not .*: RulesHashDiffers$/],
    [
      'an option of another name, frozen',
      change('OptionsFrozen', () => ({ currency: 'XXX' })),
      /^poll-town-2025@3: PollOpened could not .*: RulesHashDiffers$/,
    ],
    ['a poll defined twice', twice('PollDefined'), /^poll-town-2025@2: PollDefined could not .*: PollAlreadyDefined$/],
    ['a poll that never opened', without('PollOpened'), /^ballot-town-2025\/v1@1: BallotCast while the poll town-2025 is not open$/],
    ['a poll that never closed', without('PollClosed'), /^poll-town-2025@4: BallotBoxSealed could not .*: PollNotInStage$/],
    ['a result certified twice', twice('ResultCertified'), /^poll-town-2025@8: ResultCertified is not what would have been decided there$/],
    ['a result without a tally', without('TallyComputed'), /^poll-town-2025@6: ResultCertified could not .*: PollNotInStage$/],
    ['a consultation that closes early', change('ConsultationClosed', () => ({ closedAt: '2025-03-02T00:00:00Z' })), /ConsultationStillRunning$/],
    ['a charter left out', without('CharterPublished'), /^consultation-town-2025@2: CalendarSet could not .*: ConsultationNotInStage$/],
    [
      'an envelope exceeded',
      change('EnvelopeOpened', () => ({ amount: '1' })),
      /^envelope-town-2025@2: AllocationComputed could not .*: EnvelopeExceeded$/,
    ],
    [
      'an allocation that is not the outcome',
      change('AllocationComputed', () => ({ allocations: [{ project: 'paths', amount: '40' }] })),
      /AllocationComputed is not the outcome of the poll town-2025$/,
    ],
    [
      'money for a project that was not chosen',
      after('AllocationComputed', { type: 'ProjectFunded', envelopeId: 'town-2025', project: 'yacht', amount: '9' } as Tagged),
      /^envelope-town-2025@3: ProjectFunded could not .*: ProjectNotAllocated$/,
    ],
    ['more money than was allocated', change('ProjectFunded', () => ({ amount: '99' })), /ProjectFunded is not what would have been decided there$/],
    [
      'a ballot under other rules',
      (event) => [ofVoter(event, 'v2') ? ({ ...event, rulesHash: 'feed' } as Tagged) : event],
      /^ballot-town-2025\/v2@1: BallotCast under other rules than those of the poll$/,
    ],
    [
      'a ballot in the stream of another voter',
      (event) => [ofVoter(event, 'v2') ? ({ ...event, voterKey: 'ghost' } as Tagged) : event],
      /^ballot-town-2025\/v2@1: BallotCast belongs to another voter's stream$/,
    ],
    [
      'a ballot for what is no option',
      (event) => [ofVoter(event, 'v2') ? ({ ...event, ballot: approve('yacht') } as Tagged) : event],
      /^ballot-town-2025\/v2@1: BallotCast with a ballot that is not well formed: .*"OptionUnknown"/,
    ],
    [
      'a ballot of another form',
      (event) => [ofVoter(event, 'v2') ? ({ ...event, ballot: { type: 'ordinal', ranking: ['trees'] } } as Tagged) : event],
      /^ballot-town-2025\/v2@1: BallotCast with a ballot that is not well formed: .*"BallotOfWrongType"/,
    ],
    [
      'a second ballot of one voter',
      (event) => (ofVoter(event, 'v2') ? [event, event] : [event]),
      /^ballot-town-2025\/v2@2: BallotCast by a voter whose ballot is in the box$/,
    ],
    [
      'a replacement of no ballot',
      (event) => [ofVoter(event, 'v2') ? replacementOf(event) : event],
      /^ballot-town-2025\/v2@1: BallotReplaced where no ballot of that voter is in the box$/,
    ],
    [
      'a replacement in a poll whose ballots are final',
      (event) =>
        event.type === 'PollDefined' ? [{ ...event, revote: 'final' } as Tagged] : ofVoter(event, 'v2') ? [event, replacementOf(event)] : [event],
      /^ballot-town-2025\/v2@2: BallotReplaced in a poll whose ballots are final$/,
    ],
    [
      'a ballot of somebody who is not on the roll of the poll',
      (event) => [event.type === 'PollDefined' ? ({ ...event, electors: 'town' } as Tagged) : event],
      /^ballot-town-2025\/v2@1: BallotCast by a voter who is not on the roll town$/,
    ],
    [
      'a ballot cast twice, of which one is gone',
      (event) => [ofVoter(event, 'v2') ? ({ ...event, voterKey: 'v1' } as Tagged) : event],
      /^ballot-town-2025\/v2@1: BallotCast stands where event 2 of its voter is missing$/,
    ],
  ] as ReadonlyArray<readonly [string, Forge, RegExp]>)('%s', async (_, forge, problem) => {
    const problems = await problemsOf(forge)
    expect(problems.find((one) => problem.test(one)) ?? problems).toMatch(problem)
  })
  it('a ballot after the poll closed', async () => {
    const store = memoryStore()
    await logOf(town, { store })
    const [cast] = [...store.readAll({ types: ['BallotCast'] })]
    const late = { ...cast?.event, voterKey: 'late', ballot: approve('paths') } as unknown as Tagged
    const commit = { stream: 'ballot-town-2025/late', expected: 'no-stream', commandId: 'x', recordedAt: '2026-01-01T00:00:00Z' } as const
    await store.append({ ...commit, events: [late] })()
    expect(replayLog(store, rules)).toMatchObject(
      E.right({ problems: ['ballot-town-2025/late@1: BallotCast while the poll town-2025 is not open'], polls: [{ stored: [{ same: false }] }] }),
    )
  })
})

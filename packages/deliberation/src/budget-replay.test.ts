import { describe, expect, it } from 'vitest'
import { envelope, envelopeEvents, envelopeStream, feasibilityEvents, feasibilityStream, feasibilityStudy } from '@isegoria/budget'
import type { EnvelopeCommand, FeasibilityCommand } from '@isegoria/budget'
import type { Constraint } from '@isegoria/election'
import { handle } from '@isegoria/engine'
import type { EventStore } from '@isegoria/engine'
import { E, replay } from '@isegoria/kernel'
import type { Decider, EventCodec, Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { logOf, town } from './past-election.fixture.ts'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'

const envelopeId = town.consultationId
const study = { projectId: 'trees', studyId: 's-1' } as const
const studied: ReadonlyArray<FeasibilityCommand> = [
  { type: 'DeclareConflictOfInterest', ...study, person: 'parks', explanation: 'sells trees' },
  { type: 'AssignEvaluator', ...study, evaluator: 'roads', by: 'town hall' },
  { type: 'EstimateCost', ...study, amount: '60.5', currency: 'EUR', method: 'three offers', by: 'roads' },
  { type: 'ConcludeFeasibility', ...study, conclusion: 'undecided', by: 'roads' },
  { type: 'ConcludeFeasibility', ...study, conclusion: 'feasible', by: 'roads', explanation: 'no pipe in the way' },
  { type: 'ReviewStudy', ...study, reviewer: 'audit', finding: 'upheld', reason: '' },
]
/** After the town’s poll gave 60.5 to the trees and 39.5 to the lamps, out of 120. */
const spent: ReadonlyArray<EnvelopeCommand> = [
  { type: 'ReviseCost', envelopeId, project: 'paths', cost: '35', by: 'roads', reason: 'shorter' },
  { type: 'ReviseCost', envelopeId, project: 'lamps', cost: '50', by: 'roads', reason: 'dearer posts' },
  { type: 'AgreePartFunding', envelopeId, project: 'lamps', amount: '5.5', paidBy: 'region', explanation: 'the night fund' },
  { type: 'AdjustAllocation', envelopeId, changes: [{ project: 'lamps', amount: '44.5' }], by: 'council', reason: 'the posts are dearer' },
  { type: 'FundProject', envelopeId, project: 'lamps' },
  { type: 'CloseEnvelope', envelopeId, by: 'treasurer' },
]

const tell = async <Command extends Tagged, State, Event extends Tagged, Rejection>(
  store: EventStore,
  decider: Decider<Command, State, Event, Rejection>,
  codec: EventCodec<Event>,
  stream: string,
  commands: ReadonlyArray<Command>,
): Promise<void> => {
  for (const [place, command] of commands.entries()) {
    const context = { commandId: `${stream}:${place}`, recordedAt: '2026-01-02T00:00:00Z' }
    const handled = await handle(decider, codec, store)(stream, command, context)()
    if (E.isLeft(handled)) throw new Error(JSON.stringify(handled.left))
  }
}

const heldWith = async (after: ReadonlyArray<{ readonly stream: string; readonly event: Tagged }> = []): Promise<ReadonlyArray<string>> => {
  const store = memoryStore()
  await logOf({ ...town, budget: 12_000n }, { store })
  await tell(store, feasibilityStudy, feasibilityEvents, feasibilityStream('trees', 's-1'), studied)
  await tell(store, envelope, envelopeEvents, envelopeStream(envelopeId), spent)
  for (const [place, { stream, event }] of after.entries())
    await store.append({ stream, expected: 'any', events: [event], commandId: `forged:${place}`, recordedAt: '2026-01-03T00:00:00Z' })()
  const log = replayLog(store, rules)
  if (E.isLeft(log)) throw new Error(JSON.stringify(log.left))
  return log.right.problems
}

describe('a log of feasibility studies, and of an envelope that people adjusted, part-funded and closed', () => {
  it('is decided again event by event, and tells no problem', async () => {
    expect(await heldWith()).toStrictEqual([])
  })
  it.each([
    [
      'an adjustment after its end',
      'envelope-town-2025',
      { type: 'AllocationAdjusted', envelopeId, changes: [{ project: 'paths', from: '0', to: '1' }], by: 'council', reason: 'late' },
      /^envelope-town-2025@11: AllocationAdjusted could not have been decided there: EnvelopeAlreadyClosed$/,
    ],
    [
      'a conclusion by somebody with a conflict of interest',
      'feasibility-trees/s-1',
      { type: 'FeasibilityConcluded', ...study, conclusion: 'feasible', by: 'parks', costVersion: 1 },
      /^feasibility-trees\/s-1@7: FeasibilityConcluded could not have been decided there: ConflictOfInterest$/,
    ],
    [
      'a study in the stream of another project',
      'feasibility-lamps/s-1',
      { type: 'EvaluatorAssigned', ...study, evaluator: 'roads', by: 'town hall' },
      /^feasibility-lamps\/s-1@1: EvaluatorAssigned belongs to feasibility-trees\/s-1$/,
    ],
  ])('unless there is %s', async (_, stream, event, problem) => {
    expect((await heldWith([{ stream, event }])).join('\n')).toMatch(problem)
  })
})

describe('a past election whose rule gives a project a part of its cost', () => {
  it('allocates the part with the whole cost, and the project waits for somebody who pays the rest', async () => {
    const store = memoryStore()
    await logOf({ ...town, constraints: [{ type: 'part-funding' }], budget: 8_000n }, { store })
    const events = [...store.readAll({ types: ['AllocationComputed', 'ProjectFunded'] })].map(({ event }) => event)
    expect(events).toMatchObject([
      {
        allocations: [
          { project: 'trees', amount: '60.5' },
          { project: 'lamps', amount: '19.5', cost: '39.5' },
        ],
      },
      { type: 'ProjectFunded', project: 'trees' },
    ])
    const log = replayLog(store, rules)
    expect(E.isRight(log) ? log.right.problems : log.left).toStrictEqual([])
    const purse = replay(
      envelope,
      [...store.readAll()].flatMap(({ event }) => {
        const decoded = envelopeEvents.decode(event)
        return E.isRight(decoded) ? [decoded.right] : []
      }),
    )
    const fund = { type: 'FundProject', envelopeId, project: 'lamps' } as const
    expect(envelope.decide(fund, purse)).toStrictEqual(E.left({ type: 'ProjectNotCovered', project: 'lamps', cost: '39.5', covered: '19.5' }))
  })
})

describe('a past election in which money was set aside for some projects', () => {
  const green = { type: 'envelope', name: 'green', options: ['trees'], amount: 6_050n } as const
  const moneyOf = async (constraint: Constraint): Promise<ReadonlyArray<Tagged>> => {
    const store = memoryStore()
    await logOf({ ...town, constraints: [constraint] }, { store })
    const log = replayLog(store, rules)
    expect(E.isRight(log) ? log.right.problems : log.left).toStrictEqual([])
    return [...store.readAll({ types: ['EnvelopeOpened', 'AllocationComputed'] })].map(({ event }) => event)
  }
  it('has an envelope with a heading for it, under which they are allocated', async () => {
    expect(await moneyOf(green)).toMatchObject([
      { amount: '100', headings: [{ name: 'green', amount: '60.5' }] },
      { allocations: [{ project: 'trees', heading: 'green' }, { project: 'lamps' }] },
    ])
  })
  it('has none where what is left of it goes to others', async () => {
    const [opened] = await moneyOf({ ...green, leftoverTo: '' })
    expect(opened).not.toHaveProperty('headings')
  })
})

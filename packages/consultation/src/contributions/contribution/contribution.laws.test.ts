import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { anyBadContent, anyContent, anyGate, at, person, plain, words } from '../given.fixture.ts'
import { commandOfContribution } from './command-of.ts'
import type { ContributionCommand } from './commands.ts'
import { contributionCommands } from './contribution-commands.ts'
import { contribution } from './contribution.ts'
import { contributionEvents } from './events.ts'
import { expectedOfContribution } from './expected.ts'

const contributionId = 'k-1'
const about = fc.constant({ kind: 'proposal', id: 'p-1' } as const)
const place = fc.constantFrom(
  { type: 'Point', coordinates: [5, 50] } as const,
  {
    type: 'LineString',
    coordinates: [
      [5, 50],
      [6, 51],
    ],
  } as const,
  {
    type: 'Polygon',
    coordinates: [
      [
        [5, 50],
        [6, 51],
        [6, 50],
        [5, 50],
      ],
    ],
  } as const,
  { type: 'Point', coordinates: [500, NaN] } as const,
)
const anyText = fc.oneof({ weight: 5, arbitrary: anyContent }, { weight: 1, arbitrary: anyBadContent })
const command: fc.Arbitrary<ContributionCommand> = fc.oneof(
  fc
    .record(
      {
        kind: fc.constantFrom('observation', 'statement', 'argument', 'comment', 'meeting-point'),
        channel: fc.constantFrom('online', 'paper', 'meeting', 'assisted', 'mail'),
        text: anyText,
        gate: anyGate('contribute'),
        by: fc.constantFrom('ann', 'bob'),
        language: fc.constantFrom('fr', 'nl'),
        place,
        about,
        side: fc.constantFrom('for', 'against'),
      },
      { ...plain, requiredKeys: ['kind', 'channel', 'text', 'gate'] },
    )
    .map(({ text, ...one }): ContributionCommand => ({ type: 'ReceiveContribution', contributionId, consultationId: 'c-1', ...text, ...one, at })),
  fc
    .record({ text: anyText, gate: anyGate('contribute'), by: fc.constantFrom('ann', 'bob') }, plain)
    .map(({ text, ...one }): ContributionCommand => ({
      type: 'ReviseContribution',
      contributionId,
      ...text,
      ...one,
      at,
    })),
  fc.constantFrom('ann', 'bob').map((by): ContributionCommand => ({ type: 'WithdrawContribution', contributionId, by, at })),
  fc
    .record({ ground: words, by: person, remains: anyText }, { ...plain, requiredKeys: ['ground', 'by'] })
    .map((one): ContributionCommand => ({ type: 'RedactContribution', contributionId, ...one, at })),
)

describe('a contribution, whatever is asked of it', () => {
  it('obeys the laws of a decider, numbers its revisions, and takes none outside the gate', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(contribution, contributionEvents, commands)
        expect(breach).toBeUndefined()
        decidedAgain(contribution, commandOfContribution, contributionCommands, events)
        let revision = 1
        for (const event of events) {
          seen.add(event.type)
          if (event.type === 'ContributionRevised') expect(event.revision).toBe(++revision)
          if (event.type === 'ContributionRedacted') expect(event.revision).toBe(revision)
        }
        let state = contribution.initialState
        for (const one of commands) {
          const decided = contribution.decide(one, state)
          if (E.isLeft(decided) || decided.right.length === 0) continue
          expect(expectedOfContribution(state).map((next) => next.command)).toContain(one.type)
          if ('gate' in one) expect(one.gate.open).toBe(true)
          for (const event of decided.right) state = contribution.evolve(state, event)
        }
      }),
      { numRuns: 500 },
    )
    expect([...seen].toSorted()).toStrictEqual(contributionEvents.types.toSorted())
  })
})

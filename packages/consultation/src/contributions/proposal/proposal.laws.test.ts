import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { decidedAgain } from '../decided-again.fixture.ts'
import { anyBadContent, anyContent, anyGate, at, later, openFor, plain, words } from '../given.fixture.ts'
import { commandOfProposal } from './command-of.ts'
import { proposalCommands } from './proposal-commands.ts'
import type { ProposalCommand } from './commands.ts'
import { proposalEvents } from './events.ts'
import { expectedOfProposal } from './expected.ts'
import { proposal } from './proposal.ts'

const proposalId = 'p-0'
const author = fc.constantFrom('ann', 'ann', 'ann', 'bob')
const authority = fc.constantFrom('town', 'parks', '')
const anyText = fc.oneof({ weight: 5, arbitrary: anyContent }, { weight: 1, arbitrary: anyBadContent })
const relative = fc.record({ proposalId: fc.constantFrom('p-0', 'p-1', 'p-2', 'p-3', 'p-4'), revision: fc.integer({ min: 0, max: 2 }) }, plain)
const relatives = fc.oneof(
  { weight: 1, arbitrary: fc.array(relative, { maxLength: 3 }) },
  {
    weight: 2,
    arbitrary: fc.subarray(['p-1', 'p-2', 'p-3', 'p-4'], { minLength: 1 }).map((ids) => ids.map((id) => ({ proposalId: id, revision: 1 }))),
  },
)
const ancestors = fc.subarray(['p-0', 'p-1', 'p-2'], { maxLength: 1 })
const of = { proposalId, at } as const

const asked: ReadonlyArray<fc.Arbitrary<ProposalCommand>> = [
  fc.tuple(anyText, author).map(([text, by]): ProposalCommand => ({ type: 'DraftProposal', ...of, consultationId: 'c-1', ...text, by })),
  fc.record({ by: author, gate: anyGate('contribute') }, plain).map((one): ProposalCommand => ({ type: 'SubmitProposal', ...of, ...one })),
  fc
    .record(
      { by: author, text: anyText, supports: fc.constantFrom('keep', 'reset', 'grace'), graceUntil: fc.constant(later), gate: anyGate('contribute') },
      { ...plain, requiredKeys: ['by', 'text', 'supports', 'gate'] },
    )
    .map(({ text, ...one }): ProposalCommand => ({ type: 'ReviseProposal', ...of, ...text, ...one })),
  fc
    .record(
      {
        by: authority,
        revision: fc.integer({ min: 1, max: 2 }),
        verdict: fc.constantFrom('admissible', 'inadmissible'),
        criterion: fc.constantFrom('ours', 'unknown'),
        reason: words,
      },
      { ...plain, requiredKeys: ['by', 'revision', 'verdict'] },
    )
    .map((one): ProposalCommand => ({ type: 'DecideAdmissibility', ...of, criteria: ['ours'], ...one })),
  fc
    .record({ type: fc.constantFrom('MergeProposal', 'SplitProposal'), by: authority, targets: relatives, reason: words, ancestors }, plain)
    .map((one): ProposalCommand => ({ ...of, ...one })),
  fc
    .record({ by: authority, descent: fc.constantFrom('merge', 'split', 'variant'), parents: relatives, ancestors }, plain)
    .map((one): ProposalCommand => ({ type: 'DeriveProposal', ...of, ...one })),
  fc.record({ by: authority, status: words, reason: words }, plain).map((one): ProposalCommand => ({ type: 'PublishProposalStatus', ...of, ...one })),
]
const command = fc.oneof(...asked.map((arbitrary) => ({ weight: 4, arbitrary })), {
  weight: 1,
  arbitrary: author.map((by): ProposalCommand => ({ type: 'WithdrawProposal', ...of, by })),
})
const begun: ReadonlyArray<ProposalCommand> = [
  { type: 'DraftProposal', ...of, consultationId: 'c-1', contentRef: 'a', contentHash: '0'.repeat(64), by: 'ann' },
  { type: 'SubmitProposal', ...of, by: 'ann', gate: openFor('contribute') },
]

describe('a proposal, whatever is asked of it', () => {
  it('obeys the laws of a decider, and does only what is expected next', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.constantFrom(begun, []), fc.array(command, { maxLength: 40, size: 'max' }), (first, rest) => {
        const commands = [...first, ...rest]
        const { events, breach } = livedThrough(proposal, proposalEvents, commands)
        expect(breach).toBeUndefined()
        decidedAgain(proposal, commandOfProposal, proposalCommands, events)
        let [revision, isOver] = [1, false]
        for (const event of events) {
          seen.set(event.type, (seen.get(event.type) ?? 0) + 1)
          if (isOver) expect(event.type).toBe('ProposalStatusPublished')
          if (event.type === 'ProposalRevised') expect(event.revision).toBe(++revision)
          if (event.type === 'AdmissibilityDecided') expect(event.revision).toBe(revision)
          if (event.type === 'AdmissibilityDecided' && event.verdict === 'inadmissible')
            expect([event.criterion, event.reason?.trim()]).not.toContain('')
          if (event.type === 'ProposalMergedInto' || event.type === 'ProposalSplitInto' || event.type === 'ProposalWithdrawn') isOver = true
        }
        let state = proposal.initialState
        for (const one of commands) {
          const decided = proposal.decide(one, state)
          if (E.isLeft(decided) || decided.right.length === 0) continue
          expect(expectedOfProposal(state).map((next) => next.command)).toContain(one.type)
          for (const event of decided.right) state = proposal.evolve(state, event)
        }
      }),
      { numRuns: 300 },
    )
    for (const type of proposalEvents.types) expect([type, (seen.get(type) ?? 0) > 2]).toStrictEqual([type, true])
  })
})

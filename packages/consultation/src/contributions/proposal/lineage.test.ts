import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { at, content, gate, later, openFor } from '../given.fixture.ts'
import type { SupportEvent } from '../support/support-book.ts'
import type { ProposalCommand } from './commands.ts'
import type { Descent, ProposalEvent } from './events.ts'
import { ancestorsOf, descendantsOf, lineageOf, originalsOf, supportsOf } from './lineage.ts'
import { proposal } from './proposal.ts'
import { standingSupports } from './standing-supports.ts'
import type { ProposalState } from './state.ts'

const [by, reason] = ['facilitator', 'the same place']
const drafted = (proposalId: string): ProposalEvent => ({
  type: 'ProposalDrafted',
  proposalId,
  consultationId: 'c-1',
  by,
  ...content(proposalId),
  draftedAt: at,
})
const merged = (proposalId: string, into: string): ProposalEvent => ({
  type: 'ProposalMergedInto',
  proposalId,
  revision: 1,
  targets: [{ proposalId: into, revision: 1 }],
  reason,
  by,
  supersededAt: at,
})
const derived = (proposalId: string, parent: string): ProposalEvent => ({
  type: 'ProposalDerivedFrom',
  proposalId,
  revision: 1,
  descent: 'merge',
  parents: [{ proposalId: parent, revision: 1 }],
  by,
  derivedAt: at,
})
const supported = (proposalId: string, voterKey: string, revision = 1): SupportEvent => ({
  type: 'SupportGiven',
  phaseId: gate.phase,
  voterKey,
  proposalId,
  revision,
  most: 3,
  gate,
})

describe('the lineage of proposals', () => {
  const family = [drafted('a'), drafted('b'), drafted('c'), merged('a', 'c'), merged('b', 'c'), drafted('d'), merged('c', 'd')]
  it('says who comes from whom, nearest first', () => {
    const lineage = lineageOf(family)
    expect(ancestorsOf(lineage, 'd')).toStrictEqual(['c', 'a', 'b'])
    expect(descendantsOf(lineage, 'a')).toStrictEqual(['c', 'd'])
    expect(originalsOf(lineage, 'd')).toStrictEqual(['a', 'b'])
    expect(originalsOf(lineage, 'a')).toStrictEqual(['a'])
    expect(ancestorsOf(lineage, 'nobody')).toStrictEqual([])
  })
  it('hears the same from the parent and from the child', () => {
    const told = [...family, derived('c', 'a'), derived('c', 'b'), derived('d', 'c')]
    expect(lineageOf(told)).toStrictEqual(lineageOf(family))
  })
  it('keeps every text, and the supports where they were given', () => {
    const revised: ProposalEvent = {
      type: 'ProposalRevised',
      proposalId: 'a',
      revision: 2,
      supports: 'keep',
      by,
      ...content('a2'),
      revisedAt: later,
      gate,
    }
    const withdrawn: SupportEvent = { type: 'SupportWithdrawn', phaseId: gate.phase, voterKey: 'w', proposalId: 'b', gate }
    const lineage = lineageOf([...family, revised, supported('a', 'v'), supported('a', 'v', 2), supported('b', 'v'), supported('b', 'w'), withdrawn])
    expect(lineage.proposals.get('a')?.texts.map(({ contentRef }) => contentRef)).toStrictEqual(['a', 'a2'])
    expect(supportsOf(lineage, 'd').map((one) => [one.proposalId, one.voterKey, one.revision])).toStrictEqual([
      ['a', 'v', 2],
      ['b', 'v', 1],
    ])
  })
  it('counts the supports that stand: a reset lets those before it fall, a grace at its end, unless they are renewed', () => {
    const revised = { type: 'ProposalRevised', proposalId: 'a', by, ...content('a2'), revisedAt: at, gate } as const
    const supports = [supported('a', 'v'), supported('a', 'w'), supported('a', 'w', 2)]
    const stands = (policy: 'keep' | 'reset' | 'grace', time: Instant) => {
      const grace = policy === 'grace' ? { graceUntil: later } : {}
      const lineage = lineageOf([drafted('a'), ...supports, { ...revised, revision: 2, supports: policy, ...grace }])
      return standingSupports(lineage, 'a', time).map(({ voterKey }) => voterKey)
    }
    expect(stands('keep', later)).toStrictEqual(['v', 'w'])
    expect(stands('reset', at)).toStrictEqual(['w'])
    expect(stands('grace', at)).toStrictEqual(['v', 'w'])
    expect(stands('grace', later)).toStrictEqual(['w'])
    expect(standingSupports(lineageOf([]), 'nobody', at)).toStrictEqual([])
  })
  it('puts aside what would close a circle, however it came to be written', () => {
    const { circling, proposals } = lineageOf([...family, merged('d', 'a'), derived('a', 'a')])
    expect(circling.map(({ parent, child }) => [parent.proposalId, child])).toStrictEqual([
      ['d', 'a'],
      ['a', 'a'],
    ])
    expect(proposals.get('a')?.parents).toStrictEqual([])
  })
})

/** A hall of proposals that are merged, split and varied by their decider, with its own count of who comes from whom. */
const hall = () => {
  const states = new Map<string, ProposalState>()
  const ancestors = new Map<string, Set<string>>()
  const events: Array<ProposalEvent | SupportEvent> = []
  const says = (command: ProposalCommand) => proposal.decide(command, states.get(command.proposalId) ?? proposal.initialState)
  const write = (...commands: ReadonlyArray<ProposalCommand>): void => {
    for (const command of commands) {
      const decision = says(command)
      if (E.isLeft(decision)) throw new Error(JSON.stringify([command, decision.left]))
      for (const event of decision.right) {
        states.set(event.proposalId, proposal.evolve(states.get(event.proposalId) ?? proposal.initialState, event))
        events.push(event)
      }
    }
  }
  /** A proposal of its own, or one made of `parents`. */
  const add = (descent: Descent = 'variant', ...parents: ReadonlyArray<string>): string => {
    const proposalId = `p${states.size}`
    ancestors.set(proposalId, new Set())
    write({ type: 'DraftProposal', proposalId, consultationId: 'c-1', by, ...content(proposalId), at })
    for (const parent of parents) {
      write(derive(proposalId, parent, descent))
      inherit(proposalId, parent)
    }
    write({ type: 'SubmitProposal', proposalId, by, at, gate: openFor('contribute') })
    return proposalId
  }
  const olderThan = (proposalId: string): Set<string> => ancestors.get(proposalId) ?? new Set()
  const inherit = (child: string, parent: string): void => {
    const inherited = [parent, ...olderThan(parent)]
    for (const [one, older] of ancestors) if (one === child || older.has(child)) for (const ancestor of inherited) older.add(ancestor)
  }
  const at1 = (proposalId: string) => ({ proposalId, revision: 1 })
  const derive = (child: string, parent: string, descent: Descent): ProposalCommand => ({
    type: 'DeriveProposal',
    proposalId: child,
    descent,
    parents: [at1(parent)],
    ancestors: [...olderThan(parent)],
    by,
    at,
  })
  const supersede = (type: 'MergeProposal' | 'SplitProposal', parent: string, ...children: ReadonlyArray<string>): ProposalCommand => ({
    type,
    proposalId: parent,
    targets: children.map(at1),
    reason,
    by,
    at,
    ancestors: [...olderThan(parent)],
  })
  return { ancestors, events, says, write, add, olderThan, inherit, derive, supersede }
}

const step = fc.record({ kind: fc.constantFrom('merge', 'merge', 'merge anew', 'split', 'split', 'variant'), one: fc.nat(), other: fc.nat() })

describe('I18: merging and splitting destroy no original', () => {
  it('reaches every original text and its supports after 1,000 merges and splits, and nothing descends from itself', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 1000, maxLength: 1000 }), (steps) => {
        const { ancestors, events, says, write, add, olderThan, inherit, derive, supersede } = hall()
        const live = Array.from({ length: 40 }, () => add())
        const originals = [...live]
        for (const original of originals) events.push(supported(original, `v-${original}`), supported(original, 'everybody'))
        const isRefused = (parent: string, target: string): void => {
          refused++
          const circle = E.left({ type: 'LineageWouldCircle', proposalId: target })
          expect(says(supersede('MergeProposal', parent, target))).toStrictEqual(circle)
          expect(says(derive(target, parent, 'merge'))).toStrictEqual(circle)
        }
        const end = (type: 'MergeProposal' | 'SplitProposal', parent: string, ...children: ReadonlyArray<string>): void => {
          write(supersede(type, parent, ...children))
          live.splice(live.indexOf(parent), 1)
        }
        for (const { kind, one, other } of steps) {
          const [parent, target] = [live[one % live.length] ?? '', live[other % live.length] ?? '']
          if (kind === 'variant') {
            const variant = add('variant', parent)
            live.push(variant)
            isRefused(variant, parent)
          } else if (kind === 'split' || live.length < 20) {
            const children = [add('split', parent), add('split', parent)]
            live.push(...children)
            end('SplitProposal', parent, ...children)
          } else if (kind === 'merge anew') {
            const parents = [...new Set([parent, target])]
            const child = add('merge', ...parents)
            live.push(child)
            for (const each of parents) end('MergeProposal', each, child)
          } else if (parent === target || olderThan(parent).has(target)) {
            isRefused(parent, target)
          } else {
            write(derive(target, parent, 'merge'))
            inherit(target, parent)
            end('MergeProposal', parent, target)
          }
        }
        const lineage = lineageOf(events)
        expect(lineage.circling).toStrictEqual([])
        for (const [proposalId, older] of ancestors) {
          const found = ancestorsOf(lineage, proposalId)
          expect(found.includes(proposalId)).toBe(false)
          expect(found.length === older.size && found.every((one) => older.has(one))).toBe(true)
        }
        const reached = new Set(live.flatMap((one) => originalsOf(lineage, one)))
        const supports = new Set(live.flatMap((one) => supportsOf(lineage, one).map((support) => `${support.voterKey} ${support.proposalId}`)))
        for (const original of originals) {
          expect(reached).toContain(original)
          expect(lineage.proposals.get(original)?.texts).toStrictEqual([{ revision: 1, ...content(original) }])
          expect(supports).toContain(`v-${original} ${original}`)
          expect(supports).toContain(`everybody ${original}`)
        }
      }),
      { numRuns: 1, endOnFailure: true },
    )
    expect(refused).toBeGreaterThan(20)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import { feasibilityCommands } from './commands.ts'
import type { FeasibilityCommand } from './commands.ts'
import { feasibilityEvents } from './events.ts'
import { expectedOfStudy } from './expected.ts'
import { feasibilityStream, feasibilityStudy } from './feasibility-study.ts'

/** As JSON gives objects: with a prototype. */
const plain = { noNullPrototype: true } as const
const study = { projectId: 'pool', studyId: 's-1' } as const
const person = fc.constantFrom('a', 'b', 'c', 'd', 'd', '')
const words = fc.constantFrom('why', 'because', 'so', '')
const amount = fc.constantFrom('1', '2.50', '3', 'much', '-1')
const conclusion = fc.constantFrom('feasible', 'unfeasible', 'undecided')
const finding = fc.constantFrom('upheld', 'reopened')

const command: fc.Arbitrary<FeasibilityCommand> = fc.oneof(
  { weight: 4, arbitrary: person.map((evaluator): FeasibilityCommand => ({ type: 'AssignEvaluator', ...study, evaluator, by: 'town hall' })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b', ''), words)
      .map(([who, explanation]): FeasibilityCommand => ({ type: 'DeclareConflictOfInterest', ...study, person: who, explanation })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ amount, method: words, by: person }, plain)
      .map((given): FeasibilityCommand => ({ type: 'EstimateCost', ...study, currency: 'EUR', ...given })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({ conclusion, by: person, explanation: words }, { ...plain, requiredKeys: ['conclusion', 'by'] })
      .map((given): FeasibilityCommand => ({ type: 'ConcludeFeasibility', ...study, ...given })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ reviewer: person, finding, reason: words }, plain)
      .map((given): FeasibilityCommand => ({ type: 'ReviewStudy', ...study, ...given })),
  },
)
const commands = fc.array(command, { maxLength: 40, size: 'max' })

describe('a feasibility study, whatever is asked of it', () => {
  it('obeys the laws of a decider, explains what is unfeasible, knows the cost of what is feasible, and nobody with a conflict has a part in it', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(commands, (given) => {
        const { events, breach } = livedThrough(feasibilityStudy, feasibilityEvents, given)
        expect(breach).toBeUndefined()
        const [conflicts, involved, versions] = [new Set<string>(), new Set<string>(), new Array<number>()]
        let state = feasibilityStudy.initialState
        for (const event of events) {
          state = feasibilityStudy.evolve(state, event)
          seen.set(event.type, (seen.get(event.type) ?? 0) + 1)
          switch (event.type) {
            case 'EvaluatorAssigned':
              expect(conflicts).not.toContain(event.evaluator)
              involved.add(event.evaluator)
              break
            case 'ConflictOfInterestDeclared':
              conflicts.add(event.person)
              break
            case 'CostEstimated':
              expect(conflicts).not.toContain(event.by)
              versions.push(event.version)
              break
            case 'FeasibilityConcluded':
              expect(conflicts).not.toContain(event.by)
              expect(involved).toContain(event.by)
              expect(event.costVersion).toBe(versions.at(-1))
              if (event.conclusion === 'feasible') expect(event.costVersion).toBeDefined()
              if (event.conclusion === 'unfeasible') expect(event.explanation).toMatch(/./)
              break
            case 'StudyReviewed':
              expect(conflicts).not.toContain(event.reviewer)
              expect(involved).not.toContain(event.reviewer)
              break
          }
          for (const one of state.evaluators) expect(conflicts).not.toContain(one)
          if (state.status !== 'UnderStudy') expect(conflicts).not.toContain(state.conclusion.by)
          if (state.status === 'Reviewed') expect(conflicts).not.toContain(state.reviewer)
        }
        expect(versions).toStrictEqual(versions.map((_, place) => place + 1))
      }),
      { numRuns: 800 },
    )
    for (const type of feasibilityEvents.types) expect([type, (seen.get(type) ?? 0) > 30]).toStrictEqual([type, true])
  })
  it('does only what is expected next, by whom it is expected', () => {
    fc.assert(
      fc.property(commands, (given) => {
        let state = feasibilityStudy.initialState
        for (const one of given) {
          const expected = expectedOfStudy(state).find((next) => next.command === one.type)
          const decided = feasibilityStudy.decide(one, state)
          if (E.isLeft(decided) || decided.right.length === 0) continue
          expect(expected).toBeDefined()
          if (one.type === 'AssignEvaluator') expect(expected?.except).not.toContain(one.evaluator)
          if (one.type === 'ReviewStudy') expect(expected?.except).not.toContain(one.reviewer)
          if (one.type === 'EstimateCost' || one.type === 'ConcludeFeasibility') expect(expected?.people).toContain(one.by)
          for (const event of decided.right) state = feasibilityStudy.evolve(state, event)
        }
      }),
    )
  })
  it('reads each of its commands as JSON gives it', () => {
    fc.assert(
      fc.property(command, (one) => {
        expect(feasibilityCommands.decode(JSON.parse(JSON.stringify(one)))).toStrictEqual(E.right(one))
      }),
    )
  })
  it('has a stream of its own, whatever the ids', () => {
    expect(feasibilityStream('pool', 's-1')).toBe('feasibility-pool/s-1')
    expect(feasibilityStream('a/b', 'c')).not.toBe(feasibilityStream('a', 'b/c'))
  })
})

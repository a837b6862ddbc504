import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, parseMoney, ratio, tenTo, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { livedThrough } from '@isegoria/testing'
import { envelope } from './envelope.ts'
import type { EnvelopeCommand } from './envelope.ts'
import { envelopeEvents } from './events.ts'

/** As JSON gives objects: with a prototype. */
const plain = { noNullPrototype: true } as const
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('0', '0.1', '0.10', '0.3', '1', '33.33', '33.34', '100', '100.00', '99999999999999999999.99') },
  { weight: 1, arbitrary: fc.constantFrom('', '-1', '1e3', 'much', 'Infinity', '1,5') },
)
const project = fc.constantFrom('a', 'b', 'c')
const envelopeId = 'e-1'
const command: fc.Arbitrary<EnvelopeCommand> = fc.oneof(
  amount.map((text): EnvelopeCommand => ({ type: 'OpenEnvelope', envelopeId, consultationId: 'c-1', amount: text, currency: 'EUR' })),
  fc
    .array(fc.record({ project, amount }, plain), { maxLength: 4 })
    .map((allocations): EnvelopeCommand => ({ type: 'ComputeAllocation', envelopeId, pollId: 'p-1', input: 'i', allocations })),
  project.map((id): EnvelopeCommand => ({ type: 'FundProject', envelopeId, project: id })),
)

const value = (text: string): Ratio => {
  const money = parseMoney(text)
  if (money === undefined || money.minor < 0n) throw new Error(`'${text}' went into the log as an amount`)
  return ratio(money.minor, tenTo(money.decimals))
}

describe('an envelope, whatever is asked of it', () => {
  it('obeys the laws of a decider, and never gives out more than it holds, nor twice for one project', () => {
    let funded = 0
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30, size: 'max' }), (commands) => {
        const { events, breach } = livedThrough(envelope, envelopeEvents, commands)
        expect(breach).toBeUndefined()
        let [limit, spent] = [zero, zero]
        const allocated = new Map<string, string>()
        const paid = new Set<string>()
        for (const [place, event] of events.entries()) {
          expect(event.type).toBe(['EnvelopeOpened', 'AllocationComputed'][place] ?? 'ProjectFunded')
          if (event.type === 'EnvelopeOpened') limit = value(event.amount)
          if (event.type === 'AllocationComputed') {
            for (const one of event.allocations) allocated.set(one.project, one.amount)
            expect(allocated.size).toBe(event.allocations.length)
            expect(compare(event.allocations.map((one) => value(one.amount)).reduce(add, zero), limit)).not.toBe(1)
          }
          if (event.type === 'ProjectFunded') {
            funded++
            expect(paid.has(event.project)).toBe(false)
            paid.add(event.project)
            expect(event.amount).toBe(allocated.get(event.project))
            spent = add(spent, value(event.amount))
            expect(compare(spent, limit)).not.toBe(1)
          }
        }
      }),
      { numRuns: 1000 },
    )
    expect(funded).toBeGreaterThan(50)
  })
})

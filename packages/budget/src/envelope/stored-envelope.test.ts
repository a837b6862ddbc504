import { describe, expect, it } from 'vitest'
import { E, replay } from '@isegoria/kernel'
import { envelope } from './envelope.ts'
import { envelopeEvents } from './events.ts'
import type { EnvelopeEvent } from './events.ts'

describe('a log that was written before envelopes had headings', () => {
  const stored = [
    '{"type":"EnvelopeOpened","envelopeId":"e-1","consultationId":"c-1","amount":"100.50","currency":"EUR"}',
    '{"type":"AllocationComputed","envelopeId":"e-1","pollId":"p-1","input":"i","allocations":[{"project":"a","amount":"60.255"},{"project":"b","amount":"0"}]}',
    '{"type":"ProjectFunded","envelopeId":"e-1","project":"a","amount":"60.255"}',
    '{"type":"ProjectFunded","envelopeId":"e-1","project":"b","amount":"0"}',
  ]
  const commands = [
    { type: 'OpenEnvelope', envelopeId: 'e-1', consultationId: 'c-1', amount: '100.50', currency: 'EUR' },
    {
      type: 'ComputeAllocation',
      envelopeId: 'e-1',
      pollId: 'p-1',
      input: 'i',
      allocations: [
        { project: 'a', amount: '60.255' },
        { project: 'b', amount: '0' },
      ],
    },
    { type: 'FundProject', envelopeId: 'e-1', project: 'a' },
    { type: 'FundProject', envelopeId: 'e-1', project: 'b' },
  ] as const
  it('is read as it was written, and decided again to the same letters', () => {
    let state = envelope.initialState
    for (const [place, command] of commands.entries()) {
      const decided = envelope.decide(command, state)
      expect(E.isRight(decided) ? JSON.stringify(decided.right[0]) : decided).toBe(stored[place])
      const event = envelopeEvents.decode(JSON.parse(stored[place] ?? ''))
      if (E.isLeft(event)) throw new Error(event.left.reasons.join())
      expect(JSON.stringify(event.right)).toBe(stored[place])
      state = envelope.evolve(state, event.right)
    }
  })
})

describe('an envelope of 20,000 projects', () => {
  it('is funded project by project, and no funding copies what all the others are', () => {
    const allocations = Array.from({ length: 20_000 }, (_, place) => ({ project: `project ${place}`, amount: '0.01' }))
    const past: ReadonlyArray<EnvelopeEvent> = [
      { type: 'EnvelopeOpened', envelopeId: 'e-1', consultationId: 'c-1', amount: '200', currency: 'EUR' },
      { type: 'AllocationComputed', envelopeId: 'e-1', pollId: 'p-1', input: 'i', allocations },
    ]
    let state = replay(envelope, past)
    for (const { project } of allocations) {
      const decided = envelope.decide({ type: 'FundProject', envelopeId: 'e-1', project }, state)
      if (E.isRight(decided)) state = replay(envelope, decided.right, state)
    }
    expect(envelope.decide({ type: 'CloseEnvelope', envelopeId: 'e-1', by: 'treasurer' }, state)).toStrictEqual(
      E.right([{ type: 'EnvelopeClosed', envelopeId: 'e-1', by: 'treasurer', left: '0' }]),
    )
  })
})

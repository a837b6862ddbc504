import { describe, expect, it } from 'vitest'
import { envelopeAccount } from './envelope-account.ts'
import type { EnvelopeEvent } from './events.ts'

const envelopeId = 'e-1'
const opened: EnvelopeEvent = {
  type: 'EnvelopeOpened',
  envelopeId,
  consultationId: 'c-1',
  amount: '100',
  currency: 'EUR',
  headings: [{ name: 'north', amount: '60' }],
}
const events: ReadonlyArray<EnvelopeEvent> = [
  opened,
  {
    type: 'AllocationComputed',
    envelopeId,
    pollId: 'p-1',
    input: 'i',
    allocations: [
      { project: 'pool', amount: '50', heading: 'north' },
      { project: 'trees', amount: '20.50' },
    ],
  },
  { type: 'CostRevised', envelopeId, project: 'pool', version: 1, cost: '70', by: 'roads', reason: 'rock' },
  { type: 'PartFundingAgreed', envelopeId, project: 'pool', amount: '10', paidBy: 'region', explanation: 'sports fund' },
  {
    type: 'AllocationAdjusted',
    envelopeId,
    changes: [
      { project: 'pool', from: '50', to: '60', heading: 'north' },
      { project: 'trees', from: '20.50', to: '0' },
      { project: 'bench', from: '0', to: '4.50' },
    ],
    by: 'council',
    reason: 'the trees can wait',
  },
  { type: 'ProjectFunded', envelopeId, project: 'pool', amount: '60' },
  { type: 'ProjectFunded', envelopeId, project: 'bench', amount: '4.50' },
  { type: 'EnvelopeClosed', envelopeId, by: 'treasurer', left: '35.5' },
]

describe('the account of an envelope', () => {
  const account = envelopeAccount(events)
  it('shows of each project what was computed beside what people made of it, and why', () => {
    const because = { by: 'council', reason: 'the trees can wait' }
    expect(account?.projects).toStrictEqual([
      {
        project: 'pool',
        heading: 'north',
        costs: [{ version: 1, cost: '70', by: 'roads', reason: 'rock' }],
        computed: { pollId: 'p-1', amount: '50', cost: '50' },
        adjustments: [{ from: '50', to: '60', ...because }],
        allocated: '60',
        partFunding: [{ paidBy: 'region', amount: '10', explanation: 'sports fund' }],
        funded: '60',
      },
      {
        project: 'trees',
        costs: [],
        computed: { pollId: 'p-1', amount: '20.50', cost: '20.50' },
        adjustments: [{ from: '20.50', to: '0', ...because }],
        allocated: '0',
        partFunding: [],
        funded: '0',
      },
      { project: 'bench', costs: [], adjustments: [{ from: '0', to: '4.50', ...because }], allocated: '4.50', partFunding: [], funded: '4.5' },
    ])
  })
  it('adds up under each heading, under none, and in all, to what is left', () => {
    expect(account?.headings).toStrictEqual([{ heading: 'north', amount: '60', computed: '50', allocated: '60', funded: '60', left: '0' }])
    expect(account?.noHeading).toStrictEqual({ amount: '40', computed: '20.5', allocated: '4.5', funded: '4.5', left: '35.5' })
    expect(account?.total).toStrictEqual({ amount: '100', computed: '70.5', allocated: '64.5', funded: '64.5', left: '35.5' })
    expect(account?.closed).toStrictEqual({ by: 'treasurer', left: '35.5' })
  })
  it('is there from the opening on, and not before', () => {
    expect(envelopeAccount([])).toBeUndefined()
    expect(envelopeAccount([opened])).toMatchObject({ projects: [], total: { left: '100', funded: '0' } })
  })
})

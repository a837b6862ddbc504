import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { envelope } from './envelope.ts'
import type { EnvelopeEvent } from './events.ts'

const given = specify(envelope)
const envelopeId = 'e-1'
const opened: EnvelopeEvent = { type: 'EnvelopeOpened', envelopeId, consultationId: 'c-1', amount: '100', currency: 'EUR', decimals: 2 }
const computed: EnvelopeEvent = {
  type: 'AllocationComputed',
  envelopeId,
  pollId: 'p-1',
  input: 'i',
  allocations: [
    { project: 'pool', amount: '60' },
    { project: 'trees', amount: '30' },
  ],
}
const said = { envelopeId, by: 'council', reason: 'the ground is not ours' } as const
const dropped: EnvelopeEvent = { type: 'AllocationAdjusted', ...said, changes: [{ project: 'pool', from: '60', to: '0' }] }
const fundedPool: EnvelopeEvent = { type: 'ProjectFunded', envelopeId, project: 'pool', amount: '60' }
const overrun: EnvelopeEvent = { type: 'CostRevised', envelopeId, project: 'pool', version: 1, cost: '68.50', by: 'roads', reason: 'rock' }
const raised: EnvelopeEvent = { type: 'AllocationAdjusted', ...said, changes: [{ project: 'pool', from: '60', to: '68.50' }] }

describe('an allocation that people adjust', () => {
  it('says who changed what, from what, to what, and why', () => {
    given(opened, computed)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'pool', amount: '0' }] })
      .then(dropped)
    given(opened, computed, dropped)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'pool', amount: '0.00' }] })
      .thenNothing()
  })
  it('moves money from one project to another in one act, and tells only what changes', () => {
    const changes = [
      { project: 'bench', amount: '70' },
      { project: 'pool', amount: '0' },
      { project: 'trees', amount: '30' },
    ]
    given(opened, computed)
      .when({ type: 'AdjustAllocation', ...said, changes })
      .then({
        type: 'AllocationAdjusted',
        ...said,
        changes: [
          { project: 'bench', from: '0', to: '70' },
          { project: 'pool', from: '60', to: '0' },
        ],
      })
  })
  it('needs a reason, and somebody who gives it', () => {
    const changes = [{ project: 'pool', amount: '0' }]
    given(opened, computed)
      .when({ type: 'AdjustAllocation', envelopeId, changes, by: 'council', reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'AllocationAdjusted' })
    given(opened, computed)
      .when({ type: 'AdjustAllocation', envelopeId, changes, by: '', reason: 'so' })
      .thenRejected({ type: 'NameMissing', field: 'by' })
  })
  it('never gives more than the envelope holds, nor the same project two amounts', () => {
    given(opened, computed)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'bench', amount: '10.01' }] })
      .thenRejected({ type: 'EnvelopeExceeded', amount: '100', allocated: '100.01' })
    given(opened, computed)
      .when({
        type: 'AdjustAllocation',
        ...said,
        changes: [
          { project: 'bench', amount: '1' },
          { project: 'bench', amount: '2' },
        ],
      })
      .thenRejected({ type: 'ProjectAllocatedTwice', project: 'bench' })
  })
  it('comes after what was computed, never instead of it', () => {
    given(opened)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'pool', amount: '1' }] })
      .thenRejected({ type: 'AllocationNotComputed' })
  })
  it('leaves nothing to fund of a project that was dropped', () => {
    given(opened, computed, dropped)
      .when({ type: 'FundProject', envelopeId, project: 'pool' })
      .thenRejected({ type: 'ProjectNotAllocated', project: 'pool' })
  })
  it('cannot take back what was given', () => {
    given(opened, computed, fundedPool)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'pool', amount: '59.99' }] })
      .thenRejected({ type: 'ProjectAlreadyFunded', project: 'pool', funded: '60', given: '59.99' })
  })
})

describe('a cost that is revised', () => {
  it('is a new version with its reason, each time it is another', () => {
    const revision = { type: 'ReviseCost', envelopeId, project: 'pool', cost: '68.50', by: 'roads', reason: 'rock' } as const
    given(opened).when(revision).then(overrun)
    given(opened, overrun).when(revision).thenNothing()
    given(opened, overrun)
      .when({ ...revision, cost: '70' })
      .then({ ...overrun, version: 2, cost: '70' })
    given(opened)
      .when({ ...revision, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'CostRevised' })
    given(opened)
      .when({ ...revision, cost: '1.005' })
      .thenRejected({ type: 'AmountTooFine', field: 'cost of pool', value: '1.005', decimals: 2 })
  })
  it('stops the funding of a project that is not covered any more, until somebody adjusts its allocation', () => {
    given(opened, computed, overrun)
      .when({ type: 'FundProject', envelopeId, project: 'pool' })
      .thenRejected({ type: 'ProjectNotCovered', project: 'pool', cost: '68.50', covered: '60' })
    given(opened, computed, overrun)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'pool', amount: '68.50' }] })
      .then(raised)
    given(opened, computed, overrun, raised)
      .when({ type: 'FundProject', envelopeId, project: 'pool' })
      .then({ ...fundedPool, amount: '68.50' })
  })
  it('of a project that was funded is paid as the rest of what it is to get', () => {
    given(opened, computed, fundedPool, overrun).when({ type: 'FundProject', envelopeId, project: 'pool' }).thenNothing()
    given(opened, computed, fundedPool, overrun, raised)
      .when({ type: 'FundProject', envelopeId, project: 'pool' })
      .then({ ...fundedPool, amount: '8.5' })
  })
  it('comes before more money: nobody adds to a project more than it is known to cost', () => {
    given(opened, computed)
      .when({ type: 'AdjustAllocation', ...said, changes: [{ project: 'pool', amount: '61' }] })
      .thenRejected({ type: 'CostExceeded', project: 'pool', cost: '60', covered: '61' })
  })
  it('may be lower, and then nothing is paid before the allocation is as well', () => {
    given(opened, computed, { ...overrun, cost: '50' })
      .when({ type: 'FundProject', envelopeId, project: 'pool' })
      .thenRejected({ type: 'CostExceeded', project: 'pool', cost: '50', covered: '60' })
  })
})

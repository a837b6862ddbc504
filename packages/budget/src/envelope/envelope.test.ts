import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { envelope } from './envelope.ts'
import type { EnvelopeEvent } from './events.ts'

const given = specify(envelope)
const envelopeId = 'e-1'
const opened: EnvelopeEvent = { type: 'EnvelopeOpened', envelopeId, consultationId: 'c-1', amount: '100.50', currency: 'EUR' }
const allocations = [
  { project: 'a', amount: '60.25' },
  { project: 'b', amount: '40.25' },
]
const computed: EnvelopeEvent = { type: 'AllocationComputed', envelopeId, pollId: 'p-1', input: 'i', allocations }
const funded: EnvelopeEvent = { type: 'ProjectFunded', envelopeId, project: 'a', amount: '60.25' }

describe('an envelope', () => {
  it('is opened, allocated to the last cent and spent project by project', () => {
    given()
      .when({ ...opened, type: 'OpenEnvelope' })
      .then(opened)
    given(opened)
      .when({ ...computed, type: 'ComputeAllocation' })
      .then(computed)
    given(opened, computed).when({ type: 'FundProject', envelopeId, project: 'a' }).then(funded)
    given(opened, computed, funded).when({ type: 'FundProject', envelopeId, project: 'a' }).thenNothing()
  })
  it('is never exceeded, not by one cent', () => {
    given(opened)
      .when({ type: 'ComputeAllocation', envelopeId, pollId: 'p-1', input: 'i', allocations: [...allocations, { project: 'c', amount: '0.01' }] })
      .thenRejected({ type: 'EnvelopeExceeded', amount: '100.50', allocated: '100.51' })
  })
  it('funds only what was allocated, once', () => {
    given(opened, computed).when({ type: 'FundProject', envelopeId, project: 'z' }).thenRejected({ type: 'ProjectNotAllocated', project: 'z' })
    given(opened).when({ type: 'FundProject', envelopeId, project: 'a' }).thenRejected({ type: 'AllocationNotComputed' })
    given(opened)
      .when({
        type: 'ComputeAllocation',
        envelopeId,
        pollId: 'p-1',
        input: 'i',
        allocations: [
          { project: 'a', amount: '1' },
          { project: 'a', amount: '1' },
        ],
      })
      .thenRejected({ type: 'ProjectAllocatedTwice', project: 'a' })
  })
  it('takes money only as decimal text that is not negative', () => {
    given()
      .when({ ...opened, amount: '-1', type: 'OpenEnvelope' })
      .thenRejected({ type: 'AmountNotReadable', field: 'amount', value: '-1' })
  })
})

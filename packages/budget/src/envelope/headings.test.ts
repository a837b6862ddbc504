import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { envelope } from './envelope.ts'
import type { EnvelopeEvent } from './events.ts'

const given = specify(envelope)
const envelopeId = 'e-1'
const headings = [
  { name: 'north', amount: '40' },
  { name: 'south', amount: '35' },
]
const opened: EnvelopeEvent = { type: 'EnvelopeOpened', envelopeId, consultationId: 'c-1', amount: '100', currency: 'EUR', headings }
const open = { ...opened, type: 'OpenEnvelope' } as const
const north: EnvelopeEvent = {
  type: 'AllocationComputed',
  envelopeId,
  pollId: 'p-north',
  input: 'i',
  allocations: [{ project: 'pool', amount: '40', heading: 'north' }],
}
const compute = { type: 'ComputeAllocation', envelopeId, pollId: 'p-south', input: 'j' } as const

describe('an envelope with headings', () => {
  it('keeps a part for each, together at most what it holds', () => {
    given().when(open).then(opened)
    given()
      .when({ ...open, headings: [...headings, { name: 'east', amount: '25.01' }] })
      .thenRejected({ type: 'HeadingsExceedEnvelope', amount: '100', headings: '100.01' })
    given()
      .when({ ...open, headings: [...headings, { name: 'north', amount: '1' }] })
      .thenRejected({ type: 'HeadingNamedTwice', heading: 'north' })
    given()
      .when({ ...open, headings: [{ name: '', amount: '1' }] })
      .thenRejected({ type: 'NameMissing', field: 'headings' })
    given()
      .when({ ...open, headings: [{ name: 'north', amount: '1.5' }], decimals: 0 })
      .thenRejected({ type: 'AmountTooFine', field: 'amount of north', value: '1.5', decimals: 0 })
  })
  it('gives under a heading no more than it keeps for it, and under none no more than they leave', () => {
    given(opened)
      .when({ ...compute, allocations: [{ project: 'pool', amount: '40.01', heading: 'north' }] })
      .thenRejected({ type: 'HeadingExceeded', heading: 'north', amount: '40', allocated: '40.01' })
    given(opened)
      .when({ ...compute, allocations: [{ project: 'bridge', amount: '26' }] })
      .thenRejected({ type: 'HeadingExceeded', heading: null, amount: '25', allocated: '26' })
    given(opened)
      .when({ ...compute, allocations: [{ project: 'pool', amount: '1', heading: 'west' }] })
      .thenRejected({ type: 'HeadingUnknown', heading: 'west' })
  })
  it('is filled by one poll for each of them', () => {
    const south = [{ project: 'trees', amount: '30', heading: 'south' }]
    given(opened, north)
      .when({ ...compute, allocations: south })
      .then({ ...compute, type: 'AllocationComputed', allocations: south })
    given(opened, north)
      .when({ ...compute, allocations: [{ project: 'lamps', amount: '0', heading: 'north' }] })
      .thenRejected({ type: 'AllocationAlreadyComputed' })
    given(opened, north)
      .when({ ...compute, allocations: [{ project: 'pool', amount: '1', heading: 'south' }] })
      .thenRejected({ type: 'ProjectAllocatedTwice', project: 'pool' })
  })
  it('leaves a project under its heading, whatever people adjust', () => {
    const said = { type: 'AdjustAllocation', envelopeId, by: 'council', reason: 'so' } as const
    given(opened, north)
      .when({ ...said, changes: [{ project: 'pool', amount: '30', heading: 'south' }] })
      .thenRejected({ type: 'ProjectUnderAnotherHeading', project: 'pool', heading: 'north', given: 'south' })
    given(opened, north)
      .when({ ...said, changes: [{ project: 'pool', amount: '30' }] })
      .then({ ...said, type: 'AllocationAdjusted', changes: [{ project: 'pool', from: '40', to: '30', heading: 'north' }] })
    given(opened, north)
      .when({ ...said, changes: [{ project: 'bench', amount: '1', heading: 'north' }] })
      .thenRejected({ type: 'HeadingExceeded', heading: 'north', amount: '40', allocated: '41' })
  })
})

import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { envelope } from './envelope.ts'
import type { EnvelopeEvent } from './events.ts'

const given = specify(envelope)
const envelopeId = 'e-1'
const opened: EnvelopeEvent = { type: 'EnvelopeOpened', envelopeId, consultationId: 'c-1', amount: '100', currency: 'EUR' }
const poll = { type: 'AllocationComputed', envelopeId, pollId: 'p-1', input: 'i' } as const
const computed: EnvelopeEvent = { ...poll, allocations: [{ project: 'pool', amount: '60', cost: '90' }] }
const agreed: EnvelopeEvent = {
  type: 'PartFundingAgreed',
  envelopeId,
  project: 'pool',
  amount: '30',
  paidBy: 'region',
  explanation: 'the sports fund pays the rest',
}
const agree = { ...agreed, type: 'AgreePartFunding' } as const
const fund = { type: 'FundProject', envelopeId, project: 'pool' } as const
const funded: EnvelopeEvent = { type: 'ProjectFunded', envelopeId, project: 'pool', amount: '60' }

describe('a project that gets less than its cost', () => {
  it('is funded only once somebody else has agreed to pay the rest', () => {
    given(opened, computed).when(fund).thenRejected({ type: 'ProjectNotCovered', project: 'pool', cost: '90', covered: '60' })
    given(opened, computed).when(agree).then(agreed)
    given(opened, computed, agreed).when(agree).thenNothing()
    given(opened, computed, agreed).when(fund).then(funded)
  })
  it('may be paid by several, of whom each counts as agreed last, and together not more than its cost', () => {
    const other: EnvelopeEvent = { ...agreed, amount: '50', paidBy: 'club', explanation: 'a gift' }
    given(opened, computed, agreed)
      .when({ ...other, type: 'AgreePartFunding' })
      .then(other)
    given(opened, computed, agreed, other)
      .when({ ...agree, amount: '40.01' })
      .thenRejected({ type: 'CostExceeded', project: 'pool', cost: '90', covered: '90.01' })
    given(opened, computed, agreed, other)
      .when({ ...agree, amount: '10' })
      .then({ ...agreed, amount: '10' })
    given(opened, computed, agreed, other).when(fund).thenRejected({ type: 'CostExceeded', project: 'pool', cost: '90', covered: '140' })
  })
  it('is explained: who pays, and how it came', () => {
    given(opened, computed)
      .when({ ...agree, paidBy: '' })
      .thenRejected({ type: 'NameMissing', field: 'paidBy' })
    given(opened, computed)
      .when({ ...agree, explanation: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'PartFundingAgreed' })
  })
  it('needs a cost of which it is a part', () => {
    given(opened).when(agree).thenRejected({ type: 'CostNotKnown', project: 'pool' })
    const cost: EnvelopeEvent = { type: 'CostRevised', envelopeId, project: 'pool', version: 1, cost: '90', by: 'roads', reason: 'first study' }
    given(opened, cost).when(agree).then(agreed)
    given(opened, cost, agreed, { ...poll, allocations: [{ project: 'pool', amount: '60' }] })
      .when(fund)
      .then(funded)
  })
  it('is never allocated more than it costs', () => {
    given(opened)
      .when({ type: 'ComputeAllocation', envelopeId, pollId: 'p-1', input: 'i', allocations: [{ project: 'pool', amount: '9', cost: '8' }] })
      .thenRejected({ type: 'CostExceeded', project: 'pool', cost: '8', covered: '9' })
  })
})

describe('an envelope that is closed', () => {
  const close = { type: 'CloseEnvelope', envelopeId, by: 'treasurer' } as const
  const closed: EnvelopeEvent = { type: 'EnvelopeClosed', envelopeId, by: 'treasurer', left: '40' }
  it('says what is left, once every project has its money', () => {
    given(opened, computed, agreed)
      .when(close)
      .thenRejected({ type: 'ProjectsNotFunded', projects: ['pool'] })
    given(opened, computed, agreed, funded).when(close).then(closed)
    given(opened, computed, agreed, funded, closed).when(close).thenNothing()
    given(opened)
      .when(close)
      .then({ ...closed, left: '100' })
  })
  it('is not closed over an overrun that nobody pays', () => {
    const overrun: EnvelopeEvent = { type: 'CostRevised', envelopeId, project: 'pool', version: 1, cost: '95', by: 'roads', reason: 'rock' }
    given(opened, computed, agreed, funded, overrun)
      .when(close)
      .thenRejected({ type: 'ProjectNotCovered', project: 'pool', cost: '95', covered: '90' })
  })
  it('gives nothing more', () => {
    given(opened, computed, agreed, funded, closed).when(fund).thenRejected({ type: 'EnvelopeAlreadyClosed', left: '40' })
    given(opened, computed, agreed, funded, closed).when(agree).thenRejected({ type: 'EnvelopeAlreadyClosed', left: '40' })
  })
})

import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { consultation } from '../index.ts'
import type { ConsultationEvent } from '../index.ts'
import { charter, chartered, closed, collected, consultationId, drafted, inquiry, may, opened, profileOf, scheduled } from './process.fixture.ts'

const given = specify(consultation)
const running = [drafted, chartered, scheduled, opened]
const close = { type: 'CloseConsultation', consultationId, at: may(45) } as const
const complete = { logPosition: 90, total: 12, covered: 12, hash: '0a' }
const owing: ReadonlyArray<ConsultationEvent> = [
  drafted,
  { type: 'CharterPublished', consultationId, ...charter, duties: ['synthesis', 'decision', 'return', 'answers'] },
  scheduled,
  opened,
]
const content = { contentRef: 'report', contentHash: '0b' }
const returned: ConsultationEvent = { type: 'ReturnPublished', consultationId, form: 'report', ...content, publishedAt: may(40) }

describe('I5: a closing', () => {
  it('is refused while contributions are unanswered, and says how many', () => {
    const certificate = { ...complete, covered: 9 }
    const rejection = { type: 'NotReadyToClose', lacks: [{ rule: 'I19', missing: 'answers', count: 3 }] } as const
    given(...running)
      .when({ ...close, certificate })
      .thenRejected(rejection)
    given(...owing, returned)
      .when({ ...close, certificate, synthesisId: 's-1', conclusion: { type: 'decided', decisionId: 'd-1' } })
      .thenRejected(rejection)
  })
  it('with a synthesis, a decision, a return and every contribution answered keeps what it relied upon', () => {
    const evidence = { certificate: complete, synthesisId: 's-1', conclusion: { type: 'decided', decisionId: 'd-1' } } as const
    given(...owing, returned)
      .when({ ...close, ...evidence })
      .then({ ...closed, ...evidence })
    given(...running)
      .when({ ...close, certificate: complete })
      .then({ ...closed, certificate: complete })
  })
  it('names everything that the charter promised and that is missing', () => {
    given(...owing)
      .when(close)
      .thenRejected({
        type: 'NotReadyToClose',
        lacks: [
          { rule: 'I5', missing: 'synthesis', count: 1 },
          { rule: 'I5', missing: 'decision or motives for none', count: 1 },
          { rule: 'I5', missing: 'return', count: 1 },
          { rule: 'I19', missing: 'certificate of answers', count: 1 },
        ],
      })
  })
  it('without a decision has motives', () => {
    const evidence = { certificate: complete, synthesisId: 's-1' }
    given(...owing, returned)
      .when({ ...close, ...evidence, conclusion: { type: 'no-action', motives: ' ' } })
      .thenRejected({ type: 'ReasonMissing', of: 'ConsultationClosed' })
    given(...owing, returned)
      .when({ ...close, ...evidence, conclusion: { type: 'no-action', motives: 'no money is left' } })
      .then({ ...closed, ...evidence, conclusion: { type: 'no-action', motives: 'no money is left' } })
  })
  it('is not satisfied with a return from before the end of the collection', () => {
    const evidence = { certificate: complete, synthesisId: 's-1', conclusion: { type: 'decided', decisionId: 'd-1' } } as const
    given(...owing, { ...returned, publishedAt: may(20) })
      .when({ ...close, ...evidence })
      .thenRejected({ type: 'NotReadyToClose', lacks: [{ rule: 'I5', missing: 'return', count: 1 }] })
  })
  it('of an inquiry waits for minutes, reply, report and conclusions', () => {
    const lacks = profileOf('public-inquiry').duties.map(({ of, rule }) => ({ rule, missing: of, count: 1 }))
    given(...inquiry, opened, collected)
      .when(close)
      .thenRejected({ type: 'NotReadyToClose', lacks })
    const discharges = profileOf('public-inquiry').duties.map(({ of: duty, by }): ConsultationEvent => ({
      type: 'DutyDischarged',
      consultationId,
      duty,
      by,
      ...content,
      dischargedAt: may(44),
    }))
    given(...inquiry, opened, collected, ...discharges)
      .when(close)
      .then(closed)
  })
  it('does not rely on a certificate that covers more than there is', () => {
    given(...running)
      .when({ ...close, certificate: { ...complete, covered: 13 } })
      .thenRejected({ type: 'NotReadyToClose', lacks: [{ rule: 'I19', missing: 'contributions that the certificate covers', count: 1 }] })
  })
  it('waits for the end of the last phase', () => {
    given(...running)
      .when({ ...close, at: may(44) })
      .thenRejected({ type: 'ConsultationStillRunning', closesAt: may(45), at: may(44) })
  })
})

describe('a collection', () => {
  const closeCollection = { type: 'CloseCollection', consultationId, at: may(31) } as const
  it('is closed once its last phase is over', () => {
    given(...running)
      .when(closeCollection)
      .then(collected)
    given(...running, collected)
      .when(closeCollection)
      .thenNothing()
    given(...running)
      .when({ ...closeCollection, at: may(30) })
      .thenRejected({ type: 'CollectionStillRunning', closesAt: may(31), at: may(30) })
  })
  it('that was suspended for longer than the law leaves is not closed', () => {
    const suspended: ConsultationEvent = { type: 'ConsultationSuspended', consultationId, reason: 'a flood', suspendedAt: may(10) }
    const resumed: ConsultationEvent = { type: 'ConsultationResumed', consultationId, reason: 'it is dry', resumedAt: may(15) }
    given(...inquiry, opened, suspended, resumed)
      .when(closeCollection)
      .thenRejected({
        type: 'ProfileBreached',
        profile: 'public-inquiry',
        faults: [{ type: 'PhaseTooShort', rule: 'C. env. L123-9', phase: 'register', missing: 'days to contribute', count: 5 }],
      })
  })
})

describe('a consultation that does not go to its end', () => {
  it('is suspended and resumed with a reason', () => {
    const suspend = { type: 'SuspendConsultation', consultationId, reason: 'a flood', at: may(10) } as const
    const suspended: ConsultationEvent = { type: 'ConsultationSuspended', consultationId, reason: 'a flood', suspendedAt: may(10) }
    const resume = { type: 'ResumeConsultation', consultationId, reason: 'it is dry', at: may(12) } as const
    given(...running)
      .when(suspend)
      .then(suspended)
    given(...running, suspended)
      .when(suspend)
      .thenNothing()
    given(...running)
      .when({ ...suspend, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'ConsultationSuspended' })
    given(...running, suspended)
      .when(resume)
      .then({ type: 'ConsultationResumed', consultationId, reason: 'it is dry', resumedAt: may(12) })
    given(...running, suspended)
      .when({ ...resume, at: may(9) })
      .thenRejected({ type: 'BeforeLastEvent', last: may(10), at: may(9) })
    given(...running, suspended)
      .when(close)
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Open', status: 'Suspended' })
  })
  it('is abandoned with motives, from any stage but the closing', () => {
    const abandon = { type: 'AbandonConsultation', consultationId, motives: 'the site was sold', at: may(10) } as const
    const abandoned: ConsultationEvent = { type: 'ConsultationAbandoned', consultationId, motives: 'the site was sold', abandonedAt: may(10) }
    given(drafted).when(abandon).then(abandoned)
    given(...running)
      .when(abandon)
      .then(abandoned)
    given(...running, abandoned)
      .when(abandon)
      .thenNothing()
    given(...running)
      .when({ ...abandon, motives: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ConsultationAbandoned' })
    given(...running, closed)
      .when({ ...abandon, at: may(46) })
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Drafted', status: 'Closed' })
  })
})

describe('following up', () => {
  const reopen = { type: 'ReopenFollowUp', consultationId, phase: 'year-1', closesAt: may(75), reason: 'one year on', at: may(60) } as const
  it('is reopened with a reason once the consultation is closed', () => {
    const { at: _, ...words } = reopen
    const reopened: ConsultationEvent = { ...words, type: 'FollowUpReopened', version: 2, reopenedAt: may(60) }
    given(...running, closed)
      .when(reopen)
      .then(reopened)
    given(...running, closed, reopened)
      .when(reopen)
      .thenNothing()
    given(...running, closed)
      .when({ ...reopen, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'FollowUpReopened' })
    given(...running)
      .when(reopen)
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Closed', status: 'Open' })
  })
})

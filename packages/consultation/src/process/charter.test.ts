import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { consultation } from '../index.ts'
import type { ConsultationEvent } from '../index.ts'
import { charter, chartered, closed, consultationId, drafted, inquiry, may, opened, profileOf, register, scheduled } from './process.fixture.ts'

const given = specify(consultation)
const everyStage = ['design', 'collection', 'synthesis', 'decision', 'return', 'follow-up'] as const
const bound: ConsultationEvent = { type: 'CharterPublished', consultationId, ...charter, requires: ['departments'] }
const engaged: ConsultationEvent = { type: 'DepartmentEngaged', consultationId, department: 'roads', stages: everyStage }
const open = { type: 'OpenConsultation', consultationId, at: may(1) } as const

describe('R15, R17, R22: a charter', () => {
  it('says why the public is asked, what it is asked to be and what its answer is worth', () => {
    const { purpose: _, citizenRole: __, placeOfCitizens: ___, ...words } = charter
    given(drafted)
      .when({ type: 'PublishCharter', consultationId, ...words })
      .thenRejected({
        type: 'CharterIncomplete',
        lacks: [
          { rule: 'R15', missing: 'purpose', count: 1 },
          { rule: 'R17', missing: 'citizenRole', count: 1 },
          { rule: 'R22', missing: 'placeOfCitizens', count: 1 },
        ],
      })
    given(drafted)
      .when({ type: 'PublishCharter', consultationId, ...charter, languages: ['fr', 'nl'] })
      .then({ type: 'CharterPublished', consultationId, ...charter, languages: ['fr', 'nl'] })
  })
  it('that binds its authority asks and promises in words', () => {
    given(drafted)
      .when({ type: 'PublishCharter', consultationId, ...charter, question: ' ', commitment: '', duties: ['return'], languages: [] })
      .thenRejected({
        type: 'CharterIncomplete',
        lacks: [
          { rule: 'R17', missing: 'question', count: 1 },
          { rule: 'R22', missing: 'commitment', count: 1 },
          { rule: 'R19', missing: 'languages', count: 1 },
        ],
      })
  })
  it('promises no more than its procedure can give', () => {
    const legalProfile = profileOf('voters-consultation')
    const rule = legalProfile.source
    given(drafted)
      .when({ type: 'PublishCharter', consultationId, ...charter, purpose: 'decide', placeOfCitizens: 'direct-impact', legalProfile })
      .thenRejected({
        type: 'ProfileBreached',
        profile: 'voters-consultation',
        faults: [
          { type: 'PurposeNotAllowed', rule, missing: 'purpose consult', count: 1 },
          { type: 'PlaceNotAllowed', rule, missing: 'place advice', count: 1 },
        ],
      })
    given(drafted)
      .when({ type: 'PublishCharter', consultationId, ...charter, legalProfile })
      .then({ type: 'CharterPublished', consultationId, ...charter, legalProfile })
  })
})

describe('I1: an opening', () => {
  it('needs the departments that the charter promises, one at least in every stage', () => {
    given(drafted, bound, scheduled)
      .when(open)
      .thenRejected({ type: 'NotReadyToOpen', lacks: [{ rule: 'I1, R16', missing: 'departments', count: 1 }] })
    given(drafted, bound, { type: 'DepartmentEngaged', consultationId, department: 'roads', stages: ['design', 'collection'] }, scheduled)
      .when(open)
      .thenRejected({
        type: 'NotReadyToOpen',
        lacks: [{ rule: 'I1, R16', missing: 'departments in synthesis, decision, return, follow-up', count: 4 }],
      })
    given(drafted, bound, engaged, scheduled).when(open).then(opened)
  })
  it('needs none where neither the charter nor a profile asks for any', () => {
    given(drafted, chartered, scheduled).when(open).then(opened)
  })
  it('needs a charter and a calendar', () => {
    given(drafted).when(open).thenRejected({ type: 'ConsultationNotInStage', needs: 'Scheduled', status: 'Drafted' })
    given(drafted, chartered).when(open).thenRejected({ type: 'ConsultationNotInStage', needs: 'Scheduled', status: 'Chartered' })
  })
  it('of an inquiry needs its commissioner and its file', () => {
    const unprepared = inquiry.filter(({ type }) => type !== 'OfficerNamed' && type !== 'InformationPublished')
    given(...unprepared)
      .when(open)
      .thenRejected({
        type: 'NotReadyToOpen',
        lacks: [
          { rule: 'C. env. L120-1', missing: 'information', count: 1 },
          { rule: 'C. env. L123-4', missing: 'commissioner', count: 1 },
        ],
      })
    given(...inquiry)
      .when(open)
      .then(opened)
  })
  it('of an inquiry may not come so late that the register is open less than thirty days', () => {
    given(...inquiry)
      .when({ ...open, at: may(5) })
      .thenRejected({
        type: 'ProfileBreached',
        profile: 'public-inquiry',
        faults: [{ type: 'PhaseTooShort', rule: 'C. env. L123-9', phase: 'register', missing: 'days to contribute', count: 4 }],
      })
  })
  it('has its departments by name, with their stages', () => {
    const engage = { type: 'EngageDepartment', consultationId, department: 'roads', stages: everyStage } as const
    given(drafted).when(engage).then(engaged)
    given(drafted, engaged).when(engage).thenNothing()
    given(drafted)
      .when({ ...engage, stages: [] })
      .thenRejected({ type: 'StagesMissing', rule: 'R16', department: 'roads' })
    given(drafted)
      .when({ ...engage, department: ' ' })
      .thenRejected({ type: 'NameMissing', field: 'department' })
    given(drafted, engaged)
      .when({ ...engage, stages: ['design'] })
      .then({ ...engaged, stages: ['design'] })
  })
})

describe('I4: a charter', () => {
  const amend = {
    type: 'AmendCharter',
    consultationId,
    changes: { question: 'Which squares?' },
    reason: 'there are two',
    soFar: { ballots: 0, logPosition: 12 },
    at: may(2),
  } as const
  const { type: _, soFar: __, at: ___, ...words } = amend
  const amended: ConsultationEvent = { type: 'CharterAmended', ...words, version: 2, logPosition: 12, amendedAt: may(2) }

  it('is amended before any ballot, with a reason, and keeps up to where there was none', () => {
    given(drafted, chartered, scheduled, opened).when(amend).then(amended)
    given(drafted, chartered, scheduled, opened, amended).when(amend).thenNothing()
    given(drafted, chartered)
      .when({ ...amend, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'CharterAmended' })
  })
  it('is not amended once somebody has voted', () => {
    given(drafted, chartered, scheduled, opened)
      .when({ ...amend, soFar: { ballots: 3, logPosition: 12 } })
      .thenRejected({ type: 'CharterFrozen', rule: 'I4', ballots: 3 })
  })
  it('is published once, and no more amended when the consultation is closed', () => {
    given(drafted, chartered)
      .when({ type: 'PublishCharter', consultationId, ...charter })
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Drafted', status: 'Chartered' })
    given(drafted, chartered, scheduled, opened, closed)
      .when({ ...amend, at: may(46) })
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Chartered', status: 'Closed' })
  })
})

describe('R25: a round', () => {
  it('is linked once to the consultation before it', () => {
    const link = { type: 'LinkRound', consultationId, previous: 'c-0' } as const
    const linked: ConsultationEvent = { type: 'RoundLinked', consultationId, previous: 'c-0' }
    given(drafted).when(link).then(linked)
    given(drafted, linked).when(link).thenNothing()
    given(drafted, linked)
      .when({ ...link, previous: 'c-2' })
      .thenRejected({ type: 'RoundAlreadyLinked', previous: 'c-0' })
    given(drafted)
      .when({ ...link, previous: consultationId })
      .thenRejected({ type: 'RoundFollowsItself' })
    given(drafted, chartered).when(link).thenRejected({ type: 'ConsultationNotInStage', needs: 'Drafted', status: 'Chartered' })
  })
})

describe('R16: the phases of a calendar', () => {
  it('are not set before the charter', () => {
    given(drafted)
      .when({ type: 'SetPhases', consultationId, phases: [register(31)] })
      .thenRejected({ type: 'ConsultationNotInStage', needs: 'Chartered', status: 'Drafted' })
  })
})

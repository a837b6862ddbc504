import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { at, closedFor, content, gate, gateClosed, later, openFor } from '../given.fixture.ts'
import type { ProposalEvent } from './events.ts'
import { proposal, proposalStream } from './proposal.ts'

const given = specify(proposal)
const proposalId = 'p-1'
const of = { proposalId, by: 'ann' } as const
const text = { ...of, consultationId: 'c-1', ...content('a') } as const
const drafted: ProposalEvent = { type: 'ProposalDrafted', ...text, draftedAt: at }
const submitted: ProposalEvent = { type: 'ProposalSubmitted', ...of, revision: 1, submittedAt: at, gate }
const submit = { type: 'SubmitProposal', ...of, at, gate: openFor('contribute') } as const
const revise = { type: 'ReviseProposal', ...of, ...content('b'), supports: 'keep', at: later, gate: openFor('contribute', later) } as const
const revised: ProposalEvent = { type: 'ProposalRevised', ...of, revision: 2, ...content('b'), supports: 'keep', revisedAt: later, gate }
const criteria = ['city-ground', 'no-running-costs']
const decision = { proposalId, revision: 1, by: 'parks' } as const
const decide = { type: 'DecideAdmissibility', ...decision, criteria, at: later } as const
const admitted: ProposalEvent = { type: 'AdmissibilityDecided', ...decision, verdict: 'admissible', decidedAt: later }
const grounds = { verdict: 'inadmissible', criterion: 'city-ground', reason: 'The ground is private.' } as const
const refused: ProposalEvent = { type: 'AdmissibilityDecided', ...decision, ...grounds, decidedAt: later }
const withdrawn: ProposalEvent = { type: 'ProposalWithdrawn', ...of, withdrawnAt: later }
const targets = [{ proposalId: 'p-2', revision: 1 }]
const superseding = { proposalId, targets, reason: 'The same place.', by: 'facilitator' } as const
const merge = { type: 'MergeProposal', ...superseding, ancestors: [], at: later } as const
const merged: ProposalEvent = { type: 'ProposalMergedInto', ...superseding, revision: 1, supersededAt: later }
const parents = [{ proposalId: 'p-0', revision: 3 }]
const descent = { proposalId, descent: 'variant', parents, by: 'facilitator' } as const
const derive = { type: 'DeriveProposal', ...descent, ancestors: [], at: later } as const
const derived: ProposalEvent = { type: 'ProposalDerivedFrom', ...descent, revision: 1, derivedAt: later }

describe('a proposal', () => {
  it('is drafted at any time, and submitted by its author within an open gate', () => {
    const draft = { type: 'DraftProposal', ...text, at } as const
    given().when(draft).then(drafted)
    given(drafted).when(draft).thenNothing()
    given(drafted)
      .when({ ...draft, by: 'bob' })
      .thenRejected({ type: 'ProposalAlreadyDrafted', contentHash: content('a').contentHash })
    given(drafted).when(submit).then(submitted)
    given(drafted, submitted).when(submit).thenNothing()
    given(drafted)
      .when({ ...submit, gate: closedFor('contribute') })
      .thenRejected(gateClosed)
    given(drafted)
      .when({ ...submit, by: 'bob' })
      .thenRejected({ type: 'NotTheAuthor', by: 'bob' })
    given().when(submit).thenRejected({ type: 'ProposalUnknown' })
  })
  it('is revised within an open gate, and says what that does to its supports', () => {
    given(drafted, submitted).when(revise).then(revised)
    given(drafted, submitted, revised).when(revise).thenNothing()
    given(drafted, submitted)
      .when({ ...revise, gate: closedFor('contribute', later) })
      .thenRejected(gateClosed)
    const graceUntil = instant('2026-03-10T08:00:00Z')
    given(drafted, submitted)
      .when({ ...revise, supports: 'grace', graceUntil })
      .then({ ...revised, supports: 'grace', graceUntil })
    given(drafted, submitted)
      .when({ ...revise, supports: 'grace' })
      .thenRejected({ type: 'GraceNotSound', supports: 'grace', at: later })
    given(drafted, submitted)
      .when({ ...revise, supports: 'reset', graceUntil })
      .thenRejected({ type: 'GraceNotSound', supports: 'reset', graceUntil, at: later })
  })
  it('is admitted or not as it stands: another revision is decided of anew', () => {
    given(drafted, submitted)
      .when({ ...decide, verdict: 'admissible' })
      .then(admitted)
    given(drafted, submitted, admitted)
      .when({ ...decide, verdict: 'admissible' })
      .thenNothing()
    given(drafted, submitted, revised)
      .when({ ...decide, verdict: 'admissible' })
      .thenRejected({ type: 'RevisionPassed', given: 1, revision: 2 })
    given(drafted, submitted, admitted, revised)
      .when({ ...decide, revision: 2, verdict: 'admissible' })
      .then({ ...admitted, revision: 2 })
    given(drafted)
      .when({ ...decide, verdict: 'admissible' })
      .thenRejected({ type: 'ProposalNotSubmitted' })
  })
  it('is withdrawn by its author, once', () => {
    const withdraw = { type: 'WithdrawProposal', ...of, at: later } as const
    given(drafted, submitted, admitted).when(withdraw).then(withdrawn)
    given(drafted, withdrawn).when(withdraw).thenNothing()
    given(drafted)
      .when({ ...withdraw, by: 'bob' })
      .thenRejected({ type: 'NotTheAuthor', by: 'bob' })
    given(drafted, withdrawn).when(submit).thenRejected({ type: 'ProposalIsWithdrawn' })
    given(drafted, submitted, merged).when(withdraw).thenRejected({ type: 'ProposalIsSuperseded', targets })
  })
  it('has its status published with a reason, whatever has become of it', () => {
    const words = { proposalId, status: 'under study', reason: 'Offers are asked for.', by: 'parks' } as const
    const publish = { type: 'PublishProposalStatus', ...words, at: later } as const
    const published: ProposalEvent = { type: 'ProposalStatusPublished', ...words, publishedAt: later }
    given(drafted, submitted, merged).when(publish).then(published)
    given(drafted, submitted, published).when(publish).thenNothing()
    given(drafted, submitted)
      .when({ ...publish, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ProposalStatusPublished' })
    given(drafted).when(publish).thenRejected({ type: 'ProposalNotSubmitted' })
  })
  it('has a stream of its own', () => {
    expect(proposalStream('p-1')).toBe('proposal-p-1')
  })
})

describe('I18: a proposal is inadmissible by a rule of the charter, with a reason', () => {
  it('is refused with both', () => {
    given(drafted, submitted)
      .when({ ...decide, ...grounds })
      .then(refused)
  })
  it('is not refused without either, nor by a rule that the charter does not have', () => {
    given(drafted, submitted)
      .when({ ...decide, verdict: 'inadmissible', reason: 'It is private.' })
      .thenRejected({ type: 'CriterionMissing', criteria })
    given(drafted, submitted)
      .when({ ...decide, ...grounds, criterion: 'taste' })
      .thenRejected({ type: 'CriterionNotInCharter', criterion: 'taste', criteria })
    given(drafted, submitted)
      .when({ ...decide, ...grounds, reason: ' ' })
      .thenRejected({ type: 'ReasonMissing', of: 'AdmissibilityDecided' })
  })
})

describe('I18: a merged or split proposal stays, superseded, and its children name it', () => {
  it('gives way to those that stand for it, with a reason', () => {
    given(drafted, submitted, admitted).when(merge).then(merged)
    given(drafted, submitted, merged).when(merge).thenNothing()
    given(drafted, submitted, merged).when(revise).thenRejected({ type: 'ProposalIsSuperseded', targets })
    given(drafted, submitted)
      .when({ ...merge, reason: '' })
      .thenRejected({ type: 'ReasonMissing', of: 'ProposalMergedInto' })
    given(drafted).when(merge).thenRejected({ type: 'ProposalNotSubmitted' })
    given(drafted, submitted, refused).when(merge).thenRejected({ type: 'ProposalIsInadmissible', criterion: 'city-ground' })
  })
  it('is split into two at least, each once, at a revision', () => {
    const two = [...targets, { proposalId: 'p-3', revision: 1 }]
    const split = { ...merge, type: 'SplitProposal', targets: two } as const
    given(drafted, submitted)
      .when(split)
      .then({ ...merged, type: 'ProposalSplitInto', targets: two })
    given(drafted, submitted)
      .when({ ...split, targets })
      .thenRejected({ type: 'TooFewRelatives', of: 'ProposalSplitInto', count: 1, fewest: 2 })
    given(drafted, submitted)
      .when({ ...split, targets: [...targets, ...targets] })
      .thenRejected({ type: 'RelativeNamedTwice', proposalId: 'p-2' })
    given(drafted, submitted)
      .when({ ...merge, targets: [{ proposalId: 'p-2', revision: 0 }] })
      .thenRejected({ type: 'RevisionNotReadable', proposalId: 'p-2', revision: 0 })
  })
  it('names its parents and their revisions, each once', () => {
    given(drafted).when(derive).then(derived)
    given(drafted, derived).when(derive).thenNothing()
    const more = [...parents, { proposalId: 'p-9', revision: 1 }]
    given(drafted, derived)
      .when({ ...derive, parents: more })
      .then({ ...derived, parents: more.slice(1) })
    given(drafted)
      .when({ ...derive, parents: [] })
      .thenRejected({ type: 'TooFewRelatives', of: 'ProposalDerivedFrom', count: 0, fewest: 1 })
  })
  it('never descends from itself', () => {
    given(drafted, submitted)
      .when({ ...merge, targets: [{ proposalId, revision: 1 }] })
      .thenRejected({ type: 'LineageWouldCircle', proposalId })
    given(drafted, submitted)
      .when({ ...merge, ancestors: ['p-7', 'p-2'] })
      .thenRejected({ type: 'LineageWouldCircle', proposalId: 'p-2' })
    given(drafted, derived, submitted)
      .when({ ...merge, targets: parents })
      .thenRejected({ type: 'LineageWouldCircle', proposalId: 'p-0' })
    given(drafted)
      .when({ ...derive, ancestors: [proposalId] })
      .thenRejected({ type: 'LineageWouldCircle', proposalId })
  })
})

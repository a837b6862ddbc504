import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { right, town } from './town.fixture.ts'
import { answering, collecting, consultationId, march, preparing, voting } from './whole-consultation.fixture.ts'

describe('the fate of what was said', () => {
  const fate = { consultationId, isHidden: false, standsIn: [], responses: ['r-1'], decisions: ['d-1'] }
  it('goes on to who answered it, what was decided on it and what was promised', async () => {
    const { face, live } = town()
    await live(preparing, collecting)
    expect(face.query.fateOf('k-2')).toMatchObject(E.right({ kind: 'contribution', status: 'awaiting', responses: [], decisions: [] }))
    await live(voting)
    await face.tally('square-poll')()
    await live(answering)
    const commitments = [{ commitmentId: 'c-1', status: 'UnderWay' }]
    expect(face.query.fateOf('k-2')).toStrictEqual(E.right({ ...fate, id: 'k-2', kind: 'contribution', status: 'answered', commitments }))
    expect(face.query.fateOf('p-1')).toStrictEqual(E.right({ ...fate, id: 'p-1', kind: 'proposal', status: 'answered', commitments }))
    expect(face.query.fateOf('k-9')).toStrictEqual(E.left({ type: 'NothingReceived', id: 'k-9' }))
  })
  it('is never open once the consultation is over', async () => {
    const { face, live, clock } = town()
    await live(preparing, collecting)
    clock.set(march(6))
    await face.execute({ type: 'WithdrawContribution', contributionId: 'k-1', by: 'resident-7' })()
    await face.execute({
      type: 'HideContent',
      contentId: 'k-2',
      rule: 'insults',
      rules: ['insults'],
      reason: 'Calls the mayor names.',
      by: 'moderator',
    })()
    await face.execute({ type: 'AbandonConsultation', consultationId, motives: 'The square was sold.' })()
    expect(['k-1', 'k-2', 'p-1'].map((id) => right(face.query.fateOf(id)).status)).toStrictEqual(['withdrawn', 'unanswered', 'unanswered'])
    expect(right(face.query.fateOf('k-2'))).toMatchObject({ isHidden: true })
  })
  it('is that of the proposal into which it was merged', async () => {
    const { face, live, clock } = town()
    await live(preparing, collecting)
    clock.set(march(7))
    const other = { proposalId: 'p-2', by: 'resident-8' }
    right(await face.execute({ type: 'DraftProposal', ...other, consultationId, contentRef: 'p-2', contentHash: '0e'.repeat(32) })())
    right(await face.execute({ type: 'SubmitProposal', ...other })())
    const merge = {
      type: 'MergeProposal',
      proposalId: 'p-1',
      targets: [{ proposalId: 'p-2', revision: 1 }],
      reason: 'The same trees.',
      by: 'facilitator',
    }
    right(await face.execute(merge)())
    const covers = { contributions: ['p-2'] }
    right(await face.execute({ type: 'PublishExemption', responseId: 'r-2', consultationId, covers, reason: 'Not ours to decide.', by: 'parks' })())
    expect(face.query.fateOf('p-1')).toMatchObject(E.right({ status: 'exempted', standsIn: ['p-2'], responses: ['r-2'] }))
    expect(await face.execute({ ...merge, proposalId: 'p-2', targets: [{ proposalId: 'p-1', revision: 1 }] })()).toMatchObject({ _tag: 'Left' })
  })
})

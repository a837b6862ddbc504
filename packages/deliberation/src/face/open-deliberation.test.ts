import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { replayLog } from '../replay-log.ts'
import { rules } from '../rule-book.ts'
import type { Notice } from './execute.ts'
import { openDeliberation } from './open-deliberation.ts'
import { right, town } from './town.fixture.ts'
import { answering, collecting, consultationId, firstBallot, march, observation, preparing, voting } from './whole-consultation.fixture.ts'

const typesOf = (events: Iterable<{ readonly event: Tagged }>): ReadonlyArray<string> => [...events].map(({ event }) => event.type)

describe('a whole consultation through the face', () => {
  it('goes from the draft to its closing, with a certificate that was counted, and is replayed without problems', async () => {
    const { face, store, live } = town()
    await live(preparing, collecting, voting)
    expect(right(await face.tally('square-poll')()).outcome).toMatchObject({ winners: ['trees'] })
    await live(answering)
    expect([...face.query.events(consultationId)].at(-1)?.event).toMatchObject({
      type: 'ConsultationClosed',
      certificate: { total: 3, covered: 3 },
    })
    const replayed = right(replayLog(store, rules))
    expect(replayed).toMatchObject({ problems: [], polls: [{ stored: [{ same: true }] }] })
    expect(replayed.events).toBe(typesOf(face.query.events()).length)
    expect(typesOf(face.query.events(consultationId))).toStrictEqual(typesOf(face.query.events()))
    expect(right(await face.query.state('decision', 'd-1')())).toMatchObject({
      versions: [{ certified: [{ pollId: 'square-poll', winners: ['trees'] }] }],
    })
  })
  it('does not close while a contribution has no answer, whatever certificate is shown', async () => {
    const { face, live, clock } = town()
    await live(preparing, collecting, voting)
    await face.tally('square-poll')()
    await live(answering.slice(0, 3), answering.slice(4, 5))
    clock.set(march(20))
    const certificate = { logPosition: 1, total: 3, covered: 3, hash: 'forged' }
    const close = { type: 'CloseConsultation', consultationId, certificate, conclusion: { type: 'decided', decisionId: 'd-1' } }
    expect(await face.execute(close)()).toStrictEqual(E.left({ type: 'NotReadyToClose', lacks: [{ rule: 'I19', missing: 'answers', count: 3 }] }))
  })
})

describe('a command sent again', () => {
  it('has one effect, also once the poll that took it is closed', async () => {
    const { face, store, live, clock } = town()
    await live(preparing, collecting, voting.slice(0, 3))
    clock.set(march(11))
    expect(right(await face.execute(firstBallot, { commandId: 'click' })())).toMatchObject({ repeated: false, version: 1 })
    const head = store.head()
    expect(right(await face.execute(firstBallot, { commandId: 'click' })())).toMatchObject({ repeated: true, version: 1, events: [] })
    expect(store.head()).toBe(head)
    await live(voting.slice(-1))
    expect(right(await face.execute(firstBallot, { commandId: 'click' })())).toMatchObject({ repeated: true, version: 1, events: [] })
    expect(await face.execute(firstBallot)()).toStrictEqual(E.left({ type: 'PollNotOpen', pollId: 'square-poll', status: 'Closed' }))
  })
})

describe('a gate', () => {
  it('is the one of the log, not the one that a command shows', async () => {
    const { face, live, clock } = town()
    await live(preparing)
    clock.set(march(10))
    const gate = { open: true, capability: 'contribute', at: march(10), phase: 'ideas', calendarVersion: 1 }
    expect(await face.execute({ ...observation, gate })()).toStrictEqual(E.left({ type: 'GateClosed', reason: 'ended' }))
    expect(await face.execute({ ...observation, consultationId: 'nowhere', gate })()).toStrictEqual(
      E.left({ type: 'GateClosed', reason: 'not-opened' }),
    )
  })
  it('is that of the time at which a letter came, which is never ahead of the clock', async () => {
    const { face, live, clock } = town()
    await live(preparing)
    clock.set(march(12))
    expect(await face.execute({ ...observation, channel: 'mail', at: march(9) })()).toMatchObject({ _tag: 'Right' })
    expect(await face.execute({ ...observation, at: march(13) })()).toStrictEqual(E.left({ type: 'TimeAhead', at: march(13), now: march(12) }))
  })
  it('shuts out supports and proposals after their phase', async () => {
    const { face, live, clock } = town()
    await live(preparing, collecting)
    clock.set(march(11))
    const support = { type: 'GiveSupport', phaseId: 'ideas', most: 3, voterKey: 'v-2', proposalId: 'p-1', revision: 1 }
    expect(await face.execute(support)()).toStrictEqual(E.left({ type: 'GateClosed', reason: 'ended' }))
    const revise = { type: 'ReviseProposal', proposalId: 'p-1', by: 'resident-7', supports: 'keep', contentRef: 'new', contentHash: '0e'.repeat(32) }
    expect(await face.execute(revise)()).toStrictEqual(E.left({ type: 'GateClosed', reason: 'ended' }))
  })
})

describe('what only the log can say', () => {
  it('is no matter of a command: neither what a poll counts nor what was decided', async () => {
    const { face, live, clock } = town()
    await live(preparing, collecting, voting)
    const seal = { type: 'SealBallotBox', pollId: 'square-poll', ballots: 9, input: 'made up' }
    expect(await face.execute(seal)()).toStrictEqual(E.left({ type: 'CountedByTally', command: 'SealBallotBox' }))
    clock.set(march(20))
    const close = { type: 'CloseConsultation', consultationId, conclusion: { type: 'decided', decisionId: 'd-9' } }
    expect(await face.execute(close)()).toStrictEqual(E.left({ type: 'ConclusionWithoutDecision', decisionId: 'd-9' }))
    const promise = {
      type: 'MakeCommitment',
      commitmentId: 'c-9',
      consultationId,
      decisionId: 'd-9',
      owner: 'parks',
      measure: 'trees',
      due: march(30),
    }
    const made = await face.execute({ ...promise, decision: { decisionId: 'd-9', version: 1 } })()
    expect(made).toStrictEqual(E.left({ type: 'CommitmentWithoutDecision', decisionId: 'd-9' }))
  })
})

describe('a command that cannot be read', () => {
  it('is refused with the names that were perhaps meant', async () => {
    const unknown = await town().face.execute({ type: 'RecieveContribution' })()
    expect(unknown).toMatchObject(E.left({ type: 'CommandUnknown', command: 'RecieveContribution' }))
    expect(E.isLeft(unknown) && 'near' in unknown.left && unknown.left.near[0]).toBe('ReceiveContribution')
    expect(await town().face.execute('no command')()).toMatchObject(E.left({ type: 'CommandUnknown', command: '' }))
  })
  it('is refused with the place of each fault, and leaves nothing in the log', async () => {
    const { face, store } = town()
    const reasons = ['DraftConsultation.title is missing', "DraftConsultation.convenor is not of the kind 'text'"]
    expect(await face.execute({ type: 'DraftConsultation', consultationId, convenor: 7 })()).toMatchObject(E.left({ type: 'Undecodable', reasons }))
    const poll = { ...voting[0]?.command, rule: { id: 'plurality' } }
    expect(await face.execute(poll)()).toMatchObject(E.left({ type: 'Undecodable' }))
    expect(await face.execute({ type: 'FreezeOptions', pollId: 'square-poll', options: [7], budget: null, currency: '' })()).toMatchObject({
      _tag: 'Left',
    })
    expect(store.head()).toBe(0)
  })
  it('stores no field that its event does not know', async () => {
    const { face, store } = town()
    await face.execute({ ...preparing[0]?.command, email: 'ana@example.org' })()
    expect([...store.readAll()].map(({ text }) => text).join('')).not.toContain('ana@')
  })
})

describe('a listener', () => {
  it('is told of each event that the face stored, in order, until it leaves; another that throws harms nobody', async () => {
    const errors: Array<unknown> = []
    const { face, store, live } = town(memoryStore(), (error) => void errors.push(error))
    await live(preparing.slice(0, 1))
    const heard: Array<Notice> = []
    face.subscribe(() => {
      throw new Error('broken')
    })
    face.subscribe(() => Promise.reject(new Error('broken later')))
    const leave = face.subscribe((notice) => void heard.push(notice))
    await live(preparing.slice(1), collecting)
    leave()
    await live(voting.slice(0, 1))
    expect(typesOf(heard)).toStrictEqual([...store.readAll({ after: 1 })].slice(0, -1).map(({ event }) => event.type))
    expect(heard.map(({ position }) => position)).toStrictEqual(heard.map((_, place) => place + 2))
    expect(errors).toHaveLength(2 * (heard.length + 1))
  })
  it('hears each event once where many commands run at once, and nothing of other writers', async () => {
    const { face, store, live, clock } = town()
    await live(preparing, voting.slice(0, 3))
    clock.set(march(11))
    const heard: Array<number> = []
    face.subscribe(({ position }) => void heard.push(position))
    const other = openDeliberation({ store, rules, clock: clock.now })
    const ballots = Array.from({ length: 40 }, (_, voter) => ({ ...firstBallot, voterKey: `w-${voter}` }))
    await Promise.all(ballots.map((ballot, place) => (place % 4 === 0 ? other : face).execute(ballot)()))
    expect(heard).toHaveLength(30)
    expect(heard).toStrictEqual(heard.toSorted((left, right_) => left - right_))
  })
})

describe('what is expected', () => {
  it('says what can happen next and who may do it', async () => {
    const { face, live } = town()
    expect(right(await face.query.expected('consultation', consultationId)())).toStrictEqual([{ command: 'DraftConsultation', by: 'convenor' }])
    await live(preparing, collecting, voting.slice(0, 4))
    expect(right(await face.query.expected('ballot', 'square-poll', 'v-1')()).map(({ command }) => command)).toStrictEqual([
      'CastBallot',
      'WithdrawBallot',
    ])
    expect(right(await face.query.state('support', 'ideas', 'v-1')())).toStrictEqual({ supports: [{ proposalId: 'p-1', revision: 1 }] })
  })
})

import { instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'

/** Eight in the morning of a day of March 2026. */
export const march = (day: number): Instant => instant(`2026-03-${`${day}`.padStart(2, '0')}T08:00:00Z`)

/** A clock that is set by hand. */
export const handClock = (start: Instant): { readonly now: () => Instant; readonly set: (at: Instant) => void } => {
  let at = start
  return { now: () => at, set: (next) => (at = next) }
}

export const consultationId = 'square'
export const hash = '0f'.repeat(32)
const by = 'resident-7'

const content = (name: string): { readonly contentRef: string; readonly contentHash: string } => ({ contentRef: name, contentHash: hash })

/** One command a line, with the day on which it is sent: what is worth its own line, a test says itself. */
export interface Sent {
  readonly day: number
  readonly command: Readonly<Record<string, unknown>>
}

const stages = ['design', 'collection', 'synthesis', 'decision', 'return', 'follow-up']
const phases = [
  { id: 'ideas', capabilities: ['inform', 'contribute', 'support'], opensAt: march(1), closesAt: march(10) },
  { id: 'vote', capabilities: ['vote'], opensAt: march(10), closesAt: march(15) },
  { id: 'answers', capabilities: ['answer', 'decide'], opensAt: march(15), closesAt: march(20) },
]
const charter = {
  question: 'What should the square become?',
  purpose: 'consult',
  citizenRole: 'co-producer',
  placeOfCitizens: 'advice',
  commitment: 'Every contribution is answered.',
  requires: ['departments'],
  duties: ['answers', 'decision', 'return'],
}
const poll = {
  consultationId,
  question: 'Which way?',
  form: { type: 'choose-one' },
  rule: { id: 'plurality', version: '1', parameters: {} },
  opensAt: march(10),
  closesAt: march(15),
}
const options = ['trees', 'market'].map((id) => ({ id, name: id, cost: '0' }))
const pollId = 'square-poll'
const covers = { contributions: ['k-1', 'k-2', 'p-1'] }

/** Up to the opening. */
export const preparing: ReadonlyArray<Sent> = [
  { type: 'DraftConsultation', consultationId, title: 'A new square', convenor: 'Little Aubel' },
  { type: 'PublishCharter', consultationId, ...charter },
  { type: 'EngageDepartment', consultationId, department: 'parks', stages },
  { type: 'SetPhases', consultationId, phases },
  { type: 'OpenConsultation', consultationId },
].map((command) => ({ day: 1, command }))

export const observation = {
  type: 'ReceiveContribution',
  contributionId: 'k-1',
  consultationId,
  kind: 'observation',
  channel: 'online',
  by,
  ...content('k-1'),
}

/** What people say. */
export const collecting: ReadonlyArray<Sent> = [
  { day: 2, command: observation },
  { day: 5, command: { ...observation, contributionId: 'k-2', channel: 'paper', at: march(3), ...content('k-2') } },
  { day: 5, command: { type: 'DraftProposal', proposalId: 'p-1', consultationId, by, ...content('p-1') } },
  { day: 5, command: { type: 'SubmitProposal', proposalId: 'p-1', by } },
  { day: 6, command: { type: 'GiveSupport', phaseId: 'ideas', most: 3, voterKey: 'v-1', proposalId: 'p-1', revision: 1 } },
]

const cast = (voterKey: string, choice: string): Readonly<Record<string, unknown>> => ({
  type: 'CastBallot',
  pollId,
  voterKey,
  ballot: { type: 'choose-one', choice },
  channel: 'online',
})
export const firstBallot = cast('v-1', 'trees')

/** The poll up to its end. */
export const voting: ReadonlyArray<Sent> = [
  { day: 9, command: { type: 'DefinePoll', pollId, ...poll } },
  { day: 9, command: { type: 'FreezeOptions', pollId, options, budget: null, currency: '' } },
  { day: 10, command: { type: 'OpenPoll', pollId } },
  { day: 11, command: firstBallot },
  { day: 11, command: cast('v-2', 'market') },
  { day: 12, command: cast('v-2', 'trees') },
  { day: 12, command: cast('v-3', 'market') },
  { day: 15, command: { type: 'ClosePoll', pollId } },
]

const decided = { type: 'option', pollId, optionId: 'trees' }
/** After the tally. */
export const answering: ReadonlyArray<Sent> = [
  { day: 16, command: { type: 'CertifyResult', pollId, by: 'council' } },
  {
    day: 17,
    command: {
      type: 'TakeDecision',
      decisionId: 'd-1',
      consultationId,
      authority: 'council',
      outcomes: [{ subject: decided, verdict: 'adopted', motives: 'The poll chose them.' }],
      motives: 'The square needs shade.',
      basedOn: { findings: [], tallies: [], responses: ['r-1'] },
    },
  },
  {
    day: 17,
    command: { type: 'MakeCommitment', commitmentId: 'c-1', consultationId, decisionId: 'd-1', owner: 'parks', measure: '20 trees', due: march(31) },
  },
  { day: 18, command: { type: 'PublishResponse', responseId: 'r-1', consultationId, covers, text: 'Trees it is.', by: 'parks' } },
  { day: 19, command: { type: 'PublishReturn', consultationId, form: 'report', ...content('return') } },
  { day: 20, command: { type: 'CloseConsultation', consultationId, conclusion: { type: 'decided', decisionId: 'd-1' } } },
]

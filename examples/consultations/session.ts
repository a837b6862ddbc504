import {
  commitment,
  commitmentEvents,
  commitmentStream,
  completenessOf,
  consultation,
  consultationEvents,
  consultationStream,
  contribution,
  contributionEvents,
  contributionStream,
  decision,
  decisionEvents,
  decisionStream,
  gateAt,
  meeting,
  meetingEvents,
  meetingStream,
  officialResponse,
  officialResponseEvents,
  officialResponseStream,
  offlineBatch,
  offlineBatchEvents,
  offlineBatchStream,
  timetableOf,
} from '@isegoria/consultation'
import type { CompletenessCertificate, ContributionCommand } from '@isegoria/consultation'
import { canonicalHash, instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { roomsOver } from './room.ts'

/** Eight in the morning of a day. */
export const on = (day: string): Instant => instant(`${day}T08:00:00Z`)

type Received = Extract<ContributionCommand, { readonly type: 'ReceiveContribution' }>

/** A contribution as it comes in: what is said, where it is kept, and how it came. */
export interface Said extends Partial<Pick<Received, 'kind' | 'by' | 'about'>> {
  readonly id: string
  readonly channel: Received['channel']
  readonly day: string
  readonly text: string
}

/** One consultation on a store in memory. `texts`: what the log only commits to, kept where it can be erased. */
export const openSession = (consultationId: string) => {
  const store = memoryStore()
  const room = roomsOver(store)
  const texts = new Map<string, string>()
  const process = room(consultation, consultationEvents, consultationStream)
  const contributions = room(contribution, contributionEvents, contributionStream)
  const responses = room(officialResponse, officialResponseEvents, officialResponseStream)

  /** Keeps a text outside of the log; gives what the log knows of it. `salt` stands for one that is drawn, for each text unless given. */
  const kept = (contentRef: string, text: string, salt = contentRef): { readonly contentRef: string; readonly contentHash: string } => {
    texts.set(contentRef, text)
    return { contentRef, contentHash: canonicalHash({ salt: `sel de ${salt}`, text }) }
  }
  const received = async ({ id, day, text, kind = 'observation', ...said }: Said): Promise<Received> => {
    const at = on(day)
    const gate = gateAt(timetableOf(await process.state(consultationId)), 'contribute', at)
    return { type: 'ReceiveContribution', contributionId: id, consultationId, kind, ...said, ...kept(`contributions/${id}`, text), gate, at }
  }
  return {
    store,
    texts,
    process,
    contributions,
    responses,
    kept,
    received,
    decisions: room(decision, decisionEvents, decisionStream),
    commitments: room(commitment, commitmentEvents, commitmentStream),
    meetings: room(meeting, meetingEvents, meetingStream),
    batches: room(offlineBatch, offlineBatchEvents, offlineBatchStream),
    receive: async (said: Said): Promise<void> => {
      const command = await received(said)
      await contributions.act(said.id, command, command.at)
    },
    certificate: async (ids: ReadonlyArray<string>, responseIds: ReadonlyArray<string>): Promise<CompletenessCertificate> => {
      const states = await Promise.all(responseIds.map(async (id) => [id, await responses.state(id)] as const))
      return completenessOf(ids, new Map(states))
    },
  }
}

export type Session = ReturnType<typeof openSession>

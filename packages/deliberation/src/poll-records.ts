import type { Occurrence } from '@isegoria/kernel'
import { ballotStream } from '@isegoria/voting'
import type { BallotEvent, PollEvent } from '@isegoria/voting'
import { pollBox } from './poll-box.ts'
import type { PollBox } from './poll-box.ts'

/** What a log holds of one poll. */
export interface PollRecord {
  readonly box: PollBox
  readonly events: Array<PollEvent>
  /** What the names of its voters' streams begin with. */
  readonly prefix: string
  /** While the poll is open: the hash that its ballots carry. */
  rulesHash: string | undefined
}

/** The polls of a log by id; neighbours in a log mostly belong to one poll. */
export interface PollRecords {
  readonly of: (pollId: string) => PollRecord
  readonly byPoll: ReadonlyMap<string, PollRecord>
}

export const pollRecords = (): PollRecords => {
  const byPoll = new Map<string, PollRecord>()
  let last: { readonly pollId: string; readonly record: PollRecord } | undefined
  const of = (pollId: string): PollRecord => {
    if (last?.pollId === pollId) return last.record
    const record = byPoll.get(pollId) ?? { box: pollBox(), events: [], prefix: ballotStream(pollId, ''), rulesHash: undefined }
    byPoll.set(pollId, record)
    last = { pollId, record }
    return record
  }
  return { of, byPoll }
}

export const addPollEvent = (record: PollRecord, event: PollEvent): void => {
  record.events.push(event)
  if (event.type === 'PollOpened') record.rulesHash = event.rulesHash
  if (event.type === 'PollClosed') record.rulesHash = undefined
}

/** Puts a ballot event into its box; gives a sentence for one that could not have been written there. */
export const addBallotEvent = ({ box, prefix, rulesHash }: PollRecord, { stream, version }: Occurrence, event: BallotEvent): string | undefined => {
  const following = box.add(event)
  if (version !== following) return `${event.type} stands where event ${following} of its voter is missing`
  if (rulesHash === undefined) return `${event.type} while the poll ${event.pollId} is not open`
  if (event.type !== 'BallotWithdrawn' && event.rulesHash !== rulesHash) return `${event.type} under other rules than those of the poll`
  const isOwn = stream.length === prefix.length + event.voterKey.length && stream.startsWith(prefix) && stream.endsWith(event.voterKey)
  return isOwn ? undefined : `${event.type} belongs to another voter's stream`
}

import { canonicalText, E } from '@isegoria/kernel'
import type { Occurrence } from '@isegoria/kernel'
import { ballotStream, boxStream, isSecret, publicBox, rollStream, serialHash, spentStream } from '@isegoria/voting'
import type { BallotEvent, PollEvent, SecretEvent, SecretLevel } from '@isegoria/voting'
import type { Electors } from './electors.ts'
import { pollBox } from './poll-box.ts'
import type { PollBox } from './poll-box.ts'

/** What a log holds of a secret poll. */
interface SecretRecord {
  /** None for a poll that is not secret. */
  level: SecretLevel | undefined
  rulesHash: string
  readonly events: Array<SecretEvent>
}

/** What a log holds of one poll. */
export interface PollRecord {
  readonly box: PollBox
  readonly events: Array<PollEvent>
  /** What the names of its voters' streams begin with. */
  readonly prefix: string
  /** While the poll is open: the hash that its ballots carry. */
  rulesHash: string | undefined
  /** The roll whose electors may vote; none where anybody may. */
  electors: string | undefined
  readonly secret: SecretRecord
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
    const record = byPoll.get(pollId) ?? {
      box: pollBox(),
      events: [],
      prefix: ballotStream(pollId, ''),
      rulesHash: undefined,
      electors: undefined,
      secret: { level: undefined, rulesHash: '', events: [] },
    }
    byPoll.set(pollId, record)
    last = { pollId, record }
    return record
  }
  return { of, byPoll }
}

export const addPollEvent = (record: PollRecord, event: PollEvent): void => {
  record.events.push(event)
  if (event.type === 'PollDefined') {
    record.electors = event.electors
    if (isSecret(event.secrecy)) record.secret.level = event.secrecy
  }
  if (event.type === 'PollOpened') record.rulesHash = record.secret.rulesHash = event.rulesHash
  if (event.type === 'PollClosed') record.rulesHash = undefined
}

/** Where an event of a secret poll belongs, as far as it says so itself; a ballot says nothing. */
const homeOf = (event: SecretEvent): string => {
  switch (event.type) {
    case 'VoterMarked':
    case 'VotingCredentialIssued':
    case 'RollEntryCancelled':
      return rollStream(event.pollId, event.voterKey)
    case 'CredentialSpent':
      return spentStream(event.pollId, serialHash(event.pollId, event.serial))
    case 'AnonymousBallotDeposited':
      return boxStream(event.pollId, '')
  }
}

/** Puts an event of a secret poll into its record; gives a sentence for one that could not have been written there. */
export const addSecretEvent = (
  { box, secret, rulesHash, electors }: PollRecord,
  { stream, version }: Occurrence,
  event: SecretEvent,
  rolls: Electors,
): string | undefined => {
  secret.events.push(event)
  if (event.type === 'AnonymousBallotDeposited') box.deposit(event.ballot)
  if (secret.level === undefined) return `${event.type} in the poll ${event.pollId}, which is not secret`
  const home = homeOf(event)
  const isHome = event.type === 'AnonymousBallotDeposited' ? stream.startsWith(home) && stream.length > home.length : stream === home
  if (!isHome) return `${event.type} does not belong to this stream`
  const isEntry = event.type === 'VoterMarked' || event.type === 'VotingCredentialIssued'
  if (isEntry && electors !== undefined && !rolls.has(electors, event.voterKey)) return `${event.type} for a voter who is not on the roll ${electors}`
  if (version !== 1 && event.type !== 'RollEntryCancelled') return `${event.type} stands where nothing may follow`
  if (event.type === 'AnonymousBallotDeposited' && rulesHash === undefined) return `${event.type} while the poll ${event.pollId} is not open`
  return undefined
}

/** Why the box of a secret poll could not have been sealed as it is; `undefined` for a sound one, and for a poll that is not secret. */
export const faultOfBox = (pollId: string, { secret: { level, rulesHash, events } }: PollRecord): string | undefined => {
  if (level === undefined) return undefined
  const box = publicBox(events, { pollId, rulesHash, level })
  return E.isLeft(box) ? `the box of the poll ${pollId}: ${canonicalText(box.left)}` : undefined
}

/** Puts a ballot event into its box; gives a sentence for one that could not have been written there. */
export const addBallotEvent = (
  { box, prefix, rulesHash, secret, electors }: PollRecord,
  { stream, version }: Occurrence,
  event: BallotEvent,
  rolls: Electors,
): string | undefined => {
  const following = box.add(event)
  if (version !== following) return `${event.type} stands where event ${following} of its voter is missing`
  if (secret.level !== undefined) return `${event.type} in a secret poll`
  const isVote = event.type !== 'BallotWithdrawn'
  if (isVote && electors !== undefined && !rolls.has(electors, event.voterKey)) return `${event.type} by a voter who is not on the roll ${electors}`
  if (rulesHash === undefined) return `${event.type} while the poll ${event.pollId} is not open`
  if (isVote && event.rulesHash !== rulesHash) return `${event.type} under other rules than those of the poll`
  const isOwn = stream.length === prefix.length + event.voterKey.length && stream.startsWith(prefix) && stream.endsWith(event.voterKey)
  return isOwn ? undefined : `${event.type} belongs to another voter's stream`
}

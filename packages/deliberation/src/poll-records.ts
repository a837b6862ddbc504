import type { Ballot } from '@isegoria/election'
import { canonicalText, E } from '@isegoria/kernel'
import type { Occurrence } from '@isegoria/kernel'
import {
  ballotStream,
  ballotTerms,
  boxStream,
  faultOfBallot,
  isSecret,
  poll,
  publicBox,
  rollStream,
  serialHash,
  spentStream,
  supportOf,
} from '@isegoria/voting'
import type { BallotEvent, BallotTerms, PollEvent, PollState, SecretEvent, SecretLevel } from '@isegoria/voting'
import type { Electors } from './electors.ts'
import { pollBox } from './poll-box.ts'
import type { PollBox } from './poll-box.ts'
import { conductOf, pollElection, stageOf } from './poll-election.ts'

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
  state: PollState
  /** What the names of its voters' streams begin with. */
  readonly prefix: string
  /** The roll whose electors may vote, from the definition on; none where anybody may. */
  electors: string | undefined
  /** How many were on that roll when the poll closed. */
  electorsAtClosing: number | undefined
  /** While the poll is open: what its ballots must obey. */
  terms: BallotTerms | undefined
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
      state: poll.initialState,
      prefix: ballotStream(pollId, ''),
      electors: undefined,
      electorsAtClosing: undefined,
      terms: undefined,
      secret: { level: undefined, rulesHash: '', events: [] },
    }
    byPoll.set(pollId, record)
    last = { pollId, record }
    return record
  }
  return { of, byPoll }
}

export const addPollEvent = (record: PollRecord, event: PollEvent, rolls: Electors): void => {
  record.events.push(event)
  if (event.type === 'PollDefined') {
    record.electors = event.electors
    if (isSecret(event.secrecy)) record.secret.level = event.secrecy
  }
  if (event.type === 'PollOpened') record.secret.rulesHash = event.rulesHash
  if (event.type === 'PollClosed' && record.electors !== undefined) record.electorsAtClosing = rolls.size(record.electors)
  record.state = poll.evolve(record.state, event)
  record.terms = ballotTerms(record.state)
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
  { box, secret, electors, terms }: PollRecord,
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
  if (event.type !== 'AnonymousBallotDeposited') return undefined
  if (terms === undefined) return `${event.type} while the poll ${event.pollId} is not open`
  return faultTold(event, terms)
}

const faultOfSecretBox = (pollId: string, { secret: { level, rulesHash, events } }: PollRecord): string | undefined => {
  if (level === undefined) return undefined
  const box = publicBox(events, { pollId, rulesHash, level })
  return E.isLeft(box) ? `the box of the poll ${pollId}: ${canonicalText(box.left)}` : undefined
}

/** Where a tally says of the support behind its winners what the ballots do not say. */
const faultOfSupport = (pollId: string, { box, events, state, electorsAtClosing }: PollRecord): string | undefined => {
  const stage = stageOf(state)
  if (stage.status === 'NotDefined' || stage.status === 'Defined') return undefined
  const electors = stage.terms.definition.threshold?.of === 'electors' ? electorsAtClosing : undefined
  for (const event of events) {
    if (event.type !== 'TallyComputed' || event.support === undefined || event.outcome.type !== 'ranking') continue
    const { profile } = pollElection(stage.terms, conductOf(stage), box.profile())
    const found = canonicalText(supportOf(profile, event.outcome.winners, electors))
    const stored = canonicalText(event.support)
    if (stored !== found) return `the support of the winners of the poll ${pollId} is stored as ${stored}; the ballots give ${found}`
  }
  return undefined
}

/**
 * What the ballots of a poll contradict, once all of it is read: its box could not have been sealed as it is, or other
 * voters stand behind its winners than its tally says. `undefined` for a sound one.
 */
export const faultOfBox = (pollId: string, record: PollRecord): string | undefined =>
  faultOfSecretBox(pollId, record) ?? faultOfSupport(pollId, record)

const faultTold = ({ type, ballot }: { readonly type: string; readonly ballot: Ballot }, terms: BallotTerms): string | undefined => {
  const fault = faultOfBallot(ballot, terms)
  return fault === undefined ? undefined : `${type} with a ballot that is not well formed: ${canonicalText(fault)}`
}

/** Why no voter could have done that with what was known of them; the events of one voter are decided as they stand. */
const faultOfStep = (event: BallotEvent, held: boolean, { isFinal }: BallotTerms): string | undefined => {
  if (event.type === 'BallotCast') return held ? 'BallotCast by a voter whose ballot is in the box' : undefined
  if (!held) return `${event.type} where no ballot of that voter is in the box`
  return isFinal ? `${event.type} in a poll whose ballots are final` : undefined
}

/** Puts a ballot event into its box; gives a sentence for one that could not have been written there. */
export const addBallotEvent = (
  { box, prefix, terms, secret }: PollRecord,
  { stream, version }: Occurrence,
  event: BallotEvent,
  rolls: Electors,
): string | undefined => {
  const { version: following, held } = box.add(event)
  if (version !== following) return `${event.type} stands where event ${following} of its voter is missing`
  if (secret.level !== undefined) return `${event.type} in a secret poll`
  if (terms === undefined) return `${event.type} while the poll ${event.pollId} is not open`
  const step = faultOfStep(event, held, terms)
  if (step !== undefined) return step
  if (event.type !== 'BallotWithdrawn') {
    if (terms.electors !== undefined && !rolls.has(terms.electors, event.voterKey))
      return `${event.type} by a voter who is not on the roll ${terms.electors}`
    if (event.rulesHash !== terms.rulesHash) return `${event.type} under other rules than those of the poll`
    const fault = faultTold(event, terms)
    if (fault !== undefined) return fault
  }
  const isOwn = stream.length === prefix.length + event.voterKey.length && stream.startsWith(prefix) && stream.endsWith(event.voterKey)
  return isOwn ? undefined : `${event.type} belongs to another voter's stream`
}

import { createHash } from 'node:crypto'
import { applyRule, electionHash, profileBuilder } from '@isegoria/election'
import type { Ballot, Election, Outcome } from '@isegoria/election'
import type { EventStore } from '@isegoria/engine'
import { parseMoney, withDecimals } from '@isegoria/exact'
import { byCodeUnit, canonicalText, E, replay } from '@isegoria/kernel'
import type { Either, Undecodable } from '@isegoria/kernel'
import { poll } from '@isegoria/voting'
import type { PollEvent, PollState, PollTerms, RuleChoice } from '@isegoria/voting'
import { deliberationEvents } from './deliberation-events.ts'
import type { Rule } from '@isegoria/election'

/** One consultation read back from its log. */
export interface ReplayedPoll {
  readonly pollId: string
  readonly terms: PollTerms
  readonly election: Election
  /** Hash of what is counted, as recomputed from the ballots now. */
  readonly input: string
  /** Attributes that voters declared, with how many declared each value. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly stored: ReadonlyArray<StoredOutcome>
}

/** A stored outcome beside what the same rule gives today on the same log. */
export interface StoredOutcome {
  readonly rule: RuleChoice
  readonly input: string
  readonly outcome: Outcome
  readonly same: boolean
  /** Why not the same: which part differs, or why it cannot be recomputed. */
  readonly difference?: string
}

export interface ReplayedLog {
  readonly events: number
  readonly title: string
  readonly consultationId: string
  /** SHA-256 over every event's payload in log order, without ids and times: equal for equal histories. */
  readonly hash: string
  readonly polls: ReadonlyArray<ReplayedPoll>
}

export type ReplayRejection = Undecodable | { readonly type: 'NoConsultation' }

interface Box {
  readonly ballots: Map<string, Ballot>
  readonly attributes: Map<string, Map<string, number>>
  readonly events: Array<PollEvent>
}

const boxOf = (boxes: Map<string, Box>, pollId: string): Box => {
  const known = boxes.get(pollId)
  if (known !== undefined) return known
  const box: Box = { ballots: new Map(), attributes: new Map(), events: [] }
  boxes.set(pollId, box)
  return box
}

const countAttributes = ({ attributes }: Box, declared: Readonly<Record<string, string>>): void => {
  for (const name of Object.keys(declared)) {
    const value = declared[name] ?? ''
    const counts = attributes.get(name) ?? new Map<string, number>()
    attributes.set(name, counts.set(value, (counts.get(value) ?? 0) + 1))
  }
}

/** The election of a poll's frozen terms and the ballots that count. */
const electionOf = ({ frozen }: PollTerms, ballots: Iterable<Ballot>): Election => {
  const profile = profileBuilder()
  for (const ballot of ballots) profile.add(ballot)
  const amounts = [...frozen.options.map(({ cost }) => cost), frozen.budget ?? '0'].map((text) => parseMoney(text) ?? { minor: 0n, decimals: 0 })
  const decimals = Math.max(...amounts.map((amount) => amount.decimals))
  const minor = (text: string): bigint => withDecimals(parseMoney(text) ?? { minor: 0n, decimals: 0 }, decimals).minor
  const options = frozen.options.map(({ id, name, cost }) => ({ id, name, cost: minor(cost) }))
  return { options, profile: profile.build(), decimals, ...(frozen.budget === null ? {} : { budget: minor(frozen.budget) }) }
}

const recompute = (
  book: ReadonlyArray<Rule>,
  election: Election,
  input: string,
  event: Extract<PollEvent, { type: 'TallyComputed' }>,
): StoredOutcome => {
  const { rule: choice, outcome } = event
  const stored = { rule: choice, input: event.input, outcome }
  const differs = (difference: string): StoredOutcome => ({ ...stored, same: false, difference })
  const rule = book.find(({ id, version }) => id === choice.id && version === choice.version)
  if (rule === undefined) return differs(`rule ${choice.id} version ${choice.version} is not known here`)
  if (input !== event.input) return differs('the ballots, options or budget hash to another value')
  const counted = applyRule(rule, election, choice.parameters)
  if (E.isLeft(counted)) return differs(`refused today: ${counted.left.type}`)
  return canonicalText(counted.right) === canonicalText(outcome) ? { ...stored, same: true } : differs('the rule gives another outcome today')
}

const replayedPoll = (book: ReadonlyArray<Rule>, pollId: string, box: Box): ReplayedPoll | undefined => {
  const state: PollState = replay(poll, box.events)
  if (state.status === 'NotDefined' || state.status === 'Defined') return undefined
  const election = electionOf(state.terms, box.ballots.values())
  const input = electionHash(election)
  const stored = box.events.flatMap((event) => (event.type === 'TallyComputed' ? [recompute(book, election, input, event)] : []))
  return { pollId, terms: state.terms, election, input, attributes: box.attributes, stored }
}

/**
 * Reads a log from its first event, rebuilds every poll from its ballots and recomputes each stored outcome.
 *
 * Cost: one pass, each event decoded once; memory for one ballot a voter.
 * Errors: the first event that its codec cannot read, with stream and version; a log without a consultation.
 */
export const replayLog = (store: EventStore, book: ReadonlyArray<Rule>, onEvent?: (events: number) => void): Either<ReplayRejection, ReplayedLog> => {
  const boxes = new Map<string, Box>()
  const hash = createHash('sha256')
  let events = 0
  let drafted: { readonly title: string; readonly consultationId: string } | undefined
  for (const { event: raw, stream, version } of store.readAll()) {
    const decoded = deliberationEvents.decode(raw)
    if (E.isLeft(decoded)) return E.left({ ...decoded.left, reasons: decoded.left.reasons.map((reason) => `${stream}@${version}: ${reason}`) })
    const event = decoded.right
    hash.update(`${stream}@${version} ${JSON.stringify(raw)}\n`)
    events++
    onEvent?.(events)
    switch (event.type) {
      case 'ConsultationDrafted':
        drafted ??= event
        break
      case 'BallotCast':
        boxOf(boxes, event.pollId).ballots.set(event.voterKey, event.ballot)
        countAttributes(boxOf(boxes, event.pollId), event.attributes)
        break
      case 'BallotReplaced':
        boxOf(boxes, event.pollId).ballots.set(event.voterKey, event.ballot)
        break
      case 'BallotWithdrawn':
        boxOf(boxes, event.pollId).ballots.delete(event.voterKey)
        break
      case 'PollDefined':
      case 'OptionsFrozen':
      case 'PollOpened':
      case 'PollClosed':
      case 'BallotBoxSealed':
      case 'TallyComputed':
      case 'ResultCertified':
        boxOf(boxes, event.pollId).events.push(event)
        break
      case 'CharterPublished':
      case 'CalendarSet':
      case 'ConsultationOpened':
      case 'ConsultationClosed':
      case 'EnvelopeOpened':
      case 'AllocationComputed':
      case 'ProjectFunded':
        break
    }
  }
  if (drafted === undefined) return E.left({ type: 'NoConsultation' })
  const polls = [...boxes].toSorted(([left], [right]) => byCodeUnit(left, right)).flatMap(([pollId, box]) => replayedPoll(book, pollId, box) ?? [])
  return E.right({ events, title: drafted.title, consultationId: drafted.consultationId, hash: hash.digest('hex'), polls })
}

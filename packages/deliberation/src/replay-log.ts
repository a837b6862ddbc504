import type { AllocationComputed } from '@isegoria/budget'
import { applyRule, electionHash } from '@isegoria/election'
import type { Election, Outcome, Rule } from '@isegoria/election'
import type { EventStore } from '@isegoria/engine'
import { byCodeUnit, canonicalText, E } from '@isegoria/kernel'
import type { Either, Undecodable } from '@isegoria/kernel'
import type { PollConduct, PollEvent, PollTerms, RuleChoice } from '@isegoria/voting'
import { logHash } from './log-hash.ts'
import { conductOf, pollElection, stageOf } from './poll-election.ts'
import type { AttributeCounts } from './declarations.ts'
import { electors } from './electors.ts'
import { followLog } from './face/follow-log.ts'
import { addBallotEvent, addPollEvent, addSecretEvent, faultOfBox, pollRecords } from './poll-records.ts'
import type { PollRecord } from './poll-records.ts'
import { rulesNamed } from './rule-book.ts'

/** One poll read back from its log. */
export interface ReplayedPoll {
  readonly pollId: string
  readonly terms: PollTerms
  /** What happened to its options and calendar once it was open. */
  readonly conduct: PollConduct
  readonly election: Election
  /** Hash of what is counted, as recomputed from the ballots now. */
  readonly input: string
  /** Attributes that voters declared, with how many declared each value. */
  readonly attributes: AttributeCounts
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
  /** SHA-256 over every event's stream, version and text in log order, without ids and times: equal for equal histories. */
  readonly hash: string
  readonly polls: ReadonlyArray<ReplayedPoll>
  /** Events that no decider would have written where they stand, or that give other projects money than the outcome does: a sentence for each. */
  readonly problems: ReadonlyArray<string>
}

export type ReplayRejection = Undecodable | { readonly type: 'NoConsultation' }

type Stored<Type extends PollEvent['type']> = Extract<PollEvent, { type: Type }>

interface Recounted {
  readonly definition: PollTerms['definition']
  readonly sealed: Stored<'BallotBoxSealed'> | undefined
  readonly election: Election
  readonly input: string
}

const recompute = (book: ReadonlyArray<Rule>, { definition, sealed, election, input }: Recounted, event: Stored<'TallyComputed'>): StoredOutcome => {
  const { rule: choice, outcome } = event
  const stored = { rule: choice, input: event.input, outcome }
  const differs = (difference: string): StoredOutcome => ({ ...stored, same: false, difference })
  const rule = rulesNamed(book, choice.id, election).find(({ version }) => version === choice.version)
  if (rule === undefined) return differs(`rule ${choice.id} version ${choice.version} is not known here`)
  if (input !== event.input) return differs('the ballots, options or budget hash to another value')
  if (sealed === undefined) return differs('no ballot box was sealed before the tally')
  if (input !== sealed.input) return differs('another input was sealed in the ballot box')
  if (election.profile.voters !== sealed.ballots) return differs(`${sealed.ballots} ballots were sealed, ${election.profile.voters} are in the log`)
  if (canonicalText(choice) !== canonicalText(definition.rule)) return differs('the poll was defined with another rule')
  const counted = applyRule(rule, election, choice.parameters)
  if (E.isLeft(counted))
    return differs(counted.left.type === 'RuleFailed' ? `the rule fails today: ${counted.left.reason}` : `refused today: ${counted.left.type}`)
  return canonicalText(counted.right) === canonicalText(outcome) ? { ...stored, same: true } : differs('the rule gives another outcome today')
}

/** Whether an envelope was given what its poll's outcome says: the same projects, in order, at their costs, then those funded in part. */
const followsOutcome = ({ pollId, input, allocations }: AllocationComputed, polls: ReadonlyArray<ReplayedPoll>): boolean => {
  const decided = polls.find((candidate) => candidate.pollId === pollId)
  const costs = new Map(decided?.terms.frozen.options.map(({ id, cost }) => [id, cost]))
  return (
    decided?.stored.some(({ outcome, input: counted }) => {
      if (outcome.type !== 'allocation' || counted !== input) return false
      const whole = outcome.selected.map((project) => ({ project, amount: costs.get(project), cost: costs.get(project) }))
      const parts = (outcome.partial ?? []).map(({ option, amount }) => ({ project: option, amount, cost: costs.get(option) }))
      const given = allocations.map(({ project, amount, cost = amount }) => ({ project, amount, cost }))
      return canonicalText([...whole, ...parts]) === canonicalText(given)
    }) === true
  )
}

const replayedPoll = (book: ReadonlyArray<Rule>, pollId: string, { box, events, state }: PollRecord): ReplayedPoll | undefined => {
  const reached = stageOf(state)
  if (reached.status === 'NotDefined' || reached.status === 'Defined') return undefined
  const { terms } = reached
  const conduct = conductOf(reached)
  const election = pollElection(terms, conduct, box.profile())
  const input = electionHash(election)
  const sealed = events.find((event) => event.type === 'BallotBoxSealed')
  const recounted = { definition: terms.definition, sealed, election, input }
  const stored = events.flatMap((event) => (event.type === 'TallyComputed' ? [recompute(book, recounted, event)] : []))
  return { pollId, terms, conduct, election, input, attributes: box.attributes(), stored }
}

/**
 * Reads a log from its first event, rebuilds every poll from its ballots, recomputes each stored outcome, and has the
 * deciders of all small streams decide each of their events again.
 *
 * A log whose end was cut off looks like one that goes on; nothing in it can tell.
 * Cost: one pass, each event decoded once; memory for one small entry a voter and one ballot for each distinct one.
 * Errors: the first event that its codec cannot read, with stream and version; a log without a consultation.
 * @example
 * import { E } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * replayLog(memoryStore(), rules) // => E.left({ type: 'NoConsultation' })
 */
export const replayLog = (store: EventStore, book: ReadonlyArray<Rule>, onEvent?: (events: number) => void): Either<ReplayRejection, ReplayedLog> => {
  const records = pollRecords()
  const follow = followLog()
  const rolls = electors()
  const allocated: Array<{ readonly place: string; readonly event: AllocationComputed }> = []
  const problems: Array<string> = []
  const hash = logHash()
  let events = 0
  let drafted: { readonly title: string; readonly consultationId: string } | undefined
  for (const occurrence of store.readOccurrences()) {
    const { stream, version } = occurrence
    const followed = follow(occurrence)
    if (E.isLeft(followed)) return followed
    const { event } = followed.right
    let { problem } = followed.right
    hash.add(occurrence)
    events++
    onEvent?.(events)
    switch (event.type) {
      case 'ConsultationDrafted':
        drafted ??= event
        break
      case 'BallotCast':
      case 'BallotReplaced':
      case 'BallotWithdrawn':
        problem = addBallotEvent(records.of(event.pollId), occurrence, event, rolls)
        break
      case 'ElectorAttested':
      case 'ElectorStruckOff':
        rolls.add(event)
        break
      case 'VoterMarked':
      case 'VotingCredentialIssued':
      case 'RollEntryCancelled':
      case 'AnonymousBallotDeposited':
      case 'CredentialSpent':
        problem = addSecretEvent(records.of(event.pollId), occurrence, event, rolls)
        break
      case 'PollDefined':
      case 'OptionsFrozen':
      case 'PollOpened':
      case 'PollExtended':
      case 'OptionWithdrawn':
      case 'PollClosed':
      case 'LotDrawn':
      case 'BallotBoxSealed':
      case 'TallyComputed':
      case 'ResultCertified':
      case 'ResultContested':
      case 'ContestDismissed':
      case 'PollAnnulled':
        addPollEvent(records.of(event.pollId), event, rolls)
        break
      case 'AllocationComputed':
        allocated.push({ place: `${stream}@${version}`, event })
        break
    }
    if (problem !== undefined) problems.push(`${stream}@${version}: ${problem}`)
  }
  if (drafted === undefined) return E.left({ type: 'NoConsultation' })
  const ordered = [...records.byPoll].toSorted(([left], [right]) => byCodeUnit(left, right))
  for (const [pollId, record] of ordered) {
    const fault = faultOfBox(pollId, record)
    if (fault !== undefined) problems.push(fault)
  }
  const polls = ordered.flatMap(([pollId, record]) => replayedPoll(book, pollId, record) ?? [])
  for (const { place, event } of allocated)
    if (!followsOutcome(event, polls)) problems.push(`${place}: AllocationComputed is not the outcome of the poll ${event.pollId}`)
  return E.right({ events, title: drafted.title, consultationId: drafted.consultationId, hash: hash.digest(), polls, problems })
}

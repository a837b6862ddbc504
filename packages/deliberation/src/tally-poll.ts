import { applyRule, electionHash, profileOf } from '@isegoria/election'
import type { Election, Outcome, Profile, Rule } from '@isegoria/election'
import { decodeAll, handle } from '@isegoria/engine'
import type { CommandContext, EventStore, HandleError } from '@isegoria/engine'
import { anyOf, E, placed, replay } from '@isegoria/kernel'
import type { Either, TaskEither, Undecodable } from '@isegoria/kernel'
import {
  ballotEvents,
  ballotTerms,
  boxEvents,
  electorEvents,
  faultOfBallot,
  isSecret,
  poll,
  pollEvents,
  pollStream,
  publicBox,
  rollEvents,
  spentEvents,
  supportOf,
} from '@isegoria/voting'
import type {
  BallotFault,
  BallotTerms,
  BoxFault,
  PollRejection,
  PollState,
  PollTerms,
  RuleChoice,
  SecretEvent,
  SecretLevel,
  Support,
} from '@isegoria/voting'
import { pollBox } from './poll-box.ts'
import { conductOf, pollElection } from './poll-election.ts'
import { chooseRule } from './rule-book.ts'
import type { RuleChoiceRejection } from './rule-book.ts'

/** A ballot counts in the log that nobody could have cast in this poll: where it stands, and what is wrong with it. */
export interface BallotMalformed {
  readonly type: 'BallotMalformed'
  readonly stream: string
  readonly version: number
  readonly fault: BallotFault
}

/** Why a poll was not tallied. */
export type TallyError = RuleChoiceRejection | BallotMalformed | BoxFault | HandleError<PollRejection>

/** What was counted and how. */
export interface Tally {
  readonly outcome: Outcome
  /** Hash of what was counted. */
  readonly input: string
  readonly ballots: number
}

const stateOf = async (store: EventStore, pollId: string): Promise<Either<TallyError, PollState>> => {
  const recorded = await store.readStream(pollStream(pollId))()
  if (E.isLeft(recorded)) return recorded
  const events = decodeAll(pollEvents, recorded.right)
  return E.isLeft(events) ? events : E.right(replay(poll, events.right))
}

type Counting = Extract<PollState, { status: 'Closed' | 'Sealed' }>

/** What a ballot of the poll had to obey at its opening: an option that was withdrawn later was one when others named it. */
const termsAtOpening = ({ terms, rulesHash, conduct }: Counting): BallotTerms | undefined =>
  ballotTerms({ status: 'Open', terms, rulesHash, conduct: { ...conduct, withdrawn: [] } })

/** The ballots of voters' own streams. */
const namedBallots = (store: EventStore, pollId: string, terms: BallotTerms | undefined): Either<Undecodable | BallotMalformed, Profile> => {
  const box = pollBox()
  /** By voter: one that was replaced by a sound one, or withdrawn, does not count. */
  const malformed = new Map<string, BallotMalformed>()
  for (const { event, stream, version } of store.readOccurrences({ types: ballotEvents.types })) {
    const decoded = ballotEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    const { right: ballotEvent } = decoded
    if (ballotEvent.pollId !== pollId) continue
    const fault = ballotEvent.type === 'BallotWithdrawn' || terms === undefined ? undefined : faultOfBallot(ballotEvent.ballot, terms)
    if (fault === undefined) malformed.delete(ballotEvent.voterKey)
    else malformed.set(ballotEvent.voterKey, { type: 'BallotMalformed', stream, version, fault })
    box.add(ballotEvent)
  }
  const [first] = malformed.values()
  return first === undefined ? E.right(box.profile()) : E.left(first)
}

const secretEvents = anyOf<SecretEvent>([boxEvents, rollEvents, spentEvents])

/** The ballots of a secret poll, if its box is such as may be sealed. */
const secretBallots = (
  store: EventStore,
  level: SecretLevel,
  { pollId, rulesHash, terms }: { readonly pollId: string; readonly rulesHash: string; readonly terms: BallotTerms | undefined },
): Either<Undecodable | BallotMalformed | BoxFault, Profile> => {
  const events: Array<SecretEvent> = []
  for (const { event, stream, version } of store.readOccurrences({ types: secretEvents.types })) {
    const decoded = secretEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    const { right: secret } = decoded
    if (secret.pollId !== pollId) continue
    const fault = secret.type !== 'AnonymousBallotDeposited' || terms === undefined ? undefined : faultOfBallot(secret.ballot, terms)
    if (fault !== undefined) return E.left({ type: 'BallotMalformed', stream, version, fault })
    events.push(secret)
  }
  const box = publicBox(events, { pollId, rulesHash, level })
  return E.isLeft(box) ? box : E.right(profileOf(box.right.ballots))
}

/** How many were on a roll when the poll closed. */
const electorsAtClosing = (store: EventStore, pollId: string, rollId: string): Either<Undecodable, number> => {
  const onRoll = new Set<string>()
  for (const { event, stream, version } of store.readOccurrences({ types: [...electorEvents.types, 'PollClosed'] })) {
    if (event.type === 'PollClosed') {
      if (stream === pollStream(pollId)) break
      continue
    }
    const decoded = electorEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    if (decoded.right.rollId !== rollId) continue
    if (decoded.right.type === 'ElectorAttested') onRoll.add(decoded.right.voterKey)
    else onRoll.delete(decoded.right.voterKey)
  }
  return E.right(onRoll.size)
}

/** Who stands behind the winners, where the poll's threshold asks for it. */
const supportFor = (
  store: EventStore,
  { definition }: PollTerms,
  { profile }: Election,
  outcome: Outcome,
): Either<TallyError, Support | undefined> => {
  const { threshold, electors, pollId } = definition
  if (threshold === undefined) return E.right(undefined)
  if (outcome.type !== 'ranking') return E.left({ type: 'ThresholdWithoutShare', because: outcome.type })
  if (threshold.of === 'ballots' || electors === undefined) return E.right(supportOf(profile, outcome.winners))
  const entitled = electorsAtClosing(store, pollId, electors)
  return E.isLeft(entitled) ? entitled : E.right(supportOf(profile, outcome.winners, entitled.right))
}

const countedBy = (book: ReadonlyArray<Rule>, { id, version, parameters }: RuleChoice, election: Election): Either<RuleChoiceRejection, Outcome> => {
  const chosen = chooseRule(
    book.filter((rule) => rule.id !== id || rule.version === version),
    id,
    parameters,
    election,
  )
  return E.isLeft(chosen) ? chosen : applyRule(chosen.right.rule, election, chosen.right.parameters)
}

const tallyOnce =
  (store: EventStore, book: ReadonlyArray<Rule>) =>
  (pollId: string, { commandId, recordedAt }: CommandContext): TaskEither<TallyError, Tally> =>
  async () => {
    const state = await stateOf(store, pollId)
    if (E.isLeft(state)) return state
    const { right: stage } = state
    if (stage.status === 'Tallied' || stage.status === 'Certified' || stage.status === 'Contested')
      return E.right({ outcome: stage.tally.outcome, input: stage.tally.input, ballots: stage.ballots })
    if (stage.status !== 'Closed' && stage.status !== 'Sealed') return E.left({ type: 'PollNotInStage', needs: 'Closed', status: stage.status })
    const { rule, secrecy } = stage.terms.definition
    const [{ rulesHash }, terms] = [stage, termsAtOpening(stage)]
    const profile = isSecret(secrecy) ? secretBallots(store, secrecy, { pollId, rulesHash, terms }) : namedBallots(store, pollId, terms)
    if (E.isLeft(profile)) return profile
    const election = pollElection(stage.terms, conductOf(stage), profile.right)
    // Before the rule counts: what it may do to the election in this thread is not what is sealed.
    const [input, ballots] = [electionHash(election), election.profile.voters]
    const outcome = countedBy(book, rule, election)
    if (E.isLeft(outcome)) return outcome
    const support = supportFor(store, stage.terms, election, outcome.right)
    if (E.isLeft(support)) return support

    const send = handle(poll, pollEvents, store)
    const stream = pollStream(pollId)
    if (stage.status === 'Closed') {
      const sealed = await send(stream, { type: 'SealBallotBox', pollId, ballots, input }, { commandId: `${commandId}:seal`, recordedAt })()
      if (E.isLeft(sealed)) return sealed
    }
    const recorded = await send(
      stream,
      { type: 'RecordTally', pollId, rule, input, outcome: outcome.right, ...(support.right === undefined ? {} : { support: support.right }) },
      { commandId: `${commandId}:tally`, recordedAt },
    )()
    return E.isLeft(recorded) ? recorded : E.right({ outcome: outcome.right, input, ballots })
  }

const mostAttempts = 3

/**
 * Counts a closed poll by its own rule, seals the box and records the tally.
 *
 * The rule counts before anything is written: one that refuses, throws, does not end in its time (`rulesFromModule`) or
 * gives no sound outcome leaves the poll as it was. Done again it has no second effect; done again after a crash between
 * the two events it goes on. Cost: one pass over the ballots in the store.
 * Of several tallies at once each gives the one that is stored.
 * Errors: a poll that is in no stage to be tallied, a ballot that counts and is not well formed, by its stream and version,
 * a rule of that id and version that the book does not have, whatever the rule answers, a threshold where it is no option
 * that wins, what cannot be read or written.
 */
export const tallyPoll =
  (store: EventStore, book: ReadonlyArray<Rule>) =>
  (pollId: string, context: CommandContext): TaskEither<TallyError, Tally> =>
  async () => {
    for (let attempt = 1; ; attempt++) {
      const tally = await tallyOnce(store, book)(pollId, context)()
      // Somebody else was quicker between reading and writing: what they have stored is read again.
      const isOvertaken =
        E.isLeft(tally) && tally.left.type === 'PollNotInStage' && (tally.left.status === 'Sealed' || tally.left.status === 'Tallied')
      if (!isOvertaken || attempt === mostAttempts) return tally
    }
  }

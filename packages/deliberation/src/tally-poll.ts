import { applyRule, electionHash, profileOf } from '@isegoria/election'
import type { Election, Outcome, Profile, Rule } from '@isegoria/election'
import { decodeAll, handle } from '@isegoria/engine'
import type { CommandContext, EventStore, HandleError } from '@isegoria/engine'
import { anyOf, E, placed, replay } from '@isegoria/kernel'
import type { Either, TaskEither, Undecodable } from '@isegoria/kernel'
import { ballotEvents, boxEvents, isSecret, poll, pollEvents, pollStream, publicBox, rollEvents, spentEvents } from '@isegoria/voting'
import type { BoxFault, PollRejection, PollState, RuleChoice, SecretEvent, SecretLevel } from '@isegoria/voting'
import { pollBox } from './poll-box.ts'
import { conductOf, pollElection } from './poll-election.ts'
import { chooseRule } from './rule-book.ts'
import type { RuleChoiceRejection } from './rule-book.ts'

/** Why a poll was not tallied. */
export type TallyError = RuleChoiceRejection | BoxFault | HandleError<PollRejection>

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

/** The ballots of voters' own streams. */
const namedBallots = (store: EventStore, pollId: string): Either<Undecodable, Profile> => {
  const box = pollBox()
  for (const { event, stream, version } of store.readOccurrences({ types: ballotEvents.types })) {
    const decoded = ballotEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    if (decoded.right.pollId === pollId) box.add(decoded.right)
  }
  return E.right(box.profile())
}

const secretEvents = anyOf<SecretEvent>([boxEvents, rollEvents, spentEvents])

/** The ballots of a secret poll, if its box is such as may be sealed. */
const secretBallots = (store: EventStore, level: SecretLevel, pollId: string, rulesHash: string): Either<Undecodable | BoxFault, Profile> => {
  const events: Array<SecretEvent> = []
  for (const { event, stream, version } of store.readOccurrences({ types: secretEvents.types })) {
    const decoded = secretEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    if (decoded.right.pollId === pollId) events.push(decoded.right)
  }
  const box = publicBox(events, { pollId, rulesHash, level })
  return E.isLeft(box) ? box : E.right(profileOf(box.right.ballots))
}

const countedBy = (book: ReadonlyArray<Rule>, { id, version, parameters }: RuleChoice, election: Election): Either<RuleChoiceRejection, Outcome> => {
  const chosen = chooseRule(
    book.filter((rule) => rule.id !== id || rule.version === version),
    id,
    parameters,
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
    const profile = isSecret(secrecy) ? secretBallots(store, secrecy, pollId, stage.rulesHash) : namedBallots(store, pollId)
    if (E.isLeft(profile)) return profile
    const election = pollElection(stage.terms, conductOf(stage), profile.right)
    // Before the rule counts: what it may do to the election in this thread is not what is sealed.
    const [input, ballots] = [electionHash(election), election.profile.voters]
    const outcome = countedBy(book, rule, election)
    if (E.isLeft(outcome)) return outcome

    const send = handle(poll, pollEvents, store)
    const stream = pollStream(pollId)
    if (stage.status === 'Closed') {
      const sealed = await send(stream, { type: 'SealBallotBox', pollId, ballots, input }, { commandId: `${commandId}:seal`, recordedAt })()
      if (E.isLeft(sealed)) return sealed
    }
    const recorded = await send(
      stream,
      { type: 'RecordTally', pollId, rule, input, outcome: outcome.right },
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
 * Errors: a poll that is in no stage to be tallied, a rule of that id and version that the book does not have, whatever
 * the rule answers, what cannot be read or written.
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

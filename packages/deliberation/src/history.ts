import { envelope, envelopeStream, feasibilityStream, feasibilityStudy } from '@isegoria/budget'
import type { EnvelopeCommand, EnvelopeEvent, FeasibilityCommand, FeasibilityEvent } from '@isegoria/budget'
import { commandOfConsultation, consultation, consultationStream } from '@isegoria/consultation'
import type { ConsultationEvent } from '@isegoria/consultation'
import { canonicalText, E } from '@isegoria/kernel'
import type { Decider, Occurrence, Tagged } from '@isegoria/kernel'
import { elector, electorStream, poll, pollStream } from '@isegoria/voting'
import type { ElectorCommand, ElectorEvent, PollCommand, PollEvent } from '@isegoria/voting'

/** Where an event stands. */
type Place = Pick<Occurrence, 'stream' | 'version'>

/** Decides every event of the small streams again; gives a sentence for one that its decider would not have written there. */
export type Follow<Event> = (place: Place, event: Event) => string | undefined

/** The command that leads to an event: all that it says is in the event. */
type CommandOf<Command, Event> = (event: Event) => Command

const commandOfPoll: CommandOf<PollCommand, PollEvent> = (event) => {
  switch (event.type) {
    case 'PollDefined':
      return { ...event, type: 'DefinePoll' }
    case 'OptionsFrozen':
      return { ...event, type: 'FreezeOptions' }
    case 'PollOpened':
      return { type: 'OpenPoll', pollId: event.pollId, rulesHash: event.rulesHash, at: event.openedAt }
    case 'PollExtended': {
      const { extendedAt: at, ...extended } = event
      return { ...extended, type: 'ExtendPoll', at }
    }
    case 'OptionWithdrawn': {
      const { withdrawnAt: at, ...withdrawn } = event
      return { ...withdrawn, type: 'WithdrawOption', at }
    }
    case 'LotDrawn':
      return { type: 'DrawLot', pollId: event.pollId, seed: event.seed }
    case 'PollClosed':
      return { type: 'ClosePoll', pollId: event.pollId, at: event.closedAt }
    case 'BallotBoxSealed':
      return { ...event, type: 'SealBallotBox' }
    case 'TallyComputed':
      return { ...event, type: 'RecordTally' }
    case 'ResultCertified':
      return { ...event, type: 'CertifyResult' }
    case 'ResultContested':
      return { ...event, type: 'ContestResult' }
    case 'ContestDismissed':
      return { ...event, type: 'DismissContest' }
    case 'PollAnnulled':
      return { ...event, type: 'AnnulPoll' }
  }
}

const commandOfEnvelope: CommandOf<EnvelopeCommand, EnvelopeEvent> = (event) => {
  switch (event.type) {
    case 'EnvelopeOpened':
      return { ...event, type: 'OpenEnvelope' }
    case 'AllocationComputed':
      return { ...event, type: 'ComputeAllocation' }
    case 'AllocationAdjusted':
      return { ...event, type: 'AdjustAllocation', changes: event.changes.map(({ from: _, to, ...change }) => ({ ...change, amount: to })) }
    case 'PartFundingAgreed':
      return { ...event, type: 'AgreePartFunding' }
    case 'CostRevised': {
      const { version: _, ...revised } = event
      return { ...revised, type: 'ReviseCost' }
    }
    case 'ProjectFunded':
      return { type: 'FundProject', envelopeId: event.envelopeId, project: event.project }
    case 'EnvelopeClosed':
      return { type: 'CloseEnvelope', envelopeId: event.envelopeId, by: event.by }
  }
}

const commandOfStudy: CommandOf<FeasibilityCommand, FeasibilityEvent> = (event) => {
  switch (event.type) {
    case 'EvaluatorAssigned':
      return { ...event, type: 'AssignEvaluator' }
    case 'ConflictOfInterestDeclared':
      return { ...event, type: 'DeclareConflictOfInterest' }
    case 'CostEstimated': {
      const { version: _, ...estimated } = event
      return { ...estimated, type: 'EstimateCost' }
    }
    case 'FeasibilityConcluded': {
      const { costVersion: _, ...concluded } = event
      return { ...concluded, type: 'ConcludeFeasibility' }
    }
    case 'StudyReviewed':
      return { ...event, type: 'ReviewStudy' }
  }
}

const commandOfElector: CommandOf<ElectorCommand, ElectorEvent> = (event) =>
  event.type === 'ElectorAttested' ? { ...event, type: 'AttestElector' } : { ...event, type: 'StrikeOffElector' }

const following = <Command, State, Event extends Tagged, Rejection extends Tagged>(
  decider: Decider<Command, State, Event, Rejection>,
  commandOf: CommandOf<Command, Event>,
  streamOf: (event: Event) => string,
): Follow<Event> => {
  const streams = new Map<string, { readonly state: State; readonly version: number }>()
  return ({ stream, version }, event) => {
    const before = streams.get(stream) ?? { state: decider.initialState, version: 0 }
    streams.set(stream, { state: decider.evolve(before.state, event), version })
    if (version !== before.version + 1) return `${event.type} stands where event ${before.version + 1} of its stream is missing`
    if (stream !== streamOf(event)) return `${event.type} belongs to ${streamOf(event)}`
    const decided = decider.decide(commandOf(event), before.state)
    if (E.isLeft(decided)) return `${event.type} could not have been decided there: ${decided.left.type}`
    return canonicalText(decided.right) === canonicalText([event]) ? undefined : `${event.type} is not what would have been decided there`
  }
}

/** The streams of one log, each followed by the decider of its aggregate. */
export const followConsultations = (): Follow<ConsultationEvent> =>
  following(consultation, commandOfConsultation, ({ consultationId }) => consultationStream(consultationId))

export const followPolls = (): Follow<PollEvent> => following(poll, commandOfPoll, ({ pollId }) => pollStream(pollId))

export const followEnvelopes = (): Follow<EnvelopeEvent> => following(envelope, commandOfEnvelope, ({ envelopeId }) => envelopeStream(envelopeId))

export const followStudies = (): Follow<FeasibilityEvent> =>
  following(feasibilityStudy, commandOfStudy, ({ projectId, studyId }) => feasibilityStream(projectId, studyId))

export const followElectors = (): Follow<ElectorEvent> =>
  following(elector, commandOfElector, ({ rollId, voterKey }) => electorStream(rollId, voterKey))

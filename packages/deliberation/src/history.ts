import type { EnvelopeCommand, EnvelopeEvent, FeasibilityCommand, FeasibilityEvent } from '@isegoria/budget'
import type { ElectorCommand, ElectorEvent, PollCommand, PollEvent } from '@isegoria/voting'

/** The command that leads to an event: all that it says is in the event. */
type CommandOf<Command, Event> = (event: Event) => Command

export const commandOfPoll: CommandOf<PollCommand, PollEvent> = (event) => {
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

export const commandOfEnvelope: CommandOf<EnvelopeCommand, EnvelopeEvent> = (event) => {
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

export const commandOfStudy: CommandOf<FeasibilityCommand, FeasibilityEvent> = (event) => {
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

export const commandOfElector: CommandOf<ElectorCommand, ElectorEvent> = (event) =>
  event.type === 'ElectorAttested' ? { ...event, type: 'AttestElector' } : { ...event, type: 'StrikeOffElector' }

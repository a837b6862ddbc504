import { drawLot } from '@isegoria/election'
import { canonicalText, E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type {
  AnnulPoll,
  CertifyResult,
  ClosePoll,
  ContestResult,
  DefinePoll,
  DismissContest,
  DrawLot,
  ExtendPoll,
  FreezeOptions,
  OpenPoll,
  PollCommand,
  RecordTally,
  SealBallotBox,
  WithdrawOption,
} from './commands.ts'
import type { PollEvent } from './events.ts'
import { faultOfFrozen } from './fault-of-frozen.ts'
import type { PollRejection } from './rejections.ts'
import { rulesHash } from './rules-hash.ts'
import { isSecret } from './state.ts'
import type { PollState } from './state.ts'
import { faultOfResult, faultOfSupport, faultOfThreshold } from './threshold.ts'

type Decision = Either<PollRejection, ReadonlyArray<PollEvent>>

const notInStage = (needs: PollState['status'], { status }: PollState): Decision => E.left({ type: 'PollNotInStage', needs, status })

const define = (command: DefinePoll, state: PollState): Decision => {
  if (state.status !== 'NotDefined') return E.left({ type: 'PollAlreadyDefined' })
  const { opensAt, closesAt, seats, quorum, secrecy, revote } = command
  if (seats !== undefined && seats < 1) return E.left({ type: 'NumberOutOfRange', field: 'seats', value: seats })
  if (quorum !== undefined && quorum < 0) return E.left({ type: 'NumberOutOfRange', field: 'quorum', value: quorum })
  if (isSecret(secrecy) && revote !== 'final') return E.left({ type: 'SecretBallotsAreFinal' })
  const fault = faultOfThreshold(command)
  if (fault !== undefined) return E.left(fault)
  return isBefore(opensAt, closesAt) ? E.right([{ ...command, type: 'PollDefined' }]) : E.left({ type: 'PollEndsBeforeItStarts', opensAt, closesAt })
}

const freeze = (command: FreezeOptions, state: PollState): Decision => {
  if (state.status !== 'Defined') return notInStage('Defined', state)
  if (command.budget !== null && state.definition.threshold !== undefined) return E.left({ type: 'ThresholdWithoutShare', because: 'budget' })
  const fault = faultOfFrozen(command)
  return fault === undefined ? E.right([{ ...command, type: 'OptionsFrozen' }]) : E.left(fault)
}

const open = ({ pollId, rulesHash: given, at }: OpenPoll, state: PollState): Decision => {
  if (state.status === 'Open') return E.right([])
  if (state.status !== 'Frozen') return notInStage('Frozen', state)
  const { opensAt } = state.terms.definition
  if (isBefore(at, opensAt)) return E.left({ type: 'PollNotYetDue', opensAt, at })
  const expected = rulesHash(state.terms)
  return given === expected
    ? E.right([{ type: 'PollOpened', pollId, rulesHash: given, openedAt: at }])
    : E.left({ type: 'RulesHashDiffers', given, expected })
}

const reasonMissing = (of: string): Decision => E.left({ type: 'ReasonMissing', of })

const extend = ({ pollId, closesAt, reason, at }: ExtendPoll, state: PollState): Decision => {
  if (state.status !== 'Open') return notInStage('Open', state)
  const { closesAt: before } = state.conduct
  if (closesAt === before) return E.right([])
  if (reason.trim() === '') return reasonMissing('PollExtended')
  return isBefore(before, closesAt) && isBefore(at, before)
    ? E.right([{ type: 'PollExtended', pollId, closesAt, reason, extendedAt: at }])
    : E.left({ type: 'PollNotExtended', closesAt: before, given: closesAt })
}

const withdrawOption = ({ pollId, option, reason, at }: WithdrawOption, state: PollState): Decision => {
  if (state.status !== 'Open') return notInStage('Open', state)
  const { terms, conduct } = state
  if (!terms.frozen.options.some(({ id }) => id === option)) return E.left({ type: 'OptionUnknown', option })
  if (conduct.withdrawn.includes(option)) return E.right([])
  if (reason.trim() === '') return reasonMissing('OptionWithdrawn')
  if (conduct.withdrawn.length + 1 === terms.frozen.options.length) return E.left({ type: 'NoOptionLeft', option })
  return E.right([{ type: 'OptionWithdrawn', pollId, option, reason, withdrawnAt: at }])
}

const draw = ({ pollId, seed }: DrawLot, state: PollState): Decision => {
  if (state.status !== 'Closed') return notInStage('Closed', state)
  const { frozen } = state.terms
  const order = drawLot(
    frozen.options.map(({ id }) => id).filter((id) => !state.conduct.withdrawn.includes(id)),
    seed,
  )
  if (state.conduct.lot === undefined) return E.right([{ type: 'LotDrawn', pollId, seed, algorithm: 'sha256-counter/1', order }])
  return state.conduct.lot.seed === seed ? E.right([]) : E.left({ type: 'LotAlreadyDrawn', seed })
}

const close = ({ pollId, at }: ClosePoll, state: PollState): Decision => {
  if (state.status === 'Closed') return E.right([])
  if (state.status !== 'Open') return notInStage('Open', state)
  const { closesAt } = state.conduct
  return isBefore(at, closesAt) ? E.left({ type: 'PollStillRunning', closesAt, at }) : E.right([{ type: 'PollClosed', pollId, closedAt: at }])
}

const seal = ({ pollId, ballots, input }: SealBallotBox, state: PollState): Decision => {
  if (state.status !== 'Closed') return notInStage('Closed', state)
  return ballots < 0 || !Number.isSafeInteger(ballots)
    ? E.left({ type: 'NumberOutOfRange', field: 'ballots', value: ballots })
    : E.right([{ type: 'BallotBoxSealed', pollId, ballots, input }])
}

const recordTally = (command: RecordTally, state: PollState): Decision => {
  if (state.status !== 'Sealed') return notInStage('Sealed', state)
  const [given, expected] = [canonicalText(command.rule), canonicalText(state.terms.definition.rule)]
  if (given !== expected) return E.left({ type: 'TallyOfAnotherRule', given, expected })
  if (command.input !== state.input) return E.left({ type: 'TallyOfAnotherInput', given: command.input, sealed: state.input })
  const { threshold } = state.terms.definition
  if (threshold === undefined) {
    const { support: _, ...tally } = command
    return E.right([{ ...tally, type: 'TallyComputed' }])
  }
  const fault = faultOfSupport(threshold, command, state.ballots)
  return fault === undefined ? E.right([{ ...command, type: 'TallyComputed' }]) : E.left(fault)
}

const certify = ({ pollId, by }: CertifyResult, state: PollState): Decision => {
  if (state.status === 'Certified') return E.right([])
  if (state.status !== 'Tallied') return notInStage('Tallied', state)
  const { quorum = 0, threshold } = state.terms.definition
  if (state.ballots < quorum) return E.left({ type: 'QuorumNotReached', ballots: state.ballots, quorum })
  const fault = threshold === undefined ? undefined : faultOfResult(threshold, state.tally)
  if (fault !== undefined) return E.left(fault)
  return E.right([{ type: 'ResultCertified', pollId, by }])
}

const contest = ({ pollId, by, grounds }: ContestResult, state: PollState): Decision => {
  if (state.status !== 'Tallied' && state.status !== 'Certified' && state.status !== 'Contested') return notInStage('Tallied', state)
  if (grounds.trim() === '') return reasonMissing('ResultContested')
  const isKnown = state.status === 'Contested' && state.contests.some((known) => known.by === by && known.grounds === grounds)
  return E.right(isKnown ? [] : [{ type: 'ResultContested', pollId, by, grounds }])
}

const dismiss = ({ pollId, by, reason }: DismissContest, state: PollState): Decision => {
  if (state.status !== 'Contested') return notInStage('Contested', state)
  return reason.trim() === '' ? reasonMissing('ContestDismissed') : E.right([{ type: 'ContestDismissed', pollId, by, reason }])
}

const annul = ({ pollId, by, motives }: AnnulPoll, state: PollState): Decision => {
  if (state.status === 'Annulled') return E.right([])
  if (state.status === 'NotDefined') return notInStage('Defined', state)
  return motives.trim() === '' ? reasonMissing('PollAnnulled') : E.right([{ type: 'PollAnnulled', pollId, by, motives }])
}

export const decide = (command: PollCommand, state: PollState): Decision => {
  switch (command.type) {
    case 'DefinePoll':
      return define(command, state)
    case 'FreezeOptions':
      return freeze(command, state)
    case 'OpenPoll':
      return open(command, state)
    case 'ExtendPoll':
      return extend(command, state)
    case 'WithdrawOption':
      return withdrawOption(command, state)
    case 'ClosePoll':
      return close(command, state)
    case 'DrawLot':
      return draw(command, state)
    case 'SealBallotBox':
      return seal(command, state)
    case 'RecordTally':
      return recordTally(command, state)
    case 'CertifyResult':
      return certify(command, state)
    case 'ContestResult':
      return contest(command, state)
    case 'DismissContest':
      return dismiss(command, state)
    case 'AnnulPoll':
      return annul(command, state)
  }
}

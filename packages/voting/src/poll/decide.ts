import { parseMoney } from '@isegoria/exact'
import { canonicalText, E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { CertifyResult, ClosePoll, DefinePoll, FreezeOptions, OpenPoll, PollCommand, RecordTally, SealBallotBox } from './commands.ts'
import type { PollEvent } from './events.ts'
import type { PollRejection } from './rejections.ts'
import { rulesHash } from './rules-hash.ts'
import type { PollState } from './state.ts'

type Decision = Either<PollRejection, ReadonlyArray<PollEvent>>

const notInStage = (needs: PollState['status'], { status }: PollState): Decision => E.left({ type: 'PollNotInStage', needs, status })

const define = (command: DefinePoll, state: PollState): Decision => {
  if (state.status !== 'NotDefined') return E.left({ type: 'PollAlreadyDefined' })
  const { opensAt, closesAt } = command
  return isBefore(opensAt, closesAt) ? E.right([{ ...command, type: 'PollDefined' }]) : E.left({ type: 'PollEndsBeforeItStarts', opensAt, closesAt })
}

const unreadable = (field: string, value: string): PollRejection | undefined => {
  const money = parseMoney(value)
  return money === undefined || money.minor < 0n ? { type: 'AmountNotReadable', field, value } : undefined
}

const faultOf = ({ options, budget }: FreezeOptions): PollRejection | undefined => {
  if (options.length === 0) return { type: 'PollWithoutOptions' }
  const seen = new Set<string>()
  for (const { id, cost } of options) {
    if (seen.has(id)) return { type: 'OptionNamedTwice', option: id }
    seen.add(id)
    const fault = unreadable(`cost of ${id}`, cost)
    if (fault !== undefined) return fault
  }
  return budget === null ? undefined : unreadable('budget', budget)
}

const freeze = (command: FreezeOptions, state: PollState): Decision => {
  if (state.status !== 'Defined') return notInStage('Defined', state)
  const fault = faultOf(command)
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

const close = ({ pollId, at }: ClosePoll, state: PollState): Decision => {
  if (state.status === 'Closed') return E.right([])
  if (state.status !== 'Open') return notInStage('Open', state)
  const { closesAt } = state.terms.definition
  return isBefore(at, closesAt) ? E.left({ type: 'PollStillRunning', closesAt, at }) : E.right([{ type: 'PollClosed', pollId, closedAt: at }])
}

const seal = ({ pollId, ballots, input }: SealBallotBox, state: PollState): Decision =>
  state.status === 'Closed' ? E.right([{ type: 'BallotBoxSealed', pollId, ballots, input }]) : notInStage('Closed', state)

const recordTally = (command: RecordTally, state: PollState): Decision => {
  if (state.status !== 'Sealed') return notInStage('Sealed', state)
  const [given, expected] = [canonicalText(command.rule), canonicalText(state.terms.definition.rule)]
  if (given !== expected) return E.left({ type: 'TallyOfAnotherRule', given, expected })
  if (command.input !== state.input) return E.left({ type: 'TallyOfAnotherInput', given: command.input, sealed: state.input })
  return E.right([{ ...command, type: 'TallyComputed' }])
}

const certify = ({ pollId, by }: CertifyResult, state: PollState): Decision => {
  if (state.status === 'Certified') return E.right([])
  return state.status === 'Tallied' ? E.right([{ type: 'ResultCertified', pollId, by }]) : notInStage('Tallied', state)
}

export const decide = (command: PollCommand, state: PollState): Decision => {
  switch (command.type) {
    case 'DefinePoll':
      return define(command, state)
    case 'FreezeOptions':
      return freeze(command, state)
    case 'OpenPoll':
      return open(command, state)
    case 'ClosePoll':
      return close(command, state)
    case 'SealBallotBox':
      return seal(command, state)
    case 'RecordTally':
      return recordTally(command, state)
    case 'CertifyResult':
      return certify(command, state)
  }
}

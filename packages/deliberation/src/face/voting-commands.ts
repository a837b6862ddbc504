import type { BallotCommand, ElectorCommand, PollCommand } from '@isegoria/voting'
import { shapedCommands } from './fields.ts'

const id = { pollId: 'text' } as const
const timed = { ...id, at: 'instant' } as const

/** Decodes a command to a poll where it comes in. */
export const pollCommands = shapedCommands<PollCommand>({
  DefinePoll: {
    ...id,
    consultationId: 'text',
    question: 'text',
    form: 'record',
    rule: 'record',
    opensAt: 'instant',
    closesAt: 'instant',
    seats: 'number?',
    revote: 'text?',
    quorum: 'number?',
    electors: 'text?',
    secrecy: 'text?',
    threshold: 'record?',
  },
  FreezeOptions: { ...id, options: 'list', budget: 'text or null', currency: 'text', constraints: 'list?' },
  OpenPoll: { ...timed, rulesHash: 'text' },
  ExtendPoll: { ...timed, closesAt: 'instant', reason: 'text' },
  WithdrawOption: { ...timed, option: 'text', reason: 'text' },
  ClosePoll: timed,
  DrawLot: { ...id, seed: 'text' },
  SealBallotBox: { ...id, ballots: 'number', input: 'text' },
  RecordTally: { ...id, rule: 'record', input: 'text', outcome: 'record', support: 'record?' },
  CertifyResult: { ...id, by: 'text' },
  ContestResult: { ...id, by: 'text', grounds: 'text' },
  DismissContest: { ...id, by: 'text', reason: 'text' },
  AnnulPoll: { ...id, by: 'text', motives: 'text' },
})

/** Decodes a command to a voter's own ballot; its terms are read from the poll, never taken from who sends it. */
export const ballotCommands = shapedCommands<BallotCommand>({
  CastBallot: {
    voterKey: 'text',
    ballot: 'record',
    channel: 'text',
    attributes: 'record',
    terms: 'record',
    elector: 'record?',
    at: 'instant',
  },
  WithdrawBallot: { voterKey: 'text', terms: 'record', at: 'instant' },
})

/** Decodes a command to one person's entry on a roll of electors. */
export const electorCommands = shapedCommands<ElectorCommand>({
  AttestElector: { rollId: 'text', voterKey: 'text', by: 'text', attributes: 'record' },
  StrikeOffElector: { rollId: 'text', voterKey: 'text', reason: 'text' },
})

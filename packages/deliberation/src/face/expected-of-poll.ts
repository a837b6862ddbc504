import type { BallotCommand, BallotState, ElectorCommand, ElectorState, PollCommand, PollState } from '@isegoria/voting'
import type { Instant } from '@isegoria/kernel'

/** One thing that can happen next to a poll, and who may do it. */
export interface ExpectedOfPoll {
  readonly command: PollCommand['type'] | BallotCommand['type']
  readonly by: 'convenor' | 'scrutineer' | 'participant' | 'authority'
  /** Not before. */
  readonly from?: Instant
  /** No more then. */
  readonly until?: Instant
}

const annulled: ExpectedOfPoll = { command: 'AnnulPoll', by: 'authority' }

/** What can happen next to a poll. */
export const expectedOfPoll = (state: PollState): ReadonlyArray<ExpectedOfPoll> => {
  switch (state.status) {
    case 'NotDefined':
      return [{ command: 'DefinePoll', by: 'convenor' }]
    case 'Defined':
      return [{ command: 'FreezeOptions', by: 'convenor' }, annulled]
    case 'Frozen':
      return [{ command: 'OpenPoll', by: 'convenor', from: state.terms.definition.opensAt }, annulled]
    case 'Open': {
      const { closesAt } = state.conduct
      return [
        { command: 'CastBallot', by: 'participant', until: closesAt },
        { command: 'WithdrawBallot', by: 'participant', until: closesAt },
        { command: 'ExtendPoll', by: 'authority', until: closesAt },
        { command: 'WithdrawOption', by: 'authority', until: closesAt },
        { command: 'ClosePoll', by: 'convenor', from: closesAt },
        annulled,
      ]
    }
    case 'Closed':
      return [{ command: 'DrawLot', by: 'scrutineer' }, { command: 'SealBallotBox', by: 'scrutineer' }, annulled]
    case 'Sealed':
      return [{ command: 'RecordTally', by: 'scrutineer' }, annulled]
    case 'Tallied':
      return [{ command: 'CertifyResult', by: 'authority' }, { command: 'ContestResult', by: 'participant' }, annulled]
    case 'Certified':
      return [{ command: 'ContestResult', by: 'participant' }, annulled]
    case 'Contested':
      return [{ command: 'DismissContest', by: 'authority' }, { command: 'ContestResult', by: 'participant' }, annulled]
    case 'Annulled':
      return []
  }
}

/** What a voter can do with their own ballot while the poll is open. */
export const expectedOfBallot = ({ status }: BallotState): ReadonlyArray<{ readonly command: BallotCommand['type']; readonly by: 'participant' }> => [
  { command: 'CastBallot', by: 'participant' },
  ...(status === 'Cast' ? [{ command: 'WithdrawBallot', by: 'participant' } as const] : []),
]

/** What can happen next to one entry on a roll of electors. */
export const expectedOfElector = ({
  status,
}: ElectorState): ReadonlyArray<{ readonly command: ElectorCommand['type']; readonly by: 'keeper of the roll' }> => [
  { command: status === 'Attested' ? 'StrikeOffElector' : 'AttestElector', by: 'keeper of the roll' },
]

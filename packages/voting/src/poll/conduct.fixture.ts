import { drawLot } from '@isegoria/election'
import { instant } from '@isegoria/kernel'
import { rulesHash } from '../index.ts'
import type { PollEvent } from '../index.ts'

export const [opensAt, during, closesAt] = [instant('2026-03-01T08:00:00Z'), instant('2026-03-02T08:00:00Z'), instant('2026-03-31T18:00:00Z')]
export const later = instant('2026-04-07T18:00:00Z')
export const pollId = 'p-1'
export const definition = {
  pollId,
  consultationId: 'c-1',
  question: 'Who?',
  form: { type: 'ordinal' },
  rule: { id: 'stv', version: '1', parameters: {} },
  opensAt,
  closesAt,
  seats: 2,
  quorum: 3,
} as const
export const option = (id: string): { id: string; name: string; cost: string } => ({ id, name: id, cost: '0' })
export const frozen = { pollId, options: ['a', 'b', 'c'].map(option), budget: null, currency: 'EUR' }
export const hash = rulesHash({ definition, frozen })
export const outcome = { type: 'committee', committees: [['a', 'b']], ties: [], rounds: [] } as const

export const opened: ReadonlyArray<PollEvent> = [
  { type: 'PollDefined', ...definition },
  { type: 'OptionsFrozen', ...frozen },
  { type: 'PollOpened', pollId, rulesHash: hash, openedAt: opensAt },
]
export const extended = {
  type: 'PollExtended',
  pollId,
  closesAt: later,
  reason: 'The post was on strike.',
  extendedAt: during,
} as const satisfies PollEvent
export const withdrawn = {
  type: 'OptionWithdrawn',
  pollId,
  option: 'c',
  reason: 'The candidate has left.',
  withdrawnAt: during,
} as const satisfies PollEvent
export const closed = { type: 'PollClosed', pollId, closedAt: closesAt } as const satisfies PollEvent
export const drawn = {
  type: 'LotDrawn',
  pollId,
  seed: 's',
  algorithm: 'sha256-counter/1',
  order: drawLot(['a', 'b', 'c'], 's'),
} as const satisfies PollEvent
export const sealedWith = (ballots: number): PollEvent => ({ type: 'BallotBoxSealed', pollId, ballots, input: 'i' })
export const tallied = { type: 'TallyComputed', pollId, rule: definition.rule, input: 'i', outcome } as const satisfies PollEvent
export const certified = { type: 'ResultCertified', pollId, by: 'Town' } as const satisfies PollEvent
export const contested = { type: 'ResultContested', pollId, by: 'a voter', grounds: 'A box was not counted.' } as const satisfies PollEvent
export const dismissed = { type: 'ContestDismissed', pollId, by: 'Town', reason: 'It was counted.' } as const satisfies PollEvent
export const annulled = { type: 'PollAnnulled', pollId, by: 'The court', motives: 'The roll was open.' } as const satisfies PollEvent
export const counted = [...opened, closed, sealedWith(3), tallied]

import type { Instant } from '@isegoria/kernel'
import type { SortitionCommand } from './commands.ts'
import type { SortitionState } from './state.ts'

/** One thing that can happen next to a draw, who may do it, from when, and of whom it is expected. */
export interface ExpectedOfSortition {
  readonly command: SortitionCommand['type']
  readonly by: 'convenor' | 'anybody' | 'panelist'
  readonly from?: Instant
  readonly keys?: ReadonlyArray<string>
}

const waiting = ({ panel, reserves }: Extract<SortitionState, { status: 'Drawn' }>): ReadonlyArray<ExpectedOfSortition> => {
  const keysOf = (...statuses: ReadonlyArray<string>): ReadonlyArray<string> =>
    panel.filter(({ status }) => statuses.includes(status)).map(({ key }) => key)
  const standby = new Set(reserves.map(({ stratum }) => stratum))
  const free = panel.filter(({ status, stratum }) => status === 'Declined' && standby.has(stratum)).map(({ key }) => key)
  const all: ReadonlyArray<ExpectedOfSortition> = [
    { command: 'AcceptSeat', by: 'panelist', keys: keysOf('Invited') },
    { command: 'DeclineSeat', by: 'panelist', keys: keysOf('Invited', 'Accepted') },
    { command: 'ReplacePanelist', by: 'convenor', keys: free },
  ]
  return all.filter(({ keys }) => keys?.length !== 0)
}

/** What can happen next to a draw: anybody may bring the seed once the beacon has spoken, and draw again. */
export const expectedOfSortition = (state: SortitionState): ReadonlyArray<ExpectedOfSortition> => {
  switch (state.status) {
    case 'NotSealed':
      return [{ command: 'SealPool', by: 'convenor' }]
    case 'PoolSealed':
      return [{ command: 'CommitSeedSource', by: 'convenor' }]
    case 'SeedCommitted':
      return [{ command: 'RevealSeed', by: 'anybody', from: state.source.revealsAt }]
    case 'SeedRevealed':
      return [{ command: 'PerformDraw', by: 'anybody' }]
    case 'Drawn':
      return waiting(state)
  }
}

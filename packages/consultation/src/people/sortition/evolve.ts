import type { SortitionEvent } from './events.ts'
import type { Panelist, SortitionState } from './state.ts'

type Drawn = Extract<SortitionState, { status: 'Drawn' }>

const standing = (state: Drawn, key: string, status: Panelist['status']): ReadonlyArray<Panelist> =>
  state.panel.map((one) => (one.key === key ? { ...one, status } : one))

const replaced = (state: Drawn, key: string, replacement: string): Drawn => {
  const called = state.reserves.filter((one) => one.key === replacement)
  return {
    ...state,
    panel: [...standing(state, key, 'Replaced'), ...called.map((one) => ({ ...one, status: 'Invited' as const }))],
    reserves: state.reserves.filter((one) => one.key !== replacement),
  }
}

export const evolve = (state: SortitionState, event: SortitionEvent): SortitionState => {
  switch (event.type) {
    case 'PoolSealed': {
      const { root, count, seats, strata, at } = event
      return { status: 'PoolSealed', pool: { root, count, seats, strata, at } }
    }
    case 'SeedSourceCommitted': {
      const { source, revealsAt } = event
      return state.status === 'PoolSealed' ? { ...state, status: 'SeedCommitted', source: { source, revealsAt } } : state
    }
    case 'SeedRevealed':
      return state.status === 'SeedCommitted' ? { ...state, status: 'SeedRevealed', seed: event.seed } : state
    case 'DrawPerformed': {
      if (state.status !== 'SeedRevealed') return state
      const panel = event.selected.map(({ key, stratum }): Panelist => ({ key, stratum, status: 'Invited' }))
      return { ...state, status: 'Drawn', panel, reserves: event.reserves }
    }
    case 'PanelistAccepted':
      return state.status === 'Drawn' ? { ...state, panel: standing(state, event.key, 'Accepted') } : state
    case 'PanelistDeclined':
      return state.status === 'Drawn' ? { ...state, panel: standing(state, event.key, 'Declined') } : state
    case 'PanelistReplaced':
      return state.status === 'Drawn' ? replaced(state, event.key, event.replacement) : state
  }
}

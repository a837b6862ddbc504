import type { PollEvent } from './events.ts'
import type { PollState } from './state.ts'

export const evolve = (state: PollState, event: PollEvent): PollState => {
  switch (event.type) {
    case 'PollDefined': {
      const { type: _, ...definition } = event
      return { status: 'Defined', definition }
    }
    case 'OptionsFrozen': {
      if (state.status !== 'Defined') return state
      const { type: _, ...frozen } = event
      return { status: 'Frozen', terms: { definition: state.definition, frozen } }
    }
    case 'PollOpened': {
      if (state.status !== 'Frozen') return state
      const { terms } = state
      return { status: 'Open', terms, rulesHash: event.rulesHash, conduct: { closesAt: terms.definition.closesAt, withdrawn: [] } }
    }
    case 'PollExtended':
      return state.status === 'Open' ? { ...state, conduct: { ...state.conduct, closesAt: event.closesAt } } : state
    case 'OptionWithdrawn':
      return state.status === 'Open' ? { ...state, conduct: { ...state.conduct, withdrawn: [...state.conduct.withdrawn, event.option] } } : state
    case 'PollClosed':
      return state.status === 'Open' ? { ...state, status: 'Closed' } : state
    case 'LotDrawn':
      return state.status === 'Closed' ? { ...state, conduct: { ...state.conduct, lot: { seed: event.seed, order: event.order } } } : state
    case 'BallotBoxSealed':
      return state.status === 'Closed' ? { ...state, status: 'Sealed', ballots: event.ballots, input: event.input } : state
    case 'TallyComputed': {
      if (state.status !== 'Sealed') return state
      const { type: _, ...tally } = event
      const { terms, rulesHash, conduct, ballots } = state
      return { status: 'Tallied', terms, rulesHash, conduct, ballots, tally }
    }
    case 'ResultCertified':
      return state.status === 'Tallied' ? { ...state, status: 'Certified' } : state
    case 'ResultContested': {
      const { by, grounds } = event
      if (state.status === 'Contested') return { ...state, contests: [...state.contests, { by, grounds }] }
      return state.status === 'Tallied' || state.status === 'Certified' ? { ...state, status: 'Contested', contests: [{ by, grounds }] } : state
    }
    case 'ContestDismissed': {
      if (state.status !== 'Contested') return state
      const { contests: _, ...counted } = state
      return { ...counted, status: 'Tallied' }
    }
    case 'PollAnnulled':
      return state.status === 'Annulled' ? state : { status: 'Annulled', motives: event.motives, before: state }
  }
}

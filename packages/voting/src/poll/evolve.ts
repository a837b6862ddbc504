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
    case 'PollOpened':
      return state.status === 'Frozen' ? { status: 'Open', terms: state.terms, rulesHash: event.rulesHash } : state
    case 'PollClosed':
      return state.status === 'Open' ? { ...state, status: 'Closed' } : state
    case 'BallotBoxSealed':
      return state.status === 'Closed' ? { ...state, status: 'Sealed', input: event.input } : state
    case 'TallyComputed': {
      if (state.status !== 'Sealed') return state
      const { type: _, ...tally } = event
      return { status: 'Tallied', terms: state.terms, rulesHash: state.rulesHash, tally }
    }
    case 'ResultCertified':
      return state.status === 'Tallied' ? { ...state, status: 'Certified' } : state
  }
}

import type { Content } from '../content.ts'
import type { ContributionEvent } from './events.ts'
import type { ContributionState } from './state.ts'

const contentOf = ({ contentRef, contentHash }: Content): Content => ({ contentRef, contentHash })

export const evolve = (state: ContributionState, event: ContributionEvent): ContributionState => {
  if (event.type === 'ContributionReceived') {
    const { type: _, gate: __, receivedAt: ___, ...received } = event
    return { status: 'Received', received, revision: 1, content: contentOf(event) }
  }
  if (state.status === 'Unknown') return state
  switch (event.type) {
    case 'ContributionRevised':
      return { ...state, revision: event.revision, content: contentOf(event) }
    case 'ContributionWithdrawn':
      return { ...state, status: 'Withdrawn' }
    case 'ContributionRedacted': {
      const { ground, remains } = event
      return { ...state, redaction: { ground, ...(remains === undefined ? {} : { remains }) } }
    }
  }
}

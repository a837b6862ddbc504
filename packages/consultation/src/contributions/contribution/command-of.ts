import { gateOf } from '../open-gate.ts'
import type { ContributionCommand } from './commands.ts'
import type { ContributionEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfContribution = (event: ContributionEvent): ContributionCommand => {
  switch (event.type) {
    case 'ContributionReceived': {
      const { receivedAt: at, gate, ...received } = event
      return { ...received, type: 'ReceiveContribution', gate: gateOf(gate, 'contribute', at), at }
    }
    case 'ContributionRevised': {
      const { revision: _, revisedAt: at, gate, ...revised } = event
      return { ...revised, type: 'ReviseContribution', gate: gateOf(gate, 'contribute', at), at }
    }
    case 'ContributionWithdrawn':
      return { type: 'WithdrawContribution', contributionId: event.contributionId, by: event.by, at: event.withdrawnAt }
    case 'ContributionRedacted': {
      const { revision: _, redactedAt: at, ...redacted } = event
      return { ...redacted, type: 'RedactContribution', at }
    }
  }
}

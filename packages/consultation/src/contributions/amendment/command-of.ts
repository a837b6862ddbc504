import { gateOf } from '../open-gate.ts'
import type { AmendmentCommand } from './amendment.ts'
import type { AmendmentEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfAmendment = (event: AmendmentEvent): AmendmentCommand => {
  switch (event.type) {
    case 'AmendmentProposed': {
      const { proposedAt: at, gate, ...proposed } = event
      const { textId, version, articleId } = proposed
      return { ...proposed, type: 'ProposeAmendment', text: { textId, version, articles: [articleId] }, gate: gateOf(gate, 'amend', at), at }
    }
    case 'AmendmentAccepted': {
      const { decidedAt: at, ...accepted } = event
      return { ...accepted, type: 'AcceptAmendment', at }
    }
    case 'AmendmentRejected': {
      const { decidedAt: at, ...rejected } = event
      return { ...rejected, type: 'RejectAmendment', at }
    }
    case 'AmendmentWithdrawn':
      return { type: 'WithdrawAmendment', amendmentId: event.amendmentId, by: event.by, at: event.withdrawnAt }
  }
}

import type { SupportCommand, SupportEvent } from './support-book.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfSupport = (event: SupportEvent): SupportCommand => {
  const { phaseId, voterKey, proposalId } = event
  const gate = { open: true, capability: 'support', ...event.gate } as const
  if (event.type === 'SupportWithdrawn') return { type: 'WithdrawSupport', voterKey, proposalId, terms: { phaseId, most: 0, gate } }
  return { type: 'GiveSupport', voterKey, proposalId, revision: event.revision, terms: { phaseId, most: event.most, gate } }
}

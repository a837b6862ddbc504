import type { ContributionCommand } from './commands.ts'
import type { ContributionState } from './state.ts'

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfContribution {
  readonly command: ContributionCommand['type']
  readonly by: 'anybody' | 'contributor' | 'authority'
  /** Whether the consultation must be taking contributions then. */
  readonly withinGate: boolean
}

const redaction: ExpectedOfContribution = { command: 'RedactContribution', by: 'authority', withinGate: false }

/** What can happen next to a contribution: what nobody signed is neither revised nor withdrawn. */
export const expectedOfContribution = (state: ContributionState): ReadonlyArray<ExpectedOfContribution> => {
  if (state.status === 'Unknown') return [{ command: 'ReceiveContribution', by: 'anybody', withinGate: true }]
  if (state.status === 'Withdrawn' || state.received.by === undefined) return [redaction]
  return [
    ...(state.redaction === undefined ? [{ command: 'ReviseContribution', by: 'contributor', withinGate: true } as const] : []),
    { command: 'WithdrawContribution', by: 'contributor', withinGate: false },
    redaction,
  ]
}

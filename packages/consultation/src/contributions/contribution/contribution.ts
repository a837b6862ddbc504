import type { Decider } from '@isegoria/kernel'
import type { ContributionCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { ContributionEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { ContributionRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { ContributionState } from './state.ts'

/**
 * One thing that one person had to say, on whatever channel: received, perhaps revised, withdrawn or redacted, never removed.
 *
 * @example
 * import { E, instant } from '@isegoria/kernel'
 *
 * const given = { contributionId: 'k-1', consultationId: 'c-1', kind: 'observation', channel: 'paper', contentRef: 'register/1' } as const
 * const observation = { ...given, contentHash: '0f'.repeat(32) } as const
 * const asked = { capability: 'contribute', at: instant('2026-03-02T08:00:00Z') } as const
 * const gate = { phase: 'inquiry', calendarVersion: 1 } as const
 * const receive = { type: 'ReceiveContribution', ...observation, at: asked.at, gate: { ...asked, open: true, ...gate } } as const
 * const received = { type: 'ContributionReceived', ...observation, receivedAt: asked.at, gate } as const
 * contribution.decide(receive, contribution.initialState) // => E.right([received])
 * const late = { ...receive, gate: { ...asked, open: false, reason: 'ended' } } as const
 * contribution.decide(late, contribution.initialState) // => E.left({ type: 'GateClosed', reason: 'ended' })
 */
export const contribution: Decider<ContributionCommand, ContributionState, ContributionEvent, ContributionRejection> = {
  initialState,
  decide,
  evolve,
}

/** The stream of one contribution. */
export const contributionStream = (contributionId: string): string => `contribution-${contributionId}`

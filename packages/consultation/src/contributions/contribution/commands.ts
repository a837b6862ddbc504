import type { Instant } from '@isegoria/kernel'
import type { Content } from '../content.ts'
import type { TimedGate } from '../open-gate.ts'
import type { ContributionReceived } from './events.ts'

/** `at`: when it reached the public body; a letter written down a week later was received when it came. The gate is that of then. */
export interface ReceiveContribution extends Omit<ContributionReceived, 'type' | 'gate' | 'receivedAt'> {
  readonly type: 'ReceiveContribution'
  readonly gate: TimedGate
  readonly at: Instant
}
export interface ReviseContribution extends Content {
  readonly type: 'ReviseContribution'
  readonly contributionId: string
  readonly by: string
  readonly gate: TimedGate
  readonly at: Instant
}
/** At any time: nobody is kept among the contributors against their will. */
export interface WithdrawContribution {
  readonly type: 'WithdrawContribution'
  readonly contributionId: string
  readonly by: string
  readonly at: Instant
}
/** Takes out what may not be read, at any time; `remains` is the text that still may. */
export interface RedactContribution {
  readonly type: 'RedactContribution'
  readonly contributionId: string
  readonly ground: string
  readonly by: string
  readonly remains?: Content
  readonly at: Instant
}
export type ContributionCommand = ReceiveContribution | ReviseContribution | WithdrawContribution | RedactContribution

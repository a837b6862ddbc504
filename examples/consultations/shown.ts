import type { Session } from './session.ts'

/** What a run shows besides its log: what was refused on the way, and where it ended. */
export interface Shown {
  readonly session: Session
  readonly refused: ReadonlyArray<string>
  readonly status: string
  readonly isComplete: boolean
}

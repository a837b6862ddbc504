/** One thing that happened, as a citizen reads it. */
export interface TimelineLine {
  /** The day in UTC, as the log gives it; absent where it gives none. */
  readonly at?: string
  readonly text: string
  /** Positions in the log: of the event that is told, or of the first and the last where several are told together. */
  readonly events: ReadonlyArray<number>
  /** How many events are told together; absent for one with a line of its own, and for ballots in a box that is not sealed. */
  readonly count?: number
}

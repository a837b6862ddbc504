/** What every event has: the tag that selects its codec. */
export interface Tagged {
  readonly type: string
}

/** An event where it stands in the log: all that a replay may look at, since ids and clocks differ from log to log. */
export interface Occurrence<Event extends Tagged = Tagged> {
  readonly stream: string
  /** Place in its stream, from 1, dense. */
  readonly version: number
  /** Place in the log, ascending, perhaps with gaps. */
  readonly position: number
  readonly event: Event
  /** The event as it is stored, as JSON text: what a hash of the log covers. */
  readonly text: string
}

/** An event as stored: the domain's event and, beside it and never mixed into it, what the store knows of it. */
export interface Recorded<Event extends Tagged = Tagged> extends Occurrence<Event> {
  /** uuid v7: sorts by time of recording. */
  readonly id: string
  readonly recordedAt: string
  readonly commandId: string
}

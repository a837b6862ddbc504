import { E, placed } from '@isegoria/kernel'
import type { Either, Occurrence, Undecodable } from '@isegoria/kernel'
import { deliberationEvents } from '../deliberation-events.ts'
import type { FollowedEvent } from './aggregate.ts'
import { aggregates } from './aggregates.ts'
import type { DeliberationEvent } from './aggregates.ts'

type FollowLog = (occurrence: Occurrence) => Either<Undecodable, FollowedEvent<DeliberationEvent>>

const decodeOnly: FollowLog = ({ event, stream, version }) => {
  const decoded = deliberationEvents.decode(event)
  return E.isLeft(decoded) ? E.left(placed(`${stream}@${version}`, decoded.left)) : E.right({ event: decoded.right, problem: undefined })
}

/** Follows one log: each event is decoded, and decided again by its aggregate where a command can be told from it. */
export const followLog = (): FollowLog => {
  const byType = new Map<string, FollowLog>()
  for (const one of Object.values(aggregates)) {
    const follow: FollowLog = one.follow()
    for (const type of one.events.types) byType.set(type, follow)
  }
  return (occurrence) => (byType.get(occurrence.event.type) ?? decodeOnly)(occurrence)
}

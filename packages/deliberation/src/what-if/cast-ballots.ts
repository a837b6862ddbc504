import { profileBuilder } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import type { EventStore } from '@isegoria/engine'
import { E, placed } from '@isegoria/kernel'
import type { Either, Undecodable } from '@isegoria/kernel'
import { ballotEvents } from '@isegoria/voting'
import type { BallotEvent } from '@isegoria/voting'
import { declarations } from '../declarations.ts'
import type { Alike } from '../declarations.ts'
import { voterNumbers } from '../voter-numbers.ts'

/**
 * The ballot events of one poll in the order of its log, as columns: what another public or another date is counted from.
 *
 * *Shape*: `voter`, `ballot`, `declaration` and `recordedAt` have one entry for each event.
 */
export interface CastBallots {
  /** Every ballot that was cast, once; some may not count in the end. */
  readonly ballots: ReadonlyArray<Ballot>
  /** Everything that voters declared of themselves, once, with the `channel` of their ballot. */
  readonly declared: ReadonlyArray<Readonly<Record<string, string>>>
  /** The number of the voter, from 0. */
  readonly voter: ReadonlyArray<number>
  /** The number of the ballot, -1 where one is withdrawn. */
  readonly ballot: ReadonlyArray<number>
  /** The number of what the voter declared, -1 where they replaced or withdrew a ballot and said nothing. */
  readonly declaration: ReadonlyArray<number>
  /** When the event was recorded. */
  readonly recordedAt: ReadonlyArray<string>
}

interface Collected {
  readonly add: (event: BallotEvent, recordedAt: string) => void
  readonly ballots: CastBallots
}

const collected = (): Collected => {
  const [builder, groups, numberOfVoter] = [profileBuilder(), declarations(), voterNumbers()]
  const numberOfGroup = new Map<Alike, number>()
  const ballots: Array<Ballot> = []
  const declared: Array<Readonly<Record<string, string>>> = []
  const [voter, ballot, declaration]: [Array<number>, Array<number>, Array<number>] = [[], [], []]
  const times: Array<string> = []
  let lastTime = ''

  const ballotNumber = (given: Ballot): number => {
    const number = builder.add(given)
    ballots[number] ??= given
    return number
  }
  const groupNumber = ({ channel, attributes }: Extract<BallotEvent, { type: 'BallotCast' }>): number => {
    const group = groups.alike({ channel, ...attributes })
    const known = numberOfGroup.get(group)
    if (known !== undefined) return known
    numberOfGroup.set(group, declared.length)
    return declared.push(group.declared) - 1
  }
  const add = (event: BallotEvent, recordedAt: string): void => {
    voter.push(numberOfVoter(event.voterKey))
    ballot.push(event.type === 'BallotWithdrawn' ? -1 : ballotNumber(event.ballot))
    declaration.push(event.type === 'BallotCast' ? groupNumber(event) : -1)
    if (recordedAt !== lastTime) lastTime = recordedAt
    times.push(lastTime)
  }
  return { add, ballots: { ballots, declared, voter, ballot, declaration, recordedAt: times } }
}

/**
 * The ballots of every poll of a log by its id, with what their voters declared and when each was recorded; nothing of
 * secret polls, whose ballots stand apart from their voters.
 *
 * Cost: one pass over the events of ballots; memory for four entries an event and one ballot for each distinct one.
 * Errors: the first event that its codec cannot read, with stream and version.
 */
export const castBallots = (store: EventStore): Either<Undecodable, ReadonlyMap<string, CastBallots>> => {
  const byPoll = new Map<string, Collected>()
  for (const { event, stream, version, recordedAt } of store.readAll({ types: ballotEvents.types })) {
    const decoded = ballotEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    const { pollId } = decoded.right
    const poll = byPoll.get(pollId) ?? collected()
    byPoll.set(pollId, poll)
    poll.add(decoded.right, recordedAt)
  }
  return E.right(new Map([...byPoll].map(([pollId, { ballots }]) => [pollId, ballots])))
}

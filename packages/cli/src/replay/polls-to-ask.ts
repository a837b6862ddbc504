import { castBallots } from '@isegoria/deliberation'
import type { AskedPoll, CastBallots, ReplayedPoll, WhatIf } from '@isegoria/deliberation'
import type { EventStore } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import { CommandRefused } from '../terminal.ts'

/** Polls that have every option that the changes name; all where none has, so that each says which it has. */
const concerned = (polls: ReadonlyArray<ReplayedPoll>, { costs = {}, withdrawn = [] }: WhatIf): ReadonlyArray<ReplayedPoll> => {
  const ids = [...Object.keys(costs), ...withdrawn]
  const having = polls.filter(({ election }) => ids.every((asked) => election.options.some(({ id }) => id === asked)))
  return having.length === 0 ? polls : having
}

/** The ballots of each poll of a log with who cast them and when. Errors: `CommandRefused`. */
export const castIn = (path: string, store: EventStore): ReadonlyMap<string, CastBallots> => {
  const ballots = castBallots(store)
  if (E.isLeft(ballots)) throw new CommandRefused(`${path}: ${ballots.left.reasons.join('; ')}`)
  return ballots.right
}

/**
 * The polls of which a what-if is asked: those that have the options it names. Their ballots are read again, with who cast
 * them and when, for another public or another date only. Errors: `CommandRefused` for a log without a poll, where something is to be otherwise.
 */
export const pollsToAsk = (
  path: string,
  polls: ReadonlyArray<ReplayedPoll>,
  store: EventStore,
  changes: WhatIf | undefined,
): ReadonlyArray<AskedPoll> => {
  if (changes === undefined) return polls.map((poll) => ({ poll }))
  if (polls.length === 0) throw new CommandRefused(`${path}: no poll in this log of which something could be asked`)
  const asked = concerned(polls, changes)
  if (changes.voters === undefined && changes.until === undefined) return asked.map((poll) => ({ poll }))
  const ballots = castIn(path, store)
  return asked.map((poll) => ({ poll, ballots: ballots.get(poll.pollId) }))
}

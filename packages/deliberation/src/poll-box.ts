import { profileBuilder } from '@isegoria/election'
import type { Ballot, Profile } from '@isegoria/election'
import type { BallotEvent } from '@isegoria/voting'
import { declarations } from './declarations.ts'
import type { Alike, AttributeCounts } from './declarations.ts'

/** The ballots of one poll while its log is read: one for each voter, the last one counts. */
export interface PollBox {
  readonly add: (event: BallotEvent) => void
  readonly profile: () => Profile
  /** What the voters whose ballots are in the box declared. */
  readonly attributes: () => AttributeCounts
}

/**
 * An empty box. Equal ballots and equal declarations are kept once: memory is one small entry for each voter, and one
 * ballot for each distinct one.
 *
 * Cost: a few look-ups and one `JSON.stringify` of the ballot for each event.
 */
export const pollBox = (): PollBox => {
  const builder = profileBuilder()
  const declared = declarations()
  const byVoter = new Map<string, { ballot: Ballot; readonly group: Alike }>()

  const takeOut = (voter: string): void => {
    const entry = byVoter.get(voter)
    if (entry === undefined) return
    byVoter.delete(voter)
    builder.remove(entry.ballot)
    entry.group.voters--
  }
  const putIn = (voter: string, ballot: Ballot, group: Alike): void => {
    takeOut(voter)
    group.voters++
    byVoter.set(voter, { ballot: builder.add(ballot), group })
  }

  return {
    add: (event) => {
      switch (event.type) {
        case 'BallotCast':
          return putIn(event.voterKey, event.ballot, declared.alike(event.attributes))
        case 'BallotReplaced':
          return putIn(event.voterKey, event.ballot, byVoter.get(event.voterKey)?.group ?? declared.alike({}))
        case 'BallotWithdrawn':
          return takeOut(event.voterKey)
      }
    },
    profile: builder.build,
    attributes: declared.counts,
  }
}

import { profileBuilder } from '@isegoria/election'
import type { Ballot, Profile } from '@isegoria/election'
import type { BallotEvent } from '@isegoria/voting'

/** Of each attribute that voters declared, how many declared each value. */
export type AttributeCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The ballots of one poll while its log is read: one for each voter, the last one counts. */
export interface PollBox {
  readonly add: (event: BallotEvent) => void
  readonly profile: () => Profile
  /** What the voters whose ballots are in the box declared. */
  readonly attributes: () => AttributeCounts
}

type Declared = Readonly<Record<string, string>>

/** Voters who declared the same. */
interface Alike {
  readonly declared: Declared
  voters: number
}

const countsOf = (groups: Iterable<Alike>): AttributeCounts => {
  const attributes = new Map<string, Map<string, number>>()
  for (const { declared, voters } of groups) {
    if (voters === 0) continue
    for (const [name, value] of Object.entries(declared)) {
      const counts = attributes.get(name) ?? new Map<string, number>()
      attributes.set(name, counts.set(value, (counts.get(value) ?? 0) + voters))
    }
  }
  return attributes
}

/**
 * An empty box. Equal ballots and equal declarations are kept once: memory is one small entry for each voter, and one
 * ballot for each distinct one.
 *
 * Cost: two look-ups and one `JSON.stringify` of ballot and attributes for each event.
 */
export const pollBox = (): PollBox => {
  const builder = profileBuilder()
  const alike = new Map<string, Alike>()
  const byVoter = new Map<string, { ballot: Ballot; readonly group: Alike }>()

  const groupOf = (declared: Declared): Alike => {
    const key = JSON.stringify(declared)
    const known = alike.get(key)
    if (known !== undefined) return known
    const group = { declared, voters: 0 }
    alike.set(key, group)
    return group
  }
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
          return putIn(event.voterKey, event.ballot, groupOf(event.attributes))
        case 'BallotReplaced':
          return putIn(event.voterKey, event.ballot, byVoter.get(event.voterKey)?.group ?? groupOf({}))
        case 'BallotWithdrawn':
          return takeOut(event.voterKey)
      }
    },
    profile: builder.build,
    attributes: () => countsOf(alike.values()),
  }
}

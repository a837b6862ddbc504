import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import type { BallotEvent } from '@isegoria/voting'
import { pollBox } from './poll-box.ts'

const ballot = fc.subarray(['a', 'b', 'c']).map((approved): Ballot => ({ type: 'approval', approved }))
const common = { pollId: 'p', rulesHash: 'h' }
const event = fc.oneof(
  fc
    .record({ voterKey: fc.constantFrom('u', 'v', 'w', 'x'), ballot, district: fc.constantFrom('north', 'south') })
    .map(({ voterKey, ballot: given, district }): BallotEvent => ({
      type: 'BallotCast',
      ...common,
      voterKey,
      ballot: given,
      channel: 'internet',
      attributes: { district },
    })),
  fc
    .record({ voterKey: fc.constantFrom('u', 'v', 'w', 'x'), ballot })
    .map(({ voterKey, ballot: given }): BallotEvent => ({ type: 'BallotReplaced', ...common, voterKey, ballot: given })),
  fc.constantFrom('u', 'v', 'w', 'x').map((voterKey): BallotEvent => ({ type: 'BallotWithdrawn', pollId: 'p', voterKey })),
)

/** The obvious twin: one map from voter to what counts. */
const byVoter = (events: ReadonlyArray<BallotEvent>): ReadonlyMap<string, { readonly ballot: Ballot; readonly district: string | undefined }> => {
  const entries = new Map<string, { readonly ballot: Ballot; readonly district: string | undefined }>()
  for (const one of events) {
    if (one.type === 'BallotWithdrawn') entries.delete(one.voterKey)
    else
      entries.set(one.voterKey, {
        ballot: one.ballot,
        district: one.type === 'BallotCast' ? one.attributes['district'] : entries.get(one.voterKey)?.district,
      })
  }
  return entries
}

describe('the box of a poll', () => {
  it('counts the last ballot of each voter who did not withdraw it, and what those voters declared', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const box = pollBox()
        for (const one of events) box.add(one)
        const entries = [...byVoter(events).values()]
        expect(box.profile()).toStrictEqual(profileOf(entries.map((entry) => entry.ballot)))
        const counts = box.attributes().get('district') ?? new Map()
        for (const name of ['north', 'south']) expect(counts.get(name) ?? 0).toBe(entries.filter(({ district }) => district === name).length)
      }),
    )
  })
})

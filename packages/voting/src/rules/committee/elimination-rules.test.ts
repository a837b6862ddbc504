import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import { add, compare, ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { electionOf } from '@isegoria/testing'
import { ePluribusHugo } from './elimination-rules.ts'
import { greedyMonroe } from './monroe-rules.ts'
import { subsetsOf } from './optimal.oracle.ts'
import { anySmallElection, asText, committeesBy } from './small-committees.fixture.ts'
import type { SmallElection } from './small-committees.fixture.ts'

/** Round after round as one reads the rule, voter by voter. */
const byElimination = ({ options, voters, seats }: SmallElection): ReadonlyArray<ReadonlyArray<string>> => {
  const votesOf = (id: string): number => voters.filter((approved) => approved.includes(id)).length
  let left = options
  while (left.length > seats) {
    const pointsOf = (id: string): Ratio =>
      voters
        .filter((approved) => approved.includes(id))
        .map((approved) => ratio(1n, BigInt(approved.filter((one) => left.includes(one)).length)))
        .reduce(add, zero)
    const cutoff = left.map(pointsOf).toSorted(compare)[Math.min(1, left.length - 1)] ?? zero
    const low = left.filter((id) => compare(pointsOf(id), cutoff) <= 0)
    const out = low.filter((id) => votesOf(id) === Math.min(...low.map(votesOf)))
    const surplus = left.length - seats
    const before = left
    if (out.length > surplus) return subsetsOf(out, surplus).map((gone) => before.filter((id) => !gone.includes(id)))
    left = left.filter((id) => !out.includes(id))
  }
  return [left]
}

describe('E Pluribus Hugo', () => {
  it('gives every committee that is left in the end', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        const found = committeesBy(ePluribusHugo, small.election, { resolute: 'false' })
        expect(asText(small.options, found)).toStrictEqual(asText(small.options, byElimination(small)))
      }),
    )
  })
})

/** Voters in the order of their ballots; the first of the supporters are served first. */
const byServing = ({ options, voters, seats }: SmallElection): ReadonlyArray<string> => {
  const placesOf = (approved: ReadonlyArray<string>): ReadonlyArray<number> => options.flatMap((id, place) => (approved.includes(id) ? [place] : []))
  const compareBallots = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): number => {
    const place = left.findIndex((one, at) => one !== right[at])
    return place === -1 ? left.length - right.length : (left[place] ?? 0) - (right[place] ?? -1)
  }
  let waiting = voters.map(placesOf).toSorted(compareBallots)
  const elected: Array<number> = []
  while (elected.length < seats) {
    const votes = options.map((_, option) => (elected.includes(option) ? -1 : waiting.filter((own) => own.includes(option)).length))
    const option = votes.indexOf(Math.max(...votes))
    const share = Math.floor(voters.length / seats) + (elected.length < voters.length % seats ? 1 : 0)
    const served = new Set(waiting.filter((own) => own.includes(option)).slice(0, share))
    waiting = waiting.filter((own) => !served.has(own))
    elected.push(option)
  }
  return elected.map((option) => options[option] ?? '')
}

describe('greedy Monroe', () => {
  it('serves voter after voter', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        expect(committeesBy(greedyMonroe, small.election, {})).toStrictEqual([byServing(small)])
      }),
    )
  })
  it('serves, and elects of level options, in the order of the chain', () => {
    fc.assert(
      fc.property(anySmallElection, (small) => {
        const lot = small.options.toReversed()
        expect(committeesBy(greedyMonroe, { ...small.election, lot }, { ties: 'lot' })).toStrictEqual([byServing({ ...small, options: lot })])
      }),
    )
  })
  it('tells how many supporters are left to others', () => {
    const outcome = applyRule(greedyMonroe, electionOf('options: a b; seats: 2; 3: {a}; 1: {b}'), {})
    expect(E.isRight(outcome) && outcome.right.rounds.map(({ figures }) => figures)).toStrictEqual([
      { supporters: '3', served: '2' },
      { supporters: '1', served: '1' },
    ])
  })
})

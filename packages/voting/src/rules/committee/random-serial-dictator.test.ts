import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, marked } from '@isegoria/election'
import type { CommitteeOutcome, Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { electionOf, elections } from '@isegoria/testing'
import { drawnBallots } from '../../tally/drawn-ballots.ts'
import { randomSerialDictator } from './random-serial-dictator.ts'

const count = (election: Election, seed = 'seed'): CommitteeOutcome => {
  const outcome = applyRule(randomSerialDictator, { ...election, seed }, {})
  if (E.isLeft(outcome) || outcome.right.type !== 'committee') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

const choices = (ids: ReadonlyArray<string>, seats: number): ReadonlyArray<ReadonlyArray<string>> => {
  if (seats === 0) return [[]]
  return ids.flatMap((id, place) => choices(ids.slice(place + 1), seats - 1).map((rest) => [id, ...rest]))
}

/** Every committee, kept or not by each voter in the order drawn; of those that are left the first in the given order. */
const byCommittees = ({ options, profile, seats = 0 }: Election, seed: string): ReadonlyArray<string> => {
  const ids = options.map(({ id }) => id)
  const draws = drawnBallots('random-serial-dictator', profile, seed)
  let kept = choices(ids, seats)
  for (const number of E.isRight(draws) ? draws.right : []) {
    const ballot = profile.ballots[number]?.ballot
    const approved = ballot === undefined ? [] : marked(ballot)
    const counts = kept.map((committee) => committee.filter((id) => approved.includes(id)).length)
    kept = kept.filter((_, place) => counts[place] === Math.max(...counts))
  }
  return kept[0] ?? []
}

describe('random serial dictator', () => {
  it('keeps of all committees those that each voter in turn likes best', () => {
    fc.assert(
      fc.property(elections(randomSerialDictator), fc.string(), (election, seed) => {
        const given = election.options.map(({ id }) => id)
        const [committee = []] = count(election, seed).committees
        expect(given.filter((id) => committee.includes(id))).toStrictEqual(byCommittees(election, seed))
      }),
      { numRuns: 200 },
    )
  })
  it('tells who decided what', () => {
    const { committees, ties, rounds } = count(electionOf('options: a b c d; seats: 2; 2: {b, c, d}'))
    expect(committees).toStrictEqual([['b', 'c']])
    expect(rounds).toStrictEqual([
      { round: 1, option: 'a', decision: 'excluded', figures: { draw: '1', ballot: '1' } },
      { round: 3, option: 'b', decision: 'elected', figures: { undecided: '3' } },
      { round: 4, option: 'c', decision: 'elected', figures: { undecided: '2' } },
    ])
    expect(ties).toStrictEqual([
      { round: 3, tied: ['b', 'c', 'd'], chosen: 'b', by: 'given-order' },
      { round: 4, tied: ['c', 'd'], chosen: 'c', by: 'given-order' },
    ])
  })
  it.each([
    ['without ballots', 'options: b a; seats: 1', [['b']]],
    ['without seats', 'options: b a; seats: 0; 1: {a}', [[]]],
    ['of blank ballots', 'options: b a; seats: 2; 1: {}; 1: choose', [['b', 'a']]],
    ['of one option', 'options: a; seats: 1; 1: {a}', [['a']]],
  ])('fills every seat of an election %s', (_, text, committees) => {
    expect(count(electionOf(text)).committees).toStrictEqual(committees)
  })
  it('needs a seed', () => {
    const outcome = applyRule(randomSerialDictator, electionOf('seats: 1; 1: {a}'), {})
    expect(outcome).toStrictEqual(E.left({ type: 'LotNotDrawn', rule: 'random-serial-dictator' }))
  })
  it('gives a single seat with a chance equal to the share of the votes', () => {
    const election = electionOf('seats: 1; 75: choose a; 25: choose b')
    let wins = 0
    for (let seed = 0; seed < 2000; seed++) if (count(election, `seed ${seed}`).committees[0]?.[0] === 'a') wins++
    // Four standard deviations or more.
    expect(Math.abs(wins - 1500)).toBeLessThan(80)
  })
})

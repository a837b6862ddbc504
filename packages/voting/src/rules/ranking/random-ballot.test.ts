import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, merge, profileBuilder } from '@isegoria/election'
import type { Election, RankingOutcome } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { electionOf, elections } from '@isegoria/testing'
import { drawnBallots } from '../../tally/drawn-ballots.ts'
import { randomBallot } from './random-ballot.ts'

const count = (election: Election, seed = 'seed'): RankingOutcome => {
  const outcome = applyRule(randomBallot, { ...election, seed }, {})
  if (E.isLeft(outcome) || outcome.right.type !== 'ranking') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

/** The places of an option on all ballots drawn, one after the other. */
const byAllDraws = (election: Election, seed: string): ReadonlyArray<ReadonlyArray<string>> => {
  const draws = drawnBallots('random-ballot', election.profile, seed)
  const numbers = E.isRight(draws) ? [...draws.right] : []
  const keyOf = (id: string): string =>
    numbers
      .map((number) => {
        const ballot = election.profile.ballots[number]?.ballot
        if (ballot === undefined) return 9
        const tiers = ballot.type === 'weak-order' ? ballot.tiers : ballot.type === 'ordinal' ? ballot.ranking.map((one) => [one]) : undefined
        const named = ballot.type === 'approval' ? ballot.approved : ballot.type === 'choose-one' ? [ballot.choice] : []
        const place = (tiers ?? [named]).findIndex((tier) => tier.includes(id))
        return place === -1 ? 9 : place
      })
      .join('')
  const keys = [...new Set(election.options.map(({ id }) => keyOf(id)))].toSorted()
  return keys.map((key) => election.options.map(({ id }) => id).filter((id) => keyOf(id) === key))
}

describe('random ballot', () => {
  it('ranks by each drawn ballot what those before it leave level', () => {
    fc.assert(
      fc.property(elections(randomBallot), fc.string(), (election, seed) => {
        expect(count(election, seed).ranking).toStrictEqual(byAllDraws(election, seed))
      }),
    )
  })
  it('tells what each ballot changed', () => {
    const { ranking, rounds } = count(electionOf('options: a b c; 2: choose b'))
    expect(ranking).toStrictEqual([['b'], ['a', 'c']])
    expect(rounds).toStrictEqual([
      { round: 1, option: 'b', decision: 'raised', figures: { draw: '1', ballot: '1' } },
      { round: 3, option: 'b', decision: 'ranked', figures: { place: '1', draws: '2' } },
      { round: 3, option: 'a', decision: 'ranked', figures: { place: '2', draws: '2' } },
      { round: 3, option: 'c', decision: 'ranked', figures: { place: '2', draws: '2' } },
    ])
  })
  it.each([
    ['no ballots', 'options: b a', [['b', 'a']]],
    ['one option', 'options: a; 1: a', [['a']]],
    ['blank ballots', 'options: b a; 2: rank; 1: {}; 1: choose', [['b', 'a']]],
  ])('leaves level what it cannot separate: %s', (_, text, ranking) => {
    expect(count(electionOf(text)).ranking).toStrictEqual(ranking)
  })
  it('needs a seed', () => {
    expect(applyRule(randomBallot, electionOf('1: a'), {})).toStrictEqual(E.left({ type: 'LotNotDrawn', rule: 'random-ballot' }))
  })
  it('gives the same whatever the order of the ballots', () => {
    const [one, other] = [electionOf('1: a > b > c; 2: c > b; 1: b'), electionOf('3: a > c; 1: b > a')]
    const [left, right] = [merge(one.profile, other.profile), merge(other.profile, one.profile)]
    expect(count({ ...one, profile: left })).toStrictEqual(count({ ...one, profile: right }))
  })
  it('elects with a chance equal to the share of the votes', () => {
    const election = electionOf('60: a > b > c; 30: b > c > a; 10: c > a > b')
    const wins = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++) {
      const [winner = ''] = count(election, `seed ${seed}`).winners
      wins.set(winner, (wins.get(winner) ?? 0) + 1)
    }
    // Four standard deviations or more.
    expect(Math.abs((wins.get('a') ?? 0) - 1200)).toBeLessThan(90)
    expect(Math.abs((wins.get('b') ?? 0) - 600)).toBeLessThan(90)
    expect(Math.abs((wins.get('c') ?? 0) - 200)).toBeLessThan(60)
  })
  it('draws from many voters without looking at them one by one', () => {
    const builder = profileBuilder()
    builder.add({ type: 'ordinal', ranking: ['a', 'b'] }, 3_000_000_000)
    builder.add({ type: 'approval', approved: [] }, 1_000_000_000)
    expect(count({ ...electionOf('options: b a'), profile: builder.build() }).ranking).toStrictEqual([['a'], ['b']])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, electionHash, merge, profileOf } from '@isegoria/election'
import type { AllocationOutcome, Ballot, Election, Rule } from '@isegoria/election'
import { compare, parseMoney, ratio, tenTo } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { equalShares, greedy, welfareMaximum } from './index.ts'
import { smallElection } from './small-election.fixture.ts'

const allocate = (rule: Rule, election: Election, parameters: Readonly<Record<string, string>>): AllocationOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

const withoutAdd1 = [
  ['greedy by cost', greedy, { satisfaction: 'cost' }],
  ['greedy by cardinality', greedy, { satisfaction: 'cardinality' }],
  ['greedy by points', greedy, { satisfaction: 'score', dialect: 'greedy-no-skip' }],
  ['greedy by points per cost', greedy, { satisfaction: 'additive' }],
  ['greedy by Borda', greedy, { satisfaction: 'borda' }],
  ['greedy by effort', greedy, { satisfaction: 'effort' }],
  ['greedy by relative cardinality', greedy, { satisfaction: 'relative-cardinality' }],
  ['greedy by Chamberlin and Courant', greedy, { satisfaction: 'chamberlin-courant' }],
  ['the welfare maximum by cost', welfareMaximum, { satisfaction: 'cost' }],
  ['the welfare maximum by cardinality', welfareMaximum, { satisfaction: 'cardinality' }],
  ['the welfare maximum by points', welfareMaximum, { satisfaction: 'additive' }],
  ['the welfare maximum by effort', welfareMaximum, { satisfaction: 'effort' }],
  ['Equal Shares by cost', equalShares, { utility: 'cost' }],
  ['Equal Shares by cardinality', equalShares, { utility: 'cardinality' }],
  ['Equal Shares with greedy', equalShares, { utility: 'cost', completion: 'greedy' }],
] as const
const all = [
  ...withoutAdd1,
  ['Equal Shares with add1 until it would overspend', equalShares, { completion: 'add1', start: 'exact', stop: 'overspend' }],
  ['Equal Shares with add1 until nothing more fits', equalShares, { completion: 'add1', start: 'floor', stop: 'exhaustive' }],
] as const

/** The same ballot in other words: other names for the options. */
const renamed = (ballot: Ballot, name: (id: string) => string): Ballot => {
  switch (ballot.type) {
    case 'approval':
      return { ...ballot, approved: ballot.approved.map(name) }
    case 'choose-one':
      return { ...ballot, choice: ballot.choice === null ? null : name(ballot.choice) }
    case 'ordinal':
      return { ...ballot, ranking: ballot.ranking.map(name) }
    case 'weak-order':
      return { ...ballot, tiers: ballot.tiers.map((tier) => tier.map(name)) }
    case 'cumulative':
      return { ...ballot, points: ballot.points.map(([id, points]) => [name(id), points]) }
    case 'score':
      return { ...ballot, scores: ballot.scores.map(([id, score]) => [name(id), score]) }
  }
}

describe.each(all)('%s', (_, rule, parameters) => {
  it('never spends more than the budget', () => {
    fc.assert(
      fc.property(smallElection(12n), ({ election }) => {
        const { cost, selected } = allocate(rule, election, parameters)
        const costs = new Map(election.options.map((option) => [option.id, option.cost]))
        const spent = selected.reduce((sum, id) => sum + (costs.get(id) ?? 0n), 0n)
        const stated = parseMoney(cost)
        expect(stated).toBeDefined()
        if (stated !== undefined) expect(compare(ratio(stated.minor, tenTo(stated.decimals)), ratio(spent, tenTo(election.decimals)))).toBe(0)
        expect(spent <= (election.budget ?? 0n)).toBe(true)
        expect(new Set(selected).size).toBe(selected.length)
      }),
    )
  })
  it('does not care who voted when, nor in which order the options stand', () => {
    fc.assert(
      fc.property(smallElection(12n), fc.nat(99), ({ election, ballots }, turn) => {
        const place = turn % Math.max(ballots.length, 1)
        const turned = [...ballots.slice(place), ...ballots.slice(0, place)].toReversed()
        const other: Election = { ...election, options: election.options.toReversed(), profile: profileOf(turned) }
        expect(allocate(rule, other, parameters)).toStrictEqual(allocate(rule, election, parameters))
      }),
    )
  })
  it('gives the same for ballots counted in parts and all at once', () => {
    fc.assert(
      fc.property(smallElection(12n), fc.nat(7), ({ election, ballots }, cut) => {
        const profile = merge(profileOf(ballots.slice(cut)), profileOf(ballots.slice(0, cut)))
        const merged = { ...election, profile }
        expect(electionHash(merged)).toBe(electionHash(election))
        expect(allocate(rule, merged, parameters)).toStrictEqual(allocate(rule, election, parameters))
      }),
    )
  })
  it('does not care what options are called, but to break ties', () => {
    let compared = 0
    fc.assert(
      fc.property(smallElection(12n), ({ election, ballots }) => {
        const before = allocate(rule, election, parameters)
        const backwards = new Map(election.options.map(({ id }, place) => [id, `${9 - place}`]))
        const name = (id: string): string => backwards.get(id) ?? id
        const options = election.options.map(({ id, cost }) => ({ id: name(id), cost }))
        const after = allocate(rule, { ...election, options, profile: profileOf(ballots.map((ballot) => renamed(ballot, name))) }, parameters)
        if (before.ties.length > 0) return
        compared++
        expect(new Set(after.selected)).toStrictEqual(new Set(before.selected.map(name)))
      }),
    )
    expect(compared).toBeGreaterThan(10)
  })
})

describe.each(withoutAdd1)('%s', (_, rule, parameters) => {
  it('does not care about the unit of money', () => {
    fc.assert(
      fc.property(smallElection(), fc.bigInt({ min: 2n, max: 10n ** 30n }), ({ election }, factor) => {
        const options = election.options.map((option) => ({ ...option, cost: option.cost * factor }))
        const dearer = { ...election, options, budget: (election.budget ?? 0n) * factor }
        expect(allocate(rule, dearer, parameters).selected).toStrictEqual(allocate(rule, election, parameters).selected)
      }),
    )
  })
  it('chooses the same when everybody votes twice', () => {
    fc.assert(
      fc.property(smallElection(), ({ election }) => {
        const twice = { ...election, profile: merge(election.profile, election.profile) }
        expect(allocate(rule, twice, parameters).selected).toStrictEqual(allocate(rule, election, parameters).selected)
      }),
    )
  })
})

describe('Equal Shares', () => {
  it('leaves no group without what it could buy with its own share and agrees on', () => {
    fc.assert(
      fc.property(smallElection(), fc.constantFrom('cost', 'cardinality'), ({ election, naive }, utility) => {
        const selected = new Set(allocate(equalShares, election, { utility }).selected)
        const voters = BigInt(naive.voters.length)
        for (const { id, cost } of naive.projects) {
          const group = naive.voters.filter((supported) => supported.has(id))
          const canPay = group.length > 0 && cost * voters <= naive.budget * BigInt(group.length)
          if (canPay) expect(group.some((supported) => [...supported].some((project) => selected.has(project)))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

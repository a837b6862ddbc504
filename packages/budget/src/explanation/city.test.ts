import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { marked } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { compare, formatRatio, ratio } from '@isegoria/exact'
import { pabulibElection, readPabulib } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { breachOfEjrPlus } from '../checks/extended-plus.ts'
import { faultOfPrices } from '../checks/fault-of-prices.ts'
import { breachOfJr } from '../checks/justified-representation.ts'
import { equalShares } from '../equal-shares/equal-shares.ts'
import { allocated } from './asked.fixture.ts'
import { effectiveSupport } from './effective-support.ts'
import { moneyByGroup } from './money-by-group.ts'
import { pricesPaid } from './prices-paid.ts'
import { replayOf } from './replay.ts'
import { shareOf } from './share-of.ts'
import { votersWho } from './voter-group.ts'

const data = process.env['ISEGORIA_DATA']

const cityOf = (name: string): Election => {
  const read = readPabulib(readFileSync(join(data ?? '', 'pabulib', name)), name)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return pabulibElection(read.right)
}

describe.skipIf(data === undefined)('an outcome of a city of 90,494 voters', () => {
  const election = data === undefined ? undefined : cityOf('Poland_Lodz_2022.pb')
  const outcome = election && allocated(equalShares, {}, election)
  it('is explained with exact prices, which the rule tells too', () => {
    if (election === undefined || outcome === undefined) return
    const replay = replayOf(election, outcome)
    expect(replay?.purchases.length).toBe(outcome.selected.length)
    for (const { price, round } of replay?.purchases ?? []) {
      const told = outcome.rounds[round - 1]?.figures['price'] ?? ''
      if (told.includes('…')) expect(Number(price.numerator) / Number(price.denominator)).toBeCloseTo(Number.parseFloat(told), 9)
      else expect(told).toBe(formatRatio(price))
    }
    const prices = pricesPaid(election, outcome)
    expect(prices && faultOfPrices(election, outcome.selected, prices)).toBeUndefined()
  })
  it('tells how strongly each project is supported in each round', () => {
    if (election === undefined || outcome === undefined) return
    const rounds = effectiveSupport(election, outcome, { options: outcome.selected }) ?? []
    expect(rounds.map(({ bought }) => bought)).toStrictEqual([...outcome.selected, undefined])
    for (const { bought, projects } of rounds) {
      const best = projects.find(({ option }) => option === bought)
      for (const { support } of projects) if (best !== undefined) expect(compare(support, best.support)).toBeLessThanOrEqual(0)
    }
  })
  it('shares out its money among groups of voters', () => {
    if (election === undefined || outcome === undefined) return
    const [first = ''] = outcome.selected
    const groups = [true, false].map((isIn) => votersWho(`${isIn}`, election, (ballot) => marked(ballot).includes(first) === isIn))
    const [project] = moneyByGroup(election, outcome, groups)
    expect(project?.amounts).toStrictEqual([ratio(project?.cost ?? 0n), ratio(0n)])
    expect(groups.reduce((sum, group) => sum + shareOf(election, outcome, group).voters, 0)).toBe(90_494)
  })
  it('represents every group that the polynomial checks look at', () => {
    if (election === undefined || outcome === undefined) return
    expect(breachOfJr(election, outcome.selected)).toBeUndefined()
    expect(breachOfEjrPlus(election, outcome.selected, 'cost', 'any')).toBeUndefined()
    expect(breachOfEjrPlus(election, outcome.selected, 'cost', 'one')).toBeUndefined()
    expect(breachOfJr(election, [])).toBeDefined()
    expect(breachOfEjrPlus(election, [], 'cardinality', 'any')).toBeDefined()
  })
})

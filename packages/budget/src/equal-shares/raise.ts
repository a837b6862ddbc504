import { add, compare, floor, ratio, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../allocation/pot.ts'
import { buy } from './buy.ts'
import type { Run } from './run.ts'
import type { Market } from './market.ts'

/** What everybody has at first: the budget shared exactly, or rounded down to whole units of money. */
export const startOf = ({ budget, voters, decimals }: Pot, start: 'exact' | 'floor'): Ratio => {
  if (voters === 0) return ratio(0n)
  const unit = tenTo(decimals)
  return start === 'floor' ? ratio(floor(ratio(budget, BigInt(voters) * unit)) * unit) : ratio(budget, BigInt(voters))
}

const costOf = ({ costs }: Pot | Market, { purchases }: Run): bigint => purchases.reduce((sum, { project }) => sum + (costs[project] ?? 0n), 0n)

/** Whether no project that has supporters and may be funded fits into what is left. */
export const isExhaustive = (pot: Pot, market: Market, run: Run): boolean => {
  const limits = pot.limits()
  const bought = new Set(run.purchases.map(({ project }) => project))
  for (const project of bought) limits.take(project)
  const left = pot.budget - costOf(pot, run)
  const isOpen = (project: number): boolean => !bought.has(project) && (pot.supporters[project] ?? 0) > 0 && limits.admits(project)
  return market.projects.every((project) => !isOpen(project) || (pot.costs[project] ?? 0n) > left)
}

const isSame = ({ purchases: left }: Run, { purchases: right }: Run): boolean =>
  left.length === right.length && left.every(({ project }, place) => project === right[place]?.project)

/** As many runs end in minutes on elections of any size that is known; the most that one of them took is some hundreds. */
export const mostRuns = 30_000

/**
 * Equal Shares with everybody's purse raised by one unit of money again and again: the last run that does not overspend
 * the pot, or, with `isStop`, the first that it holds of.
 *
 * Most raises change nothing, and are jumped over: two runs that buy the same in the same order, the prices of the one below
 * all rivals' of the other, prove that every purse between them buys the same (`buy`). A jump that is proven is doubled, one
 * that is not is halved, down to single units; so that the number of runs follows from how often the outcome changes and not
 * from how many units a purse holds. Ends at the latest when each voter could pay for everything; `undefined` where
 * that takes more than `mostRuns`.
 */
export const raise = (pot: Pot, market: Market, start: Ratio, isStop: (run: Run) => boolean): Run | undefined => {
  const unit = tenTo(pot.decimals)
  const everything = market.projects.reduce((sum, project) => sum + (pot.costs[project] ?? 0n), 0n)
  /** Rivals that keep jumps from being proven, until the outcome changes. */
  let close = new Set<number>()
  let run = buy(market, start, pot.voters)
  let jump = 1n
  /** Proofs that are wanted before a jump is doubled: more after each that failed. */
  let [wanted, proofs, failures, runs] = [1, 0, 0, 1]
  while (!isStop(run) && compare(run.endowment, ratio(everything)) <= 0) {
    if (++runs > mostRuns) return undefined
    // A jump that fails now and then costs less than to look at every rival.
    const isStuck = failures > 1
    const next = buy(market, add(run.endowment, ratio(jump * unit)), pot.voters, run, jump > 1n, isStuck ? close : new Set(close))
    const isProven = isSame(run, next) && (jump === 1n || next.isSteady)
    if (!isProven && jump > 1n) {
      jump /= 2n
      failures++
      ;[wanted, proofs] = [Math.min(2 * wanted, 16), 0]
      continue
    }
    if (costOf(pot, next) > pot.budget) return run
    run = next
    if (!isProven) [close, failures, proofs] = [new Set(), 0, 0]
    else if (++proofs >= wanted) {
      if (jump > 1n) wanted = 1
      jump *= 2n
      proofs = 0
    }
  }
  return run
}

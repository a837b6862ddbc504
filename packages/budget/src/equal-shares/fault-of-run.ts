import type { Market } from './market.ts'
import type { Run } from './run.ts'
import { toFloat } from './fixed-point.ts'

/** The group that has least left, as floats tell, of those who never gave all they had; -1 where there is none. */
const poorestOf = ({ support }: Market, { history, purchases, endowment }: Run, isPoor: Uint8Array): number => {
  const prices = Float64Array.from(purchases, (_, purchase) => toFloat(history.priceOf(purchase)))
  const all = toFloat(endowment)
  let [poorest, least] = [-1, Infinity]
  for (let group = 0; group < support.groups; group++) {
    if (isPoor[group] === 1) continue
    let left = all
    for (let place = support.ballotStarts[group] ?? 0; place < (support.ballotStarts[group + 1] ?? 0); place++) {
      const purchase = history.boughtAt[support.ballotProjects[place] ?? 0] ?? -1
      if (purchase >= 0) left -= (prices[purchase] ?? 0) * (support.ballotGains[place] ?? 1)
    }
    if (left < least) [poorest, least] = [group, left]
  }
  return poorest
}

/**
 * What of that which must hold of every run does not hold of this one, in words: what voters have left is what they had
 * without what was bought, in exact fractions, and the poorest of them has nothing less than nothing. Only supporters pay:
 * that is how what they have left is worked out.
 *
 * Cost: one look at the marks of all ballots.
 */
export const faultOfRun = (market: Market, run: Run): string | undefined => {
  const { support, costs } = market
  const { history, endowment, purchases } = run
  const isPoor = new Uint8Array(support.groups)
  for (let purchase = 0; purchase < history.length; purchase++) for (const group of history.poorOf(purchase)) isPoor[group] = 1
  const rich = history.noPayers()
  let voters = 0
  for (let group = 0; group < support.groups; group++) {
    voters += support.weights[group] ?? 0
    if (isPoor[group] === 0) history.addGroup(rich, group)
  }
  const spent = purchases.reduce((sum, { project }) => sum + (costs[project] ?? 0n), 0n)
  const owed = BigInt(voters) * endowment.numerator - spent * endowment.denominator
  if (history.leftOf(rich) * endowment.denominator !== owed * history.denominator()) return 'voters do not pay what was bought'
  const poorest = poorestOf(market, run, isPoor)
  if (poorest < 0) return undefined
  const alone = history.noPayers()
  history.addGroup(alone, poorest)
  return history.leftOf(alone) < 0n ? 'a voter pays more than there is in the purse' : undefined
}

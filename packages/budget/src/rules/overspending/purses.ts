import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../../allocation/pot.ts'
import { nothingOf } from './holding.ts'
import type { Holding } from './holding.ts'
import { toFloat } from './to-float.ts'

/** The account of who has nothing left. */
const gone = -1

/**
 * What voters have left, as floats and exactly. Floats are parts of the budget. Groups that paid for the same have the same
 * left, and one account. Groups that have nothing left are gone.
 */
export interface Purses {
  /** By account. */
  readonly left: ReadonlyArray<number>
  /** By group. */
  readonly accountOf: Int32Array
  readonly weights: Float64Array
  /** The most by which a purse may differ from its float. */
  readonly error: () => number
  /** The supporters of a project who have anything. */
  readonly supportersOf: (project: number) => Int32Array
  /** Their accounts, from the one with the least left on. */
  readonly accountsOf: (project: number) => AccountsOf
  /** Adds a group to a holding. */
  readonly add: (holding: Holding, group: number) => void
  /** What one of the group has. */
  readonly purseOf: (group: number) => Holding
  /** The supporters of a project pay `price`, known within `error`; all they have, where one group of their account `isBroke`. */
  readonly pay: (project: number, price: number, error: number, isBroke: (group: number) => boolean) => void
}

/** Lists that the next call overwrites. */
interface AccountsOf {
  /** Places, ascending. */
  readonly places: Int32Array
  /** By place: a float of the purse, how many supporters have it, and one group of them. */
  readonly purses: Float64Array
  readonly voters: Float64Array
  readonly groups: Int32Array
}

/** Relative errors of a handful of operations on floats, generously. */
export const rounding = 1e-14

/** Everybody with the endowment. Cost: each payment goes once through all accounts and through the supporters who pay. */
export const fullPurses = ({ support, budget }: Pot, endowment: Ratio): Purses => {
  const { groups, weights, supporters, starts, ballotStarts, ballotProjects, ids } = support
  const each = toFloat(endowment.numerator, endowment.denominator * budget)
  const [live, ends] = [supporters.slice(), starts.slice(1)]
  const accountOf = new Int32Array(groups)
  const boughtAt = new Int32Array(ids.length).fill(-1)
  const left = [each]
  const groupsIn = [groups]
  /** Accounts with groups in them, in the order of what these have left; and where in it each is. */
  let order = [0]
  const placeOf = [0]
  const byPlace = { purses: new Float64Array(groups + 1), voters: new Float64Array(groups + 1), groups: new Int32Array(groups + 1) }
  const room = new Int32Array(groups)
  let touched = room.subarray(0, 0)
  let [error, purchases] = [each * rounding, 0]

  const supportersOf = (project: number): Int32Array => {
    const start = starts[project] ?? 0
    let kept = start
    for (let place = start; place < (ends[project] ?? 0); place++) {
      const group = live[place] ?? 0
      live[kept] = group
      kept += Number((accountOf[group] ?? 0) >= 0)
    }
    ends[project] = kept
    return live.subarray(start, kept)
  }
  const add = (holding: Holding, group: number, voters = weights[group] ?? 0): void => {
    holding.voters += voters
    for (let place = ballotStarts[group] ?? 0; place < (ballotStarts[group + 1] ?? 0); place++) {
      const purchase = boughtAt[ballotProjects[place] ?? 0] ?? -1
      if (purchase >= 0) holding.payers[purchase] = (holding.payers[purchase] ?? 0) + voters
    }
  }
  const leftIn = (account: number | undefined): number => (account === undefined ? Infinity : (left[account] ?? 0))
  /** Those who paid are in the order that they were in before, and so are the others: the two are merged. */
  const reorder = (after: ReadonlyMap<number, number>): void => {
    const others = order.filter((account) => (groupsIn[account] ?? 0) > 0)
    const payers = order.flatMap((account) => {
      const next = after.get(account) ?? gone
      return next === gone ? [] : [next]
    })
    const count = payers.length + others.length
    order = []
    for (let [payer, other] = [0, 0]; order.length < count;) {
      const account = (leftIn(payers[payer]) <= leftIn(others[other]) ? payers[payer++] : others[other++]) ?? 0
      placeOf[account] = order.length
      byPlace.purses[order.length] = leftIn(account)
      order.push(account)
    }
  }
  byPlace.purses[0] = each
  return {
    left,
    error: () => error,
    accountOf,
    weights,
    supportersOf,
    accountsOf: (project) => {
      const { voters } = byPlace
      for (const place of touched) voters[place] = 0
      let count = 0
      for (const group of supportersOf(project)) {
        const place = placeOf[accountOf[group] ?? 0] ?? 0
        const before = voters[place] ?? 0
        room[count] = place
        count += Number(before === 0)
        voters[place] = before + (weights[group] ?? 0)
        byPlace.groups[place] = group
      }
      touched = room.subarray(0, count)
      return { places: touched.toSorted(), ...byPlace }
    },
    add,
    purseOf: (group) => {
      const holding = nothingOf(purchases)
      add(holding, group, 1)
      return holding
    },
    pay: (project, price, priceError, isBroke) => {
      for (const place of touched) byPlace.voters[place] = 0
      touched = room.subarray(0, 0)
      const after = new Map<number, number>()
      for (const group of supportersOf(project)) {
        const before = accountOf[group] ?? 0
        let account = after.get(before)
        if (account === undefined) {
          account = isBroke(group) ? gone : left.push((left[before] ?? 0) - price) - 1
          after.set(before, account)
        }
        accountOf[group] = account
        groupsIn[before] = (groupsIn[before] ?? 0) - 1
        if (account !== gone) groupsIn[account] = (groupsIn[account] ?? 0) + 1
      }
      boughtAt[project] = purchases++
      error += priceError + each * rounding
      reorder(after)
    },
  }
}

import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../../allocation/pot.ts'
import { nothingOf } from './holding.ts'
import type { Holding } from './holding.ts'
import { toFloat } from './to-float.ts'

/**
 * What voters have left, by group, as floats and exactly. Floats are parts of the budget. Groups that have nothing left
 * are gone.
 */
export interface Purses {
  readonly left: Float64Array
  /** The most by which a purse may differ from its float. */
  readonly error: () => number
  /** Groups that have the same left for certain have the same number. */
  readonly accountOf: Int32Array
  readonly weights: Float64Array
  /** Groups with anything left in the order of what they have. */
  readonly order: () => Int32Array
  readonly placeOf: Int32Array
  /** The supporters of a project who have anything, as places in that order, ascending; good until the next call. */
  readonly placesOf: (project: number) => Int32Array
  /** The same as groups, in no order. */
  readonly supportersOf: (project: number) => Int32Array
  /** Adds a group to a holding. */
  readonly add: (holding: Holding, group: number) => void
  /** What one of the group has. */
  readonly purseOf: (group: number) => Holding
  /** The supporters of a project pay `price`, known within `error`; all they have, where `isBroke`. */
  readonly pay: (project: number, price: number, error: number, isBroke: (group: number) => boolean) => void
}

/** Relative errors of a handful of operations on floats, generously. */
export const rounding = 1e-14

/** Everybody with the endowment. Cost: each payment goes once through all groups that have anything. */
export const fullPurses = ({ support, budget }: Pot, endowment: Ratio): Purses => {
  const { groups, weights, supporters, starts, ballotStarts, ballotProjects, ids } = support
  const each = toFloat(endowment.numerator, endowment.denominator * budget)
  const left = new Float64Array(groups).fill(each)
  const live = supporters.slice()
  const ends = starts.slice(1)
  const accountOf = new Int32Array(groups)
  const isGone = new Uint8Array(groups)
  const boughtAt = new Int32Array(ids.length).fill(-1)
  const placeOf = Int32Array.from({ length: groups }, (_, group) => group)
  const room = new Int32Array(groups)
  let order = placeOf.slice()
  let [error, purchases, accounts] = [each * rounding, 0, 1]

  const supportersOf = (project: number): Int32Array => {
    const start = starts[project] ?? 0
    let kept = start
    for (let place = start; place < (ends[project] ?? 0); place++) {
      const group = live[place] ?? 0
      live[kept] = group
      kept += 1 - (isGone[group] ?? 0)
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
  /** Those who paid are in the order that they were in, and so are the others: the two are merged. */
  const merge = (paid: Uint8Array): void => {
    const [payers, others] = [order.filter((group) => paid[group] === 1 && isGone[group] === 0), order.filter((group) => paid[group] === 0)]
    const next = new Int32Array(payers.length + others.length)
    let [payer, other] = [0, 0]
    for (let place = 0; place < next.length; place++) {
      const isPayer =
        other >= others.length || (payer < payers.length && (left[payers[payer] ?? 0] ?? 0) <= (left[others[other] ?? 0] ?? 0))
      const group = (isPayer ? payers[payer++] : others[other++]) ?? 0
      next[place] = group
      placeOf[group] = place
    }
    order = next
  }
  return {
    left,
    error: () => error,
    accountOf,
    weights,
    order: () => order,
    placeOf,
    supportersOf,
    placesOf: (project) => {
      const own = supportersOf(project)
      const places = room.subarray(0, own.length)
      for (let index = 0; index < own.length; index++) places[index] = placeOf[own[index] ?? 0] ?? 0
      return places.sort()
    },
    add,
    purseOf: (group) => {
      const holding = nothingOf(purchases)
      add(holding, group, 1)
      return holding
    },
    pay: (project, price, priceError, isBroke) => {
      const paying = supportersOf(project)
      const paid = new Uint8Array(groups)
      const after = new Map<number, number>()
      for (const group of paying) {
        paid[group] = 1
        if (isBroke(group)) {
          isGone[group] = 1
          continue
        }
        left[group] = (left[group] ?? 0) - price
        const before = accountOf[group] ?? 0
        const account = after.get(before) ?? accounts++
        after.set(before, account)
        accountOf[group] = account
      }
      boughtAt[project] = purchases++
      error += priceError + each * rounding
      merge(paid)
    },
  }
}

import type { Ratio } from '@isegoria/exact'
import { exactPrice } from './exact-offer.ts'
import type { ExactPrice } from './exact-offer.ts'
import { fixedPoint } from './fixed-point.ts'
import type { FixedPoint, Sum } from './fixed-point.ts'
import { historyOf } from './history.ts'
import type { History } from './history.ts'
import type { Market } from './market.ts'
import { fullPurses, lookerOf } from './scan.ts'
import type { Purses } from './scan.ts'

/** Relative errors of a handful of operations on floats, generously. */
export const rounding = 2 ** -48

/** As many looks tell every price; after that, exact fractions do. */
const mostLooks = 64

/**
 * What a look at a project tells of its price when purses have more in them; money in minor units.
 *
 * For any split of the supporters into poor and rich, F(x) ≤ (what the poor have) + (gain of the rich) · x − cost. If the poor
 * have more together, by d, the price is thus at least `least − d / gain`, and out of reach while d < `lack`.
 */
export interface Note {
  readonly project: number
  readonly least: number
  /** The voters who were poor and had anything. */
  readonly poor: number
  /** What the rich gain together. */
  readonly gain: number
  readonly lack: number
}

/** How far purses may be above what they were at the same moment of an earlier run. */
export interface Rise {
  /** At most how much more so many voters have together, in units; those who had nothing then too. */
  readonly of: (voters: number) => number
  /** The voters who have something left and had nothing. */
  readonly revived: number
}

/** Prices while purses empty. All prices are per unit of gain, those per worth are divided by what the project is worth. */
export interface Pricing {
  readonly history: History
  readonly purses: Purses
  readonly money: FixedPoint
  /** The most that a purse in whole units may differ from its exact value, and that with its fractions, in these. */
  error: number
  fineError: number
  /** The cost of a project. */
  readonly costOf: (project: number) => Sum
  /** Surely not above the price per worth, as far as it was worked out. */
  readonly bound: Float64Array
  /** Surely not below the price per worth, where it was worked out and `isPlain`. */
  readonly ceilingOf: (project: number) => number
  /**
   * Works out the price of a project with the purses as they are, no further than until its bound is above `limit`. False
   * where its supporters cannot pay. `guess`: where to look first, if anywhere.
   */
  readonly priceUp: (project: number, limit: number, guess?: number) => boolean
  /** The price is between bound and ceiling: no supporter stands so near it that floats cannot tell whether they are poor. */
  readonly isPlain: (project: number) => boolean
  /** What those who can pay the price gain together, where it is plain. */
  readonly gainOf: (project: number) => number
  /** Whether some supporters have less than the price. */
  readonly hasPoor: (project: number) => boolean
  /** Takes over what is known of a project's price from an earlier run. False where its supporters cannot pay. */
  readonly recall: (note: Note, rise: Rise) => boolean
  /** What was last found out about the price of a project, in minor units. */
  readonly noteOf: (project: number) => Note
  /** The exact price per gain, which then bounds from both sides. `undefined` where the supporters cannot pay. */
  readonly settle: (project: number) => ExactPrice | undefined
  /** Surely not above the price, and the price with how far it may be off; in units. */
  readonly least: Float64Array
  readonly price: Float64Array
  readonly off: Float64Array
}

/**
 * Prices by floats, each with a bound of its error.
 *
 * Purses are whole numbers of floats, at a scale at which every sum of them is exact (`fixedPoint`): nothing depends on an
 * order of terms. With at most E units between the float and the true purse of a voter who has anything left,
 * F(x) = Σ min(purse, gain · x) − cost, of which the price is the root, is off by at most voters · E + 1. F is concave, with a
 * slope of at least the gain R of the rich to the left of its root: the true price is not below the float's by more than
 * (voters · E + 1) / R. It is not above it by more either, where no supporter stands within that of the price. What lies nearer
 * is settled by exact fractions.
 */
export const pricingOf = (market: Market, endowment: Ratio, everybody: number, worn?: Purses): Pricing => {
  const { support, costs, worths, mostGain } = market
  const projects = costs.length
  const money = fixedPoint(endowment, everybody, mostGain)
  const purses = fullPurses(support, money.of(endowment), worn)
  const lookAt = lookerOf(support, purses)
  const history = historyOf(support, endowment)
  const state = { market, history, purses, money }
  const sums = costs.map((minor) => money.of({ numerator: minor, denominator: 1n }))
  const cost = Float64Array.from(sums, ({ units }) => units)
  const worth = Float64Array.from(worths, Number)
  const [least, price, off, bound] = [new Float64Array(projects), new Float64Array(projects), new Float64Array(projects), new Float64Array(projects)]
  const [plain, poor] = [new Uint8Array(projects), new Uint8Array(projects)]
  const gain = new Float64Array(projects)
  const notes = {
    least: new Float64Array(projects),
    poor: new Float64Array(projects),
    gain: new Float64Array(projects),
    lack: new Float64Array(projects),
  }

  const set = (project: number, at: number, error: number): void => {
    const surely = Math.max(least[project] ?? 0, at - error)
    price[project] = at
    off[project] = error
    least[project] = surely
    bound[project] = (surely / (worth[project] ?? 1)) * (1 - rounding)
  }
  const note = (project: number, from: number, poorVoters: number, richGain: number): void => {
    notes.lack[project] = 0
    if (from <= (notes.least[project] ?? 0)) return
    notes.least[project] = from
    notes.poor[project] = poorVoters
    notes.gain[project] = richGain
  }
  const settle = (project: number): ExactPrice | undefined => {
    const { richGain, poorVoters } = lookAt(project, price[project] ?? 0)
    if (plain[project] === 1 && poorVoters === 0) return { numerator: costs[project] ?? 0n, denominator: BigInt(richGain) }
    const exact = exactPrice(state, project, least[project] ?? 0, pricing.error)
    if (exact !== undefined) set(project, money.of(exact).units, 1)
    return exact
  }
  /** Whether the same supporters, so many, are poor at both prices. */
  const isClear = (project: number, voters: number, low: number, high: number): boolean =>
    lookAt(project, low).poorVoters === voters && lookAt(project, high).poorVoters === voters
  const priceUp = (project: number, limit: number, guess = 0): boolean => {
    const from = least[project] ?? 0
    let at = Math.max(from, guess === 0 && limit < Infinity ? limit * (worth[project] ?? 1) : guess)
    plain[project] = 0
    for (let looks = 0; looks < mostLooks; looks++) {
      const look = lookAt(project, at)
      const { poorVoters, poorMoney, richGain } = look
      const all = (poorVoters + look.richVoters) * pricing.error + 1
      const missing = (cost[project] ?? 0) - poorMoney
      poor[project] = poorVoters > 0 ? 1 : 0
      gain[project] = richGain
      if (richGain === 0) {
        if (missing > all) {
          notes.lack[project] = missing - all
          notes.poor[project] = poorVoters
          return false
        }
        if (at === from) break
        at = from
        continue
      }
      const next = missing / richGain
      const error = all / richGain + next * rounding
      note(project, next - error, poorVoters, richGain)
      set(project, next, error)
      if ((next - error) / (worth[project] ?? 1) > limit) return true
      const margin = error + pricing.error
      const [isLow, isHigh] = [at <= next - margin, at >= next + margin]
      if (!isLow && !isHigh) {
        if (!isClear(project, poorVoters, next - margin, next + margin)) break
        plain[project] = 1
        return true
      }
      at = isLow ? next + margin : next - margin
      if ((isHigh && poorVoters === 0) || lookAt(project, at).poorVoters === poorVoters) {
        plain[project] = 1
        return true
      }
    }
    return settle(project) !== undefined
  }
  const pricing: Pricing = {
    history,
    purses,
    money,
    error: 2,
    fineError: 1,
    costOf: (project) => sums[project] ?? { units: 0, fractions: 0 },
    bound,
    least,
    price,
    off,
    priceUp,
    recall: (known, { of, revived }) => {
      const { project } = known
      const more = of(known.poor) * (1 + rounding)
      const lack = known.lack * money.scale - more
      if (lack > 0) {
        notes.lack[project] = lack
        notes.poor[project] = known.poor + revived
        return false
      }
      if (known.gain === 0) return true
      const from = (known.least * money.scale - more / known.gain) * (1 - rounding)
      note(project, from, known.poor + revived, known.gain)
      if (from > (least[project] ?? 0)) set(project, from, 0)
      return true
    },
    noteOf: (project) => ({
      project,
      least: (notes.least[project] ?? 0) / money.scale,
      poor: notes.poor[project] ?? 0,
      gain: notes.gain[project] ?? 0,
      lack: (notes.lack[project] ?? 0) / money.scale,
    }),
    settle,
    isPlain: (project) => plain[project] === 1,
    gainOf: (project) => gain[project] ?? 0,
    hasPoor: (project) => poor[project] === 1,
    ceilingOf: (project) => (((price[project] ?? 0) + (off[project] ?? 0)) / (worth[project] ?? 1)) * (1 + rounding),
  }
  return pricing
}

import type { Ratio } from '@isegoria/exact'
import type { History } from './history.ts'
import type { Note } from './pricing.ts'
import type { Purses } from './scan.ts'

/** One purchase: what was bought, who else was level with it, and how many rivals were too near for floats. */
export interface Purchase {
  readonly project: number
  /** In the order that settles ties, the one bought first; only itself where nobody was level. */
  readonly tied: ReadonlyArray<number>
  /** Rivals, itself too, that were compared by exact fractions. */
  readonly settled: number
  /** Whether some supporters gave all they had, or had nothing left before. */
  readonly hasPoor: boolean
  /** Surely not below the price per worth, as a float in minor units. */
  readonly ceiling: number
  /** Surely not below the price per gain, as a float in minor units. */
  readonly most: number
  /** What those who paid it in full gained together. */
  readonly gain: number
}

/** What voters had left after the purchases that everybody could pay in full: the same purchases cost the same with more money. */
export interface Opening {
  readonly rounds: number
  readonly endowment: Ratio
  readonly scale: number
  readonly left: Float64Array
  readonly fractions: Float64Array
  readonly fineError: number
}

/** The purchases under one endowment. */
export interface Run {
  readonly endowment: Ratio
  readonly purchases: ReadonlyArray<Purchase>
  readonly history: History
  /** What was found out about prices before each purchase, and at last when there was none. */
  readonly notes: ReadonlyArray<ReadonlyArray<Note>>
  /** What voters had left before somebody was poor for the first time. */
  readonly opening: Opening | undefined
  /** Its purses, of which a later run makes its own. */
  readonly worn: Purses
  /** Before each purchase: projects whose price is known, with what those gain together who can pay it. */
  readonly roots: ReadonlyArray<ReadonlyMap<number, number>>
  /** Whether every endowment between that of the run it was held against and its own buys the same in the same order. */
  readonly isSteady: boolean
}

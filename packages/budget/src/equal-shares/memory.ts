import { subtract } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Purchase, Run } from './run.ts'
import type { Note, Pricing, Rise } from './pricing.ts'
import { toFloat } from './fixed-point.ts'

/** What is remembered of an earlier run with less money, while another one goes on. */
export interface Memory {
  /** What was found out before the same projects were bought; nothing where others were. */
  readonly notes: (round: number) => ReadonlyArray<Note>
  /** How far purses may be above what they were then. */
  readonly rise: () => Rise
  /** The next purchase of the earlier run that has not been made yet. */
  readonly next: () => Purchase | undefined
  /** A purchase of this run, after it was paid. */
  readonly bought: (project: number, least: number, pricing: Pricing) => void
}

export const noMemory: Memory = { notes: () => [], rise: () => ({ of: () => 0, revived: 0 }), next: () => undefined, bought: () => {} }

/**
 * The memory of a run, `scale` units to one of money.
 *
 * When the same projects have been bought, in whatever order, a voter has at most more, by the difference of the endowments
 * and what the projects that they support were dearer then: who had paid for all of them did so at those prices, and who had
 * nothing left would have had to pay more than they had. Of those who had something left, no more than had paid a project in
 * full gain by its being cheaper.
 */
export const memoryOf = (earlier: Run, endowment: Ratio, scale: number, mostGain: number): Memory => {
  const { purchases, history, notes } = earlier
  const known = new Map(purchases.map((purchase) => [purchase.project, purchase]))
  /** Projects that were bought in one of the runs so far and not in the other. */
  const apart = new Set<number>()
  const toggle = (project: number): void => {
    if (!apart.delete(project)) apart.add(project)
  }
  const here = new Set<number>()
  let each = toFloat(subtract(endowment, earlier.endowment)) * scale + 1
  /** What projects were dearer by, and what those who paid them in full gained together. */
  const drops: Array<number> = []
  const gains: Array<number> = []
  let [revived, revivedMoney] = [0, 0]
  const of = (voters: number): number => {
    const most = voters * mostGain
    let money = voters * each + revivedMoney
    for (let index = 0; index < drops.length; index++) money += (drops[index] ?? 0) * Math.min(most, gains[index] ?? 0)
    return money
  }
  let pointer = 0
  return {
    notes: (round) => (apart.size === 0 && here.size === round ? (notes[round] ?? []) : []),
    rise: () => ({ of, revived }),
    next: () => {
      while (pointer < purchases.length && here.has(purchases[pointer]?.project ?? -1)) pointer++
      return purchases[pointer]
    },
    bought: (project, least, { purses: { left, live }, error }) => {
      const other = purchases[here.size]
      here.add(project)
      toggle(project)
      if (other !== undefined) toggle(other.project)
      const { most, gain } = known.get(project) ?? { most: 0, gain: 0 }
      each += 1
      const drop = most * scale - least
      if (drop > 0) {
        drops.push(drop)
        gains.push(gain)
      }
      for (const group of history.poorOf(history.boughtAt[project] ?? -1)) {
        const voters = live[group] ?? 0
        revived += voters
        revivedMoney += voters * ((left[group] ?? 0) + error)
      }
    },
  }
}

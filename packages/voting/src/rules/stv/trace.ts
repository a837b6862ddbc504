import type { OptionId, Round, Tie, TieBreak } from '@isegoria/election'
import { fixedText } from './fixed-point.ts'

/** What a count of single transferable votes gives. */
export interface StvResult {
  /** Options in the order in which they were elected. */
  readonly elected: ReadonlyArray<number>
  readonly rounds: ReadonlyArray<Round>
  readonly ties: ReadonlyArray<Tie>
}

/** Writes down what a count decides. */
export interface Trace {
  /** Ends a stage; they count from 1. */
  readonly nextStage: () => void
  /** Tells of a decision, with the votes of those options that are still in the count. */
  readonly tell: (option: number, decision: string, figures: Readonly<Record<string, string>>, votes: ReadonlyArray<bigint>) => void
  /** Takes an option out of the tallies that follow. */
  readonly drop: (option: number) => void
  /** The best of options that are level, or the worst; told as a tie where there are several. */
  readonly settle: (level: ReadonlyArray<number>, wanted: 'best' | 'worst') => number
  /** Tells of a tie that the count itself has settled. */
  readonly settled: (level: ReadonlyArray<number>, chosen: number, by: string) => void
  readonly rounds: ReadonlyArray<Round>
  readonly ties: ReadonlyArray<Tie>
}

export const traceOf = (ids: ReadonlyArray<OptionId>, decimals: number, order: TieBreak): Trace => {
  const rounds: Array<Round> = []
  const ties: Array<Tie> = []
  const dropped = new Set<number>()
  let stage = 1
  const idOf = (option: number): OptionId => ids[option] ?? ''
  return {
    nextStage: () => void stage++,
    tell: (option, decision, figures, votes) => {
      const tallies: Array<readonly [string, string]> = []
      for (const [one, units] of votes.entries()) if (!dropped.has(one)) tallies.push([idOf(one), fixedText(units, decimals)])
      rounds.push({ round: stage, option: idOf(option), decision, figures, tallies: Object.fromEntries(tallies) })
    },
    drop: (option) => void dropped.add(option),
    settle: (level, wanted) => {
      const sorted = level.toSorted((left, right) => order.compare(idOf(left), idOf(right)))
      const turned = wanted === 'best' ? sorted : sorted.toReversed()
      const [chosen = 0, next] = turned
      if (next !== undefined) {
        const by = order.settledBy(idOf(chosen), idOf(next))
        ties.push({ round: stage, tied: sorted.map(idOf), chosen: idOf(chosen), by })
      }
      return chosen
    },
    settled: (level, chosen, by) => void ties.push({ round: stage, tied: level.map(idOf), chosen: idOf(chosen), by }),
    rounds,
    ties,
  }
}

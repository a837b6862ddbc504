import { limit, mostCommittees } from './work-limit.ts'

/** What a search does with a partial committee that it builds and takes apart again. */
export interface Problem<Value> {
  /** Negative where the left value is the better one. */
  readonly compare: (left: Value, right: Value) => number
  readonly include: (option: number) => void
  /** Takes out the option that was included last. */
  readonly exclude: (option: number) => void
  /** Of the committee as it is; asked of full committees. */
  readonly value: () => Value
  /**
   * A value than which no committee is better that has all members of this one and `missing` of `remaining`; and the option
   * of `remaining` to decide on next. `missing` is at least 1 and at most the number of those that remain.
   */
  readonly look: (remaining: ReadonlyArray<number>, missing: number) => { readonly bound: Value; readonly branch: number }
}

interface Search<Value> {
  readonly value: Value
  readonly committees: ReadonlyArray<ReadonlyArray<number>>
}

interface Limits {
  readonly seats: number
  readonly nodes: number
}

/** Walks over committees; `isPruned` says of a bound whether to turn back, `found` of a committee whether to go on. */
interface Walk<Value> {
  readonly isPruned: (bound: Value) => boolean
  readonly found: (committee: ReadonlyArray<number>) => boolean
  /** Decides in the order of `remaining` instead of as `look` proposes. */
  readonly inOrder?: boolean
}

/**
 * All best committees of `seats` options by branch and bound: who is in, then who is out, turning back where the bound of
 * the problem says that nothing better, or nothing as good, is to be found.
 *
 * The first walk finds the best value, turning back from what is not better than the best known; the second collects, with
 * that value known, turning back from what is worse. `resolute` collects in the order of `options` with inclusion first, so
 * that the first committee found is the one whose best member in that order, then next best, and so on, comes first; a
 * second one is looked for to know of the tie. Errors: `TooLarge` beyond `nodes` looks or too many committees.
 */
export const bestCommittees = <Value>(
  problem: Problem<Value>,
  options: ReadonlyArray<number>,
  { seats, nodes, resolute }: Limits & { readonly resolute: boolean },
): Search<Value> => {
  const chosen: Array<number> = []
  let looked = 0
  const walk = (remaining: ReadonlyArray<number>, way: Walk<Value>): boolean => {
    const missing = seats - chosen.length
    if (remaining.length < missing) return true
    limit('partial committees', ++looked, nodes)
    if (missing === 0) return way.found(chosen)
    const { bound, branch } = problem.look(remaining, missing)
    if (way.isPruned(bound)) return true
    const next = way.inOrder === true ? (remaining[0] ?? branch) : branch
    const rest = remaining.filter((option) => option !== next)
    chosen.push(next)
    problem.include(next)
    const goesOn = walk(rest, way)
    problem.exclude(next)
    chosen.pop()
    return goesOn && walk(rest, way)
  }
  let best: { readonly value: Value } | undefined
  walk(options, {
    isPruned: (bound) => best !== undefined && problem.compare(bound, best.value) >= 0,
    found: () => {
      const value = problem.value()
      if (best === undefined || problem.compare(value, best.value) < 0) best = { value }
      return true
    },
  })
  const { value } = best ?? { value: problem.value() }
  const committees: Array<ReadonlyArray<number>> = []
  walk(options, {
    inOrder: resolute,
    isPruned: (bound) => problem.compare(bound, value) > 0,
    found: (committee) => {
      if (problem.compare(problem.value(), value) === 0) committees.push([...committee])
      limit('committees', committees.length, mostCommittees)
      return !resolute || committees.length < 2
    },
  })
  return { value, committees }
}

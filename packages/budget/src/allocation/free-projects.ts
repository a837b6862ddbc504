import { byTies } from './pot.ts'
import type { Pot } from './pot.ts'

/** A project that is funded since it costs nothing; all that were level with it where it shuts others out. */
export interface FreeProject {
  readonly project: number
  /** Itself first; absent where it shuts nothing out. */
  readonly tied?: ReadonlyArray<number>
}

/**
 * The projects of a pot that cost nothing and have supporters, as many as the limits admit beside what is `funded`.
 *
 * *Ties*: in their order; where one takes the room that another had, the two were level.
 */
export const freeProjects = (pot: Pot, funded: Iterable<number> = []): ReadonlyArray<FreeProject> => {
  const limits = pot.limits()
  const taken = new Set(funded)
  for (const project of taken) limits.take(project)
  const isFree = (project: number): boolean => pot.costs[project] === 0n && (pot.supporters[project] ?? 0) > 0 && !taken.has(project)
  const free: Array<FreeProject> = []
  let open = pot.projects.filter((project) => isFree(project) && limits.admits(project)).toSorted(byTies(pot))
  for (let [project] = open; project !== undefined; [project] = open) {
    limits.take(project)
    const others = open.slice(1)
    open = others.filter((other) => limits.admits(other))
    const shut = others.filter((other) => !open.includes(other))
    free.push({ project, ...(shut.length > 0 ? { tied: [project, ...shut] } : {}) })
  }
  return free
}

import { formatMoney } from '@isegoria/exact'
import { byTies } from './pot.ts'
import type { Pot, Step } from './pot.ts'

/** A part of a project's cost. */
interface Part {
  readonly step: Step
  readonly amount: bigint
}

/**
 * What is left, given to the project with the highest score that is not funded; `undefined` where nothing is left, or
 * nobody supports any other. Where a cap leaves less room than there is money, the next project is looked at.
 */
export const partOf = (pot: Pot, steps: ReadonlyArray<Step>, left: bigint): Part | undefined => {
  if (left <= 0n) return undefined
  const limits = pot.limits()
  const funded = new Set(steps.flatMap(({ project, isFunded }) => (isFunded ? [project] : [])))
  for (const project of funded) limits.take(project)
  const open = pot.projects.filter(
    (project) => !funded.has(project) && (pot.costs[project] ?? 0n) > left && (pot.scores[project] ?? 0n) > 0n && limits.admits(project, left),
  )
  const best = open.reduce((most, project) => ((pot.scores[project] ?? 0n) > most ? (pot.scores[project] ?? 0n) : most), 0n)
  const tied = open.filter((project) => pot.scores[project] === best).toSorted(byTies(pot))
  const [project] = tied
  if (project === undefined) return undefined
  const money = (minor: bigint): string => formatMoney({ minor, decimals: pot.decimals })
  const figures = { score: `${best}`, cost: money(pot.costs[project] ?? 0n), amount: money(left) }
  return { amount: left, step: { project, isFunded: false, decision: 'funded in part', figures, ...(tied.length > 1 ? { tied } : {}) } }
}

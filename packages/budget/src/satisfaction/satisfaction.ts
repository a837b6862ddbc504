import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../allocation/pot.ts'

/**
 * What a voter gains by a funded project: what their ballot gives it, times the `factor` of the project, times its cost where
 * `isInCost`, over the `divisors` of their ballot. Gains add up over projects, but where a voter `isContent` with one.
 */
export interface Satisfaction {
  /** As the parameter of a rule names it. */
  readonly name: string
  readonly meaning: string
  /** What a ballot gives a project: 1 if it names it; its points, of which the last place of a ranking has 1; or the places below its own. */
  readonly reads: 'marks' | 'points' | 'places'
  readonly isInCost: boolean
  /** 1 where absent. */
  readonly factor?: (pot: Pot, project: number) => Ratio
  /** By group, whole numbers; who has 0 gains nothing. 1 for everybody where absent. */
  readonly divisors?: (pot: Pot) => ReadonlyArray<bigint>
  /** Whether a voter gains by the first project alone. */
  readonly isContent?: true
}

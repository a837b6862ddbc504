import type { ParameterDescription } from '@isegoria/election'
import { byCodeUnit } from '@isegoria/kernel'
import type { Candidate } from './candidates.ts'

/** How a rule chooses among candidates that it cannot separate: a total order, and its name as recorded with each tie. */
export interface TieBreak {
  readonly compare: (left: Candidate, right: Candidate) => number
  readonly name: string
}

const byId = (left: Candidate, right: Candidate): number => byCodeUnit(left.id, right.id)

const byLowestCost = (left: Candidate, right: Candidate): number => {
  if (left.cost !== right.cost) return left.cost < right.cost ? -1 : 1
  if (left.support !== right.support) return left.support > right.support ? -1 : 1
  return byId(left, right)
}

/** The parameter that names a tie-break; ids compare by UTF-16 code unit, so that "10" comes before "2". */
export const tiesParameter: ParameterDescription = {
  name: 'ties',
  values: ['lowest-cost', 'id'],
  meaning: 'among projects that are level: the lowest cost, then the most votes, then the id; or the id alone',
}

/** The tie-break that a value of the parameter names. */
export const tieBreakOf = (value: string | undefined): TieBreak =>
  value === 'id' ? { compare: byId, name: 'option id' } : { compare: byLowestCost, name: 'lowest cost, most votes, option id' }

import type { ElectorEvent } from '@isegoria/voting'

/** Who is on which roll while a log is read. */
export interface Electors {
  readonly add: (event: ElectorEvent) => void
  readonly has: (rollId: string, voterKey: string) => boolean
  /** How many are on it. */
  readonly size: (rollId: string) => number
}

export const electors = (): Electors => {
  const rolls = new Map<string, Set<string>>()
  return {
    add: ({ type, rollId, voterKey }) => {
      const roll = rolls.get(rollId) ?? new Set()
      rolls.set(rollId, roll)
      if (type === 'ElectorAttested') roll.add(voterKey)
      else roll.delete(voterKey)
    },
    has: (rollId, voterKey) => rolls.get(rollId)?.has(voterKey) === true,
    size: (rollId) => rolls.get(rollId)?.size ?? 0,
  }
}

/** A budget election for oracles: groups of voters, and the projects in the order that settles ties. */
export interface WeightedTable {
  readonly costs: ReadonlyMap<string, bigint>
  readonly order: ReadonlyArray<string>
  readonly voters: ReadonlyArray<{ readonly supported: ReadonlySet<string>; readonly number: bigint }>
  readonly budget: bigint
}

export const costIn = ({ costs }: WeightedTable, project: string): bigint => costs.get(project) ?? 0n

export const supportersIn = ({ voters }: WeightedTable, project: string): ReadonlyArray<number> =>
  voters.flatMap(({ supported }, voter) => (supported.has(project) ? [voter] : []))

export const numberOf = ({ voters }: WeightedTable, groups: ReadonlyArray<number>): bigint =>
  groups.reduce((sum, group) => sum + (voters[group]?.number ?? 0n), 0n)

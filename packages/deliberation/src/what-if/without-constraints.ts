import type { Constraint, Election, Rule } from '@isegoria/election'

/** The constraints of an election that a rule does not see to, each kind once. */
export const unkeptBy = ({ constraints: kept = [] }: Rule, { constraints = [] }: Election): ReadonlyArray<Constraint['type']> => [
  ...new Set(constraints.map(({ type }) => type).filter((type) => !kept.includes(type))),
]

/** The election without constraints of those kinds. */
export const withoutConstraints = ({ constraints = [], ...election }: Election, types: ReadonlyArray<Constraint['type']>): Election => {
  const kept = constraints.filter(({ type }) => !types.includes(type))
  return kept.length === 0 ? election : { ...election, constraints: kept }
}

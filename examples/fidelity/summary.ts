import type { Comparison, Source } from './comparison.ts'

/** All comparisons of one rule, with its parameters, with one source. */
export interface Summary {
  readonly rule: string
  readonly source: string
  readonly compared: number
  readonly equal: number
  /** Instances by reason. */
  readonly explained: ReadonlyMap<string, ReadonlyArray<string>>
  /** Differences that nobody has explained: instance, ours and theirs. */
  readonly unexplained: ReadonlyArray<string>
}

interface Counting {
  readonly rule: string
  compared: number
  equal: number
  readonly explained: Map<string, Array<string>>
  readonly unexplained: Array<string>
}

const count = (into: Counting, { instance, isEqual, explained, difference }: Comparison): void => {
  into.compared++
  if (isEqual) into.equal++
  else if (explained === undefined) into.unexplained.push(`${instance}: ${difference ?? 'differs'}`)
  else {
    const instances = into.explained.get(explained)
    if (instances === undefined) into.explained.set(explained, [instance])
    else instances.push(instance)
  }
}

/** Compares everything that a source has published, rule by rule in the order in which rules first occur. */
export const summariesOf = (source: Source, data: string, onComparison?: () => void): ReadonlyArray<Summary> => {
  const byRule = new Map<string, Counting>()
  for (const comparison of source.compare(data)) {
    const { rule } = comparison
    const counting = byRule.get(rule) ?? { rule, compared: 0, equal: 0, explained: new Map(), unexplained: [] }
    byRule.set(rule, counting)
    count(counting, comparison)
    onComparison?.()
  }
  return Array.from(byRule.values(), (counting) => ({ ...counting, source: source.name }))
}

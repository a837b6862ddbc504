import type { Earmark, Election } from '@isegoria/election'

/** Money with a name, the projects that are funded from it, and where goes what is left. */
export interface PotOfMoney {
  readonly name: string
  readonly amount: bigint
  readonly projects: ReadonlyArray<number>
  readonly leftoverTo?: string
}

const earmarksOf = ({ constraints = [] }: Election): ReadonlyArray<Earmark> =>
  constraints.flatMap((constraint) => (constraint.type === 'envelope' ? [constraint] : []))

/** Each pot behind those whose leftovers flow into it. The election's constraints are sound: nothing flows in a circle. */
const inOrderOfFlow = (pots: ReadonlyArray<PotOfMoney>): ReadonlyArray<PotOfMoney> => {
  const ordered: Array<PotOfMoney> = []
  let waiting = pots
  while (waiting.length > 0) {
    const targets = new Set(waiting.map(({ leftoverTo }) => leftoverTo))
    const free = waiting.filter(({ name }) => !targets.has(name))
    ordered.push(...free)
    waiting = waiting.filter(({ name }) => targets.has(name))
  }
  return ordered
}

/**
 * The pots of an election in the order in which they are emptied: its envelopes, and one without a name for all options
 * that stand in none and the money that no envelope holds. An election without envelopes is one pot.
 */
export const potsOf = (election: Election): ReadonlyArray<PotOfMoney> => {
  const { options, budget = 0n } = election
  const earmarks = earmarksOf(election)
  const numberOf = new Map(options.map(({ id }, project) => [id, project]))
  const marked = new Set(earmarks.flatMap((earmark) => earmark.options))
  const rest: PotOfMoney = {
    name: '',
    amount: budget - earmarks.reduce((sum, { amount }) => sum + amount, 0n),
    projects: options.flatMap(({ id }, project) => (marked.has(id) ? [] : [project])),
  }
  const pots = earmarks.map(({ name, amount, options: named, leftoverTo }): PotOfMoney => {
    const projects = [...new Set(named)].map((id) => numberOf.get(id) ?? -1).toSorted((left, right) => left - right)
    return { name, amount, projects, ...(leftoverTo === undefined ? {} : { leftoverTo }) }
  })
  return inOrderOfFlow([...pots, rest])
}

/** Of each attribute that voters declared, how many declared each value. */
export type AttributeCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

type Declared = Readonly<Record<string, string>>

/** Voters who declared the same. */
export interface Alike {
  readonly declared: Declared
  voters: number
}

/** What voters declared, each distinct declaration kept once. */
export interface Declarations {
  readonly alike: (declared: Declared) => Alike
  readonly counts: () => AttributeCounts
}

/** A tree of names and values leads to a group: far cheaper than one text of them all as a key. */
interface Branch {
  readonly branches: Map<string, Branch>
  /** The branch that was taken last: neighbours in a log declare much the same. */
  lastKey: string | undefined
  last: Branch | undefined
  group: Alike | undefined
}

const newBranch = (): Branch => ({ branches: new Map(), lastKey: undefined, last: undefined, group: undefined })

const branchOf = (from: Branch, key: string): Branch => {
  if (from.last !== undefined && from.lastKey === key) return from.last
  let branch = from.branches.get(key)
  if (branch === undefined) from.branches.set(key, (branch = newBranch()))
  from.lastKey = key
  from.last = branch
  return branch
}

const countsOf = (groups: Iterable<Alike>): AttributeCounts => {
  const attributes = new Map<string, Map<string, number>>()
  for (const { declared, voters } of groups) {
    if (voters === 0) continue
    for (const [name, value] of Object.entries(declared)) {
      const counts = attributes.get(name) ?? new Map<string, number>()
      attributes.set(name, counts.set(value, (counts.get(value) ?? 0) + voters))
    }
  }
  return attributes
}

/** No declarations yet. Cost: two look-ups in small maps for each attribute. */
export const declarations = (): Declarations => {
  const root = newBranch()
  const groups: Array<Alike> = []
  const alike = (declared: Declared): Alike => {
    let branch = root
    for (const name in declared) branch = branchOf(branchOf(branch, name), declared[name] ?? '')
    if (branch.group === undefined) {
      branch.group = { declared, voters: 0 }
      groups.push(branch.group)
    }
    return branch.group
  }
  return { alike, counts: () => countsOf(groups) }
}

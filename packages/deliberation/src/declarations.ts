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
  group?: Alike
}

const branchOf = ({ branches }: Branch, key: string): Branch => {
  const known = branches.get(key)
  if (known !== undefined) return known
  const branch = { branches: new Map<string, Branch>() }
  branches.set(key, branch)
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
  const root: Branch = { branches: new Map() }
  const groups: Array<Alike> = []
  const alike = (declared: Declared): Alike => {
    let branch = root
    for (const name of Object.keys(declared)) branch = branchOf(branchOf(branch, name), declared[name] ?? '')
    if (branch.group === undefined) {
      branch.group = { declared, voters: 0 }
      groups.push(branch.group)
    }
    return branch.group
  }
  return { alike, counts: () => countsOf(groups) }
}

import type { Preferences } from '../../tally/preferences.ts'

/**
 * Ballot papers as sequences of tiers. *Shape*: paper `p` holds the tiers from `starts[p]` to just before `starts[p + 1]`,
 * best first; a tier below the number of options is that option alone.
 */
export interface Papers {
  /** Number of distinct papers. */
  readonly count: number
  readonly weights: Float64Array
  readonly starts: Int32Array
  readonly tiers: Int32Array
  /** Options of each tier, in the order in which they were given: what is rounded on the way does not depend on a ballot's own order. */
  readonly members: ReadonlyArray<ReadonlyArray<number>>
  /** Whether a paper has a tier of several options. */
  readonly isLevel: ReadonlyArray<boolean>
  /** Voters whose paper names an option: the only ones that are counted. */
  readonly voters: number
}

/** Cost: one step for each entry of a distinct ballot. */
export const papersOf = ({ options, ballots, weights, starts, entries, tiers: tierOfEntry }: Preferences): Papers => {
  const members: Array<ReadonlyArray<number>> = options.map((_, option) => [option])
  const numbers = new Map<string, number>()
  const tierOf = (level: Int32Array): number => {
    if (level.length === 1) return level[0] ?? 0
    const sorted = level.toSorted()
    const key = sorted.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, members.length)
    members.push([...sorted])
    return members.length - 1
  }
  const papers: Array<number> = []
  const ends = new Int32Array(ballots + 1)
  const isLevel: Array<boolean> = []
  let voters = 0
  for (let ballot = 0; ballot < ballots; ballot++) {
    const end = starts[ballot + 1] ?? 0
    let hasLevel = false
    for (let from = starts[ballot] ?? 0, to = from; from < end; from = to) {
      while (to < end && tierOfEntry[to] === tierOfEntry[from]) to++
      if (to - from > 1) hasLevel = true
      papers.push(tierOf(entries.subarray(from, to)))
    }
    isLevel.push(hasLevel)
    if (end > (starts[ballot] ?? 0)) voters += weights[ballot] ?? 0
    ends[ballot + 1] = papers.length
  }
  return { count: ballots, weights, starts: ends, tiers: Int32Array.from(papers), members, isLevel, voters }
}

import { ballotTypes, endOfTier, numberedProfile, valueOf } from '@isegoria/election'
import type { Election, NumberedProfile, OptionId, Profile } from '@isegoria/election'

/**
 * How a ballot is read.
 *
 * - `marks`: each option that it names counts one, even with no points.
 * - `points`: its points or scores; one for an approval or a choice; `longest - place` for the option at a place of a
 *   ranking, the first being 0. What counts nothing or less is not supported.
 */
export type Reading = { readonly by: 'marks' } | { readonly by: 'points'; readonly longest: number }

/**
 * Who supports what, as numbers: what every allocation rule counts on.
 *
 * Projects are numbered as the options are given; groups are the voters of one ballot. Both lists are in ascending order:
 * the supporters of project `p` stand from `starts[p]` to before `starts[p + 1]`, the projects of group `g` from
 * `ballotStarts[g]` to before `ballotStarts[g + 1]`.
 */
export interface Support {
  readonly ids: ReadonlyArray<OptionId>
  readonly groups: number
  /** Everybody, those who support nothing too. */
  readonly voters: number
  /** Voters of a group. */
  readonly weights: Float64Array
  readonly starts: Int32Array
  readonly supporters: Int32Array
  /** What one voter of the group gives the project, where the supporter stands; at least 1. Empty where every gain is 1. */
  readonly gains: Float64Array
  readonly ballotStarts: Int32Array
  readonly ballotProjects: Int32Array
  readonly ballotGains: Float64Array
  /** Whether every gain is 1. */
  readonly isEven: boolean
}

const [cumulative, ordinal, score] = (['cumulative', 'ordinal', 'score'] as const).map((type) => ballotTypes.indexOf(type))

/** What ballots say, one group behind another. */
interface Rows {
  readonly weights: Float64Array
  readonly starts: Int32Array
  readonly projects: Int32Array
  readonly gains: Float64Array
}

/** Puts `project` where it belongs among those from `from` to before `end`, which are in ascending order. False if it is there. */
const insert = ({ projects, gains }: Rows, from: number, end: number, project: number, gain: number): boolean => {
  let place = end
  while (place > from && (projects[place - 1] ?? 0) > project) place--
  if (place > from && projects[place - 1] === project) return false
  for (let at = end; at > place; at--) {
    projects[at] = projects[at - 1] ?? 0
    gains[at] = gains[at - 1] ?? 0
  }
  projects[place] = project
  gains[place] = gain
  return true
}

/** The distinct ballots that support something. A project named twice counts where it stands first. */
const rowsOf = ({ sequences, weights, options }: NumberedProfile, numberOf: ReadonlyMap<OptionId, number>, reading: Reading): Rows => {
  const { all, ends, count } = sequences
  const projectOf = Int32Array.from(options, (id) => numberOf.get(id) ?? -1)
  const most = (ends[count - 1] ?? 0) + 1
  const rows = {
    weights: new Float64Array(count),
    starts: new Int32Array(count + 1),
    projects: new Int32Array(most),
    gains: new Float64Array(most),
  }
  let [groups, end, place] = [0, 0, 0]
  for (let number = 0; number < count; number++) {
    const last = ends[number] ?? 0
    const kind = all[place++]
    const isPoints = kind === cumulative || kind === score
    const from = end
    if ((weights[number] ?? 0) === 0) place = last
    for (let rank = 0; place < last; place += isPoints ? 3 : 1) {
      const option = all[place] ?? endOfTier
      if (option === endOfTier) continue
      const project = projectOf[option] ?? -1
      const points = isPoints ? valueOf(all, place + 1) : kind === ordinal ? (reading.by === 'points' ? reading.longest - rank : 1) : 1
      const gain = reading.by === 'marks' ? 1 : points
      rank++
      if (project >= 0 && gain > 0 && insert(rows, from, end, project, gain)) end++
    }
    if (end === from) continue
    rows.weights[groups++] = weights[number] ?? 0
    rows.starts[groups] = end
  }
  return {
    weights: rows.weights.subarray(0, groups),
    starts: rows.starts.subarray(0, groups + 1),
    projects: rows.projects.subarray(0, end),
    gains: rows.gains.subarray(0, end),
  }
}

/** The supporters of each project, from what the ballots say. */
const columnsOf = (
  { starts: rowStarts, projects, gains: rowGains, weights }: Rows,
  count: number,
): Pick<Support, 'starts' | 'supporters' | 'gains'> => {
  const starts = new Int32Array(count + 1)
  for (const project of projects) starts[project + 1] = (starts[project + 1] ?? 0) + 1
  for (let project = 0; project < count; project++) starts[project + 1] = (starts[project + 1] ?? 0) + (starts[project] ?? 0)
  const next = starts.slice()
  const supporters = new Int32Array(projects.length)
  const gains = new Float64Array(projects.length)
  for (let group = 0; group < weights.length; group++)
    for (let place = rowStarts[group] ?? 0; place < (rowStarts[group + 1] ?? 0); place++) {
      const project = projects[place] ?? 0
      const at = next[project] ?? 0
      supporters[at] = group
      gains[at] = rowGains[place] ?? 1
      next[project] = at + 1
    }
  return { starts, supporters, gains }
}

const none = new Float64Array(0)

const read = ({ profile }: Election, ids: ReadonlyArray<OptionId>, reading: Reading): Support => {
  const rows = rowsOf(numberedProfile(profile), new Map(ids.map((id, project) => [id, project])), reading)
  const columns = columnsOf(rows, ids.length)
  const isEven = rows.gains.every((gain) => gain === 1)
  return {
    ids,
    groups: rows.weights.length,
    voters: profile.voters,
    weights: rows.weights,
    ...columns,
    gains: isEven ? none : columns.gains,
    ballotStarts: rows.starts,
    ballotProjects: rows.projects,
    ballotGains: isEven ? none : rows.gains,
    isEven,
  }
}

interface Known {
  readonly reading: Reading
  readonly support: Support
}

/** What was read of a profile last: an election is often counted by several rules, or by one rule many times. */
const lately = new WeakMap<Profile, ReadonlyArray<Known>>()
const kept = 4

const isSameReading = (left: Reading, right: Reading): boolean =>
  left.by === 'points' && right.by === 'points' ? left.longest === right.longest : left.by === right.by

/**
 * Reads the ballots of an election as support.
 *
 * Cost: linear in the marks of the distinct ballots; nothing where the same was read lately.
 */
export const supportOf = (election: Election, reading: Reading): Support => {
  const { options, profile } = election
  const known = lately.get(profile) ?? []
  const found = known.find(
    (one) =>
      isSameReading(one.reading, reading) &&
      one.support.ids.length === options.length &&
      options.every(({ id }, project) => one.support.ids[project] === id),
  )
  if (found !== undefined) return found.support
  const support = read(
    election,
    options.map(({ id }) => id),
    reading,
  )
  lately.set(profile, [{ reading, support }, ...known].slice(0, kept))
  return support
}

/** What `of` gives for a support, worked out once. */
const once = <Value>(of: (support: Support) => Value): ((support: Support) => Value) => {
  const known = new WeakMap<Support, Value>()
  return (support) => {
    const value = known.get(support) ?? of(support)
    known.set(support, value)
    return value
  }
}

/** The voters who support each project. */
export const supportersOf = once(({ ids, starts, supporters, weights }): Float64Array =>
  Float64Array.from(ids, (_, project) => {
    let voters = 0
    for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) voters += weights[supporters[place] ?? 0] ?? 0
    return voters
  }),
)

/** What all supporters give each project together: approvals, points or places. */
export const scoresOf = once(({ ids, starts, supporters, weights, gains }): ReadonlyArray<bigint> =>
  ids.map((_, project) => {
    let [whole, part] = [0n, 0]
    for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
      const points = (gains[place] ?? 1) * (weights[supporters[place] ?? 0] ?? 0)
      if (part + points <= Number.MAX_SAFE_INTEGER) part += points
      else {
        whole += BigInt(part) + BigInt(gains[place] ?? 1) * BigInt(weights[supporters[place] ?? 0] ?? 0)
        part = 0
      }
    }
    return whole + BigInt(part)
  }),
)

import { ballotTypes, endOfTier, numberedProfile, valueOf } from '@isegoria/election'
import type { BallotType, Election, NumberedProfile, OptionId } from '@isegoria/election'

/**
 * The rankings of an election as numbers: what rules that count ranked ballots work on. Option `i` is `options[i]`, in the
 * order in which they were given; ballot `b` holds the entries from `starts[b]` to just before `starts[b + 1]`.
 */
export interface Preferences {
  readonly options: ReadonlyArray<OptionId>
  /** Number of distinct ballots. */
  readonly ballots: number
  /** Voters who cast each ballot: whole numbers. */
  readonly weights: Float64Array
  readonly starts: Int32Array
  /** Options from best to worst. */
  readonly entries: Int32Array
  /** The tier of each entry within its ballot, from 0: entries of one tier are level. */
  readonly tiers: Int32Array
  /** Whether no two entries of a ballot are level. */
  readonly isStrict: boolean
}

const codeOf = (type: BallotType): number => ballotTypes.indexOf(type)
const [chooseOne, cumulative, ordinal, score] = [codeOf('choose-one'), codeOf('cumulative'), codeOf('ordinal'), codeOf('score')]

/** The options of a ballot with points, by falling points, each list of equals ended by `endOfTier`: a weak order. */
const tiersByPoints = (sequence: Int32Array): Int32Array => {
  const byPoints = new Map<number, Array<number>>()
  for (let place = 0; place < sequence.length; place += 3) {
    const value = valueOf(sequence, place + 1)
    const level = byPoints.get(value)
    if (level === undefined) byPoints.set(value, [sequence[place] ?? 0])
    else level.push(sequence[place] ?? 0)
  }
  const tiers = [...byPoints].toSorted(([left], [right]) => right - left)
  return Int32Array.from(tiers.flatMap(([, options]) => [...options, endOfTier]))
}

/** The place among `ids` of each option that ballots name; -1 for what is no option. */
const indicesOf = (ids: ReadonlyArray<OptionId>, { options }: NumberedProfile): Int32Array => {
  const indices = new Map(ids.map((id, index) => [id, index]))
  return Int32Array.from(options, (id) => indices.get(id) ?? -1)
}

/**
 * The rankings of the profile's ballots; scores and points rank by their size, approvals are one tier.
 *
 * Options that the election does not have are left out, and so is the second naming of an option. The ballots stand in no
 * order that means anything. Cost: one step for each option that a distinct ballot names.
 */
export const preferencesOf = ({ options, profile }: Election): Preferences => {
  const ids = options.map(({ id }) => id)
  const numbered = numberedProfile(profile)
  const { count, all, ends } = numbered.sequences
  const indices = indicesOf(ids, numbered)
  const weights = new Float64Array(count)
  const starts = new Int32Array(count + 1)
  const entries = new Int32Array(count === 0 ? 0 : (ends[count - 1] ?? 0))
  const tiers = new Int32Array(entries.length)
  /** The last ballot that named an option. */
  const lastIn = new Int32Array(ids.length).fill(-1)
  let isStrict = true
  let [ballots, end] = [0, 0]
  for (let number = 0; number < count; number++) {
    const weight = numbered.weights[number] ?? 0
    if (weight === 0) continue
    const from = number === 0 ? 0 : (ends[number - 1] ?? 0)
    const to = ends[number] ?? 0
    const kind = all[from]
    const isTiered = kind !== ordinal && kind !== chooseOne
    const hasPoints = kind === cumulative || kind === score
    const sequence = hasPoints ? tiersByPoints(all.subarray(from + 1, to)) : all
    const last = hasPoints ? sequence.length : to
    let [tier, named] = [0, 0]
    for (let place = hasPoints ? 0 : from + 1; place < last; place++) {
      const option = sequence[place] ?? 0
      if (option === endOfTier) {
        if (named > 0) tier++
        named = 0
        continue
      }
      const index = indices[option] ?? -1
      if (index === -1 || lastIn[index] === ballots) continue
      lastIn[index] = ballots
      entries[end] = index
      tiers[end++] = tier
      if (!isTiered) tier++
      else if (++named > 1) isStrict = false
    }
    weights[ballots] = weight
    starts[++ballots] = end
  }
  return {
    options: ids,
    ballots,
    isStrict,
    weights: weights.subarray(0, ballots),
    starts: starts.subarray(0, ballots + 1),
    entries: entries.subarray(0, end),
    tiers: tiers.subarray(0, end),
  }
}

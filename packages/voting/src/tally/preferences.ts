import type { Ballot, Election, OptionId } from '@isegoria/election'

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

/** Tiers from best to worst; what is in none is unranked. An option that a ballot names again counts where it stands first. */
const tiersOf = (ballot: Ballot): ReadonlyArray<ReadonlyArray<OptionId>> => {
  switch (ballot.type) {
    case 'ordinal':
      return ballot.ranking.map((id) => [id])
    case 'weak-order':
      return ballot.tiers
    case 'choose-one':
      return ballot.choice === null ? [] : [[ballot.choice]]
    case 'approval':
      return [ballot.approved]
    case 'cumulative':
      return tiersByPoints(ballot.points)
    case 'score':
      return tiersByPoints(ballot.scores)
  }
}

const tiersByPoints = (points: ReadonlyArray<readonly [OptionId, number]>): ReadonlyArray<ReadonlyArray<OptionId>> => {
  const byPoints = new Map<number, Array<OptionId>>()
  for (const [id, value] of points) byPoints.set(value, [...(byPoints.get(value) ?? []), id])
  return [...byPoints].toSorted(([left], [right]) => right - left).map(([, ids]) => ids)
}

/**
 * The rankings of the profile's ballots; scores and points rank by their size, approvals are one tier.
 *
 * Options that the election does not have are left out, and so is the second naming of an option. Cost: one look-up for
 * each option that a distinct ballot ranks.
 */
export const preferencesOf = ({ options, profile }: Election): Preferences => {
  const ids = options.map(({ id }) => id)
  const indices = new Map(ids.map((id, index) => [id, index]))
  const weights = new Float64Array(profile.ballots.length)
  const starts = new Int32Array(profile.ballots.length + 1)
  const entries: Array<number> = []
  const tiers: Array<number> = []
  const lastIn = new Int32Array(ids.length).fill(-1)
  let isStrict = true
  let number = 0
  for (const { ballot, weight } of profile.ballots) {
    let tier = 0
    for (const level of tiersOf(ballot)) {
      let named = 0
      for (const id of level) {
        const index = indices.get(id)
        if (index === undefined || lastIn[index] === number) continue
        lastIn[index] = number
        entries.push(index)
        tiers.push(tier)
        named++
      }
      if (named > 1) isStrict = false
      if (named > 0) tier++
    }
    weights[number] = weight
    starts[++number] = entries.length
  }
  return { options: ids, ballots: number, weights, starts, entries: Int32Array.from(entries), tiers: Int32Array.from(tiers), isStrict }
}

import { marked } from '@isegoria/election'
import type { Election } from '@isegoria/election'

/** An option with who supports it: what every budget rule starts from. */
export interface Candidate {
  readonly id: string
  readonly cost: bigint
  /** Number of voters. */
  readonly support: bigint
  /** Places in the profile of the distinct ballots that support it, ascending. */
  readonly supporters: ReadonlyArray<number>
}

/** One candidate for each option, in the order of the options; a ballot supports each option it marks, even with no points. Cost: linear in the marks of the distinct ballots. */
export const candidatesOf = ({ options, profile }: Election): ReadonlyArray<Candidate> => {
  const candidates = new Map(options.map(({ id, cost }) => [id, { id, cost, support: 0, supporters: new Array<number>() }]))
  for (const [place, { ballot, weight }] of profile.ballots.entries()) {
    for (const id of marked(ballot)) {
      const candidate = candidates.get(id)
      const isDone = candidate === undefined || candidate.supporters.at(-1) === place
      if (isDone) continue
      candidate.support += weight
      candidate.supporters.push(place)
    }
  }
  return Array.from(candidates.values(), (candidate) => ({ ...candidate, support: BigInt(candidate.support) }))
}

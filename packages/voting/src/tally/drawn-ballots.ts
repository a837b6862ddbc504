import type { Profile, RuleRejection } from '@isegoria/election'
import { E, seededPrng } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'

/** The bound of `Prng.below`. */
const mostVoters = 0x1_0000_0000

/** Numbers of voters that are summed over ranges, so that a place among all of them is found in few steps. */
const remainingOf = (weights: ReadonlyArray<number>): ((place: number) => number) => {
  const size = weights.length
  const sums = new Float64Array(size + 1)
  for (let node = 1; node <= size; node++) {
    sums[node] = (sums[node] ?? 0) + (weights[node - 1] ?? 0)
    const parent = node + (node & -node)
    if (parent <= size) sums[parent] = (sums[parent] ?? 0) + (sums[node] ?? 0)
  }
  let highest = 1
  while (2 * highest <= size) highest *= 2
  // Takes out the voter at a place and gives the number of their ballot.
  return (place) => {
    let [ballot, left] = [0, place]
    for (let step = highest; step > 0; step = Math.floor(step / 2)) {
      const node = ballot + step
      const sum = sums[node] ?? 0
      if (node > size || sum > left) {
        if (node <= size) sums[node] = sum - 1
      } else {
        ballot = node
        left -= sum
      }
    }
    return ballot
  }
}

/**
 * The voters of a profile in an order drawn from a published seed, each as the place of their ballot in `profile.ballots`.
 *
 * Voters stand in the order of `profile.ballots`, those of one ballot side by side. Each draw takes out one of those left: a
 * number below how many they are, from `seededPrng` with the seed, a new line and `ballots`, so that the draw does not repeat
 * that of the lot. The same ballots in any order are drawn alike.
 *
 * Errors: `LotNotDrawn` without a seed; `ElectionTooLarge` above 2³² voters.
 * Cost: one step for each distinct ballot, then for each draw as many as the number of distinct ballots has binary digits.
 */
export const drawnBallots = (
  rule: string,
  { voters, ballots }: Profile,
  seed: string | undefined,
): Either<RuleRejection, Generator<number, void, void>> => {
  if (seed === undefined) return E.left({ type: 'LotNotDrawn', rule })
  if (voters > mostVoters) return E.left({ type: 'ElectionTooLarge', rule, what: 'voters', size: voters, most: mostVoters })
  const draw = function* (): Generator<number, void, void> {
    const { below } = seededPrng(`${seed}\nballots`)
    const takeOut = remainingOf(ballots.map(({ weight }) => weight))
    for (let left = voters; left > 0; left--) yield takeOut(below(left))
  }
  return E.right(draw())
}

import { strongestPaths } from './strongest-paths.ts'

/**
 * The Schwartz set of the options that are left: the smallest sets whose members nobody outside beats, all together. In
 * the order in which they are given.
 *
 * A member has a path of victories to whoever has one to it. Cost: left³.
 * Source: T. Schwartz, "Rationality and the myth of the maximum", Noûs 6, 1972, https://doi.org/10.2307/2216143
 */
export const schwartzSet = (left: ReadonlyArray<number>, margin: (one: number, other: number) => number): ReadonlyArray<number> => {
  const size = left.length
  const beats = Int32Array.from({ length: size * size }, (_, pair) => {
    const [one = 0, other = 0] = [left[Math.floor(pair / size)], left[pair % size]]
    return margin(one, other) > 0 ? 1 : 0
  })
  const paths = strongestPaths(beats, size)
  return left.filter((_, one) => left.every((__, other) => (paths[other * size + one] ?? 0) <= (paths[one * size + other] ?? 0)))
}

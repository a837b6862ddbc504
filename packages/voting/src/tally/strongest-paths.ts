/**
 * The strongest path from each option to each other: a path is as strong as its weakest step. *Shape*: as `ranks`, strengths
 * at `from * size + to`, 0 where there is no step or path; the diagonal is 0.
 *
 * Cost: size³ (Floyd–Warshall).
 * Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method", Social Choice and Welfare 36, 2011, section 2.3, https://doi.org/10.1007/s00355-010-0475-4
 */
export const strongestPaths = (ranks: Int32Array, size: number): Int32Array => {
  const paths = ranks.slice()
  for (let via = 0; via < size; via++)
    for (let from = 0; from < size; from++) {
      const first = paths[from * size + via] ?? 0
      if (first === 0 || from === via) continue
      for (let to = 0; to < size; to++) {
        if (to === from) continue
        const second = paths[via * size + to] ?? 0
        const strength = first < second ? first : second
        if (strength > (paths[from * size + to] ?? 0)) paths[from * size + to] = strength
      }
    }
  return paths
}

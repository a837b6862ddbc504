/** The strength of the strongest path, found by walking each path that visits no option twice. */
export const strongestPathByWalking = (ranks: ReadonlyArray<number>, size: number, from: number, to: number): number => {
  const walk = (at: number, visited: ReadonlyArray<number>, weakest: number): number => {
    if (at === to) return weakest
    let best = 0
    for (let next = 0; next < size; next++) {
      const step = ranks[at * size + next] ?? 0
      if (step > 0 && !visited.includes(next)) best = Math.max(best, walk(next, [...visited, next], Math.min(weakest, step)))
    }
    return best
  }
  return walk(from, [from], Infinity)
}

/** A network of edges with whole capacities, on which flow is pushed. */
interface Network {
  readonly connect: (from: number, to: number, capacity: number) => void
  /** Pushes as much flow as possible and gives how much more that was. */
  readonly push: (source: number, sink: number) => number
  /** The nodes that more flow could still reach, as 1. */
  readonly reachable: (source: number) => Uint8Array
}

/**
 * Maximum flow by Dinic's method: shortest paths level by level, blocking flows within the levels.
 *
 * Capacities are safe whole numbers or `Infinity`. Cost: O(nodes² × edges) at worst, near linear on the shallow networks here.
 * Source: Dinic, "Algorithm for solution of a problem of maximum flow in a network with power estimation", 1970.
 */
export const network = (nodes: number): Network => {
  const heads = new Int32Array(nodes).fill(-1)
  const targets: Array<number> = []
  const nexts: Array<number> = []
  const rooms: Array<number> = []
  const half = (from: number, to: number, capacity: number): void => {
    nexts.push(heads[from] ?? -1)
    heads[from] = targets.length
    targets.push(to)
    rooms.push(capacity)
  }
  const levelsFrom = (source: number): Int32Array => {
    const levels = new Int32Array(nodes).fill(-1)
    const queue = [source]
    levels[source] = 0
    for (const node of queue)
      for (let edge = heads[node] ?? -1; edge !== -1; edge = nexts[edge] ?? -1) {
        const target = targets[edge] ?? 0
        if ((rooms[edge] ?? 0) > 0 && levels[target] === -1) {
          levels[target] = (levels[node] ?? 0) + 1
          queue.push(target)
        }
      }
    return levels
  }
  const advance = (levels: Int32Array, current: Int32Array, { node, sink, most }: { node: number; sink: number; most: number }): number => {
    if (node === sink) return most
    let pushed = 0
    for (let edge = current[node] ?? -1; edge !== -1; edge = nexts[edge] ?? -1) {
      current[node] = edge
      const [target, room] = [targets[edge] ?? 0, rooms[edge] ?? 0]
      if (room === 0 || levels[target] !== (levels[node] ?? 0) + 1) continue
      const flow = advance(levels, current, { node: target, sink, most: Math.min(most - pushed, room) })
      rooms[edge] = room - flow
      rooms[edge ^ 1] = (rooms[edge ^ 1] ?? 0) + flow
      pushed += flow
      if (pushed === most) return pushed
    }
    current[node] = -1
    return pushed
  }
  return {
    connect: (from, to, capacity) => {
      half(from, to, capacity)
      half(to, from, 0)
    },
    push: (source, sink) => {
      let flow = 0
      for (let levels = levelsFrom(source); levels[sink] !== -1; levels = levelsFrom(source))
        flow += advance(levels, heads.slice(), { node: source, sink, most: Number.POSITIVE_INFINITY })
      return flow
    },
    reachable: (source) => Uint8Array.from(levelsFrom(source), (level) => (level === -1 ? 0 : 1)),
  }
}

/** A network on which flow is pushed along edges as far as they have room. */
export interface Network {
  readonly connect: (from: number, to: number, capacity: bigint) => void
  /** Pushes as much as possible from one node to another, and gives how much that was. */
  readonly push: (source: number, sink: number) => bigint
  /** The nodes that more flow could still reach, as 1. */
  readonly reachable: (source: number) => Uint8Array
}

/**
 * A maximum flow by Dinic's method: along shortest paths, level by level, until no path is left.
 *
 * Capacities are whole numbers of any size. Cost: nodes² × edges at worst; near linear in networks as shallow as those of voters and projects.
 * Source: Dinic, "Algorithm for solution of a problem of maximum flow in a network with power estimation", 1970.
 */
export const network = (nodes: number): Network => {
  const first = new Int32Array(nodes).fill(-1)
  const [ends, following] = [new Array<number>(), new Array<number>()]
  const rooms: Array<bigint> = []
  const half = (from: number, to: number, room: bigint): void => {
    following.push(first[from] ?? -1)
    first[from] = ends.length
    ends.push(to)
    rooms.push(room)
  }
  const distancesFrom = (source: number): Int32Array => {
    const distances = new Int32Array(nodes).fill(-1)
    distances[source] = 0
    const reached = [source]
    for (const node of reached)
      for (let edge = first[node] ?? -1; edge >= 0; edge = following[edge] ?? -1) {
        const end = ends[edge] ?? 0
        if (distances[end] !== -1 || rooms[edge] === 0n) continue
        distances[end] = (distances[node] ?? 0) + 1
        reached.push(end)
      }
    return distances
  }
  interface Search {
    readonly distances: Int32Array
    /** Of each node the first edge that may still lead on. */
    readonly open: Int32Array
    readonly sink: number
  }
  const advance = (search: Search, node: number, most: bigint): bigint => {
    if (node === search.sink) return most
    let left = most
    for (let edge = search.open[node] ?? -1; edge >= 0; edge = following[edge] ?? -1) {
      search.open[node] = edge
      const [end, room] = [ends[edge] ?? 0, rooms[edge] ?? 0n]
      if (room === 0n || search.distances[end] !== (search.distances[node] ?? 0) + 1) continue
      const flow = advance(search, end, room < left ? room : left)
      rooms[edge] = room - flow
      rooms[edge ^ 1] = (rooms[edge ^ 1] ?? 0n) + flow
      left -= flow
      if (left === 0n) return most
    }
    search.open[node] = -1
    return most - left
  }
  return {
    connect: (from, to, capacity) => {
      half(from, to, capacity)
      half(to, from, 0n)
    },
    push: (source, sink) => {
      let most = 0n
      for (let edge = first[source] ?? -1; edge >= 0; edge = following[edge] ?? -1) most += rooms[edge] ?? 0n
      let pushed = 0n
      for (let distances = distancesFrom(source); distances[sink] !== -1; distances = distancesFrom(source))
        pushed += advance({ distances, open: first.slice(), sink }, source, most)
      return pushed
    },
    reachable: (source) => Uint8Array.from(distancesFrom(source), (distance) => (distance === -1 ? 0 : 1)),
  }
}

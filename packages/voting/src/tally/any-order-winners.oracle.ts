import type { Victories, Victory } from './victories.ts'

const orders = <A>(list: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  list.length === 0 ? [[]] : list.flatMap((first, place) => orders(list.toSpliced(place, 1)).map((rest) => [first, ...rest]))

const reaches = (arcs: ReadonlyArray<Victory>, from: number, to: number, visited: ReadonlyArray<number> = []): boolean =>
  from === to || arcs.some(({ winner, loser }) => winner === from && !visited.includes(loser) && reaches(arcs, loser, to, [...visited, from]))

/** Every order of the victories, strength by strength; each locked one by one unless it closes a cycle. */
export const winnersOverAllOrders = ({ size, groups }: Victories): ReadonlyArray<number> => {
  const locked = groups.reduce<ReadonlyArray<ReadonlyArray<Victory>>>(
    (before, group) =>
      before.flatMap((arcs) =>
        orders(group).map((order) =>
          order.reduce((kept, victory) => (reaches(kept, victory.loser, victory.winner) ? kept : [...kept, victory]), arcs),
        ),
      ),
    [[]],
  )
  return Array.from({ length: size }, (_, option) => option).filter((option) => locked.some((arcs) => arcs.every(({ loser }) => loser !== option)))
}

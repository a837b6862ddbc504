import type { Majorities } from './majorities.ts'
import type { Victory } from './victories.ts'

const isBelow = (arcs: ReadonlyArray<Victory>, from: number, to: number, visited: ReadonlyArray<number> = []): boolean =>
  from === to || arcs.some(({ winner, loser }) => winner === from && !visited.includes(loser) && isBelow(arcs, loser, to, [...visited, from]))

/** All victories, group after group, each tried by walking through those that are locked; `text` names the strength. */
export const lockedPairsByWalking = (
  { options, support }: Majorities,
  strengthOf: (victory: Victory) => ReadonlyArray<number>,
  isRiver: boolean,
): ReadonlyArray<string> => {
  const places = [...options.keys()]
  const all = places.flatMap((winner) =>
    places.map((loser): Victory => ({ winner, loser, support: support(winner, loser), opposition: support(loser, winner) })),
  )
  const open = all.filter((victory) => victory.support > victory.opposition)
  const locked: Array<Victory> = []
  while (open.length > 0) {
    const strongest = open.map(strengthOf).reduce((left, right) => {
      const [first = 0, second = 0] = left.map((value, place) => value - (right[place] ?? 0))
      return first > 0 || (first === 0 && second >= 0) ? left : right
    })
    const isStrongest = (victory: Victory): boolean => strengthOf(victory).join() === strongest.join()
    const group = open.filter(isStrongest).filter(({ loser }) => !isRiver || locked.every((before) => before.loser !== loser))
    const together = [...locked, ...group]
    locked.push(...group.filter(({ winner, loser }) => !isBelow(together, loser, winner)))
    const rest = open.filter((victory) => !isStrongest(victory))
    open.splice(0, open.length, ...rest)
  }
  return locked.map(({ winner, loser }) => `${winner}>${loser}`).toSorted()
}

import type { Victories, Victory } from './victories.ts'

/** Paths of victories that grow: who stands above whom by any of them. */
interface Paths {
  readonly leads: (from: number, to: number) => boolean
  readonly add: (victory: Victory) => void
  readonly copy: () => Paths
}

/** Cost of an addition that says something new: size². */
const pathsOf = (size: number, reached: Uint8Array): Paths => ({
  leads: (from, to) => reached[from * size + to] === 1,
  add: ({ winner, loser }) => {
    if (reached[winner * size + loser] === 1) return
    for (let from = 0; from < size; from++) {
      if (from !== winner && reached[from * size + winner] === 0) continue
      reached[from * size + loser] = 1
      for (let to = 0; to < size; to++) if (reached[loser * size + to] === 1) reached[from * size + to] = 1
    }
  },
  copy: () => pathsOf(size, reached.slice()),
})

/** Of equally strong victories those that lie on no cycle with each other and those that are locked. */
const acyclicOf = (victories: ReadonlyArray<Victory>, locked: Paths): ReadonlyArray<Victory> => {
  if (victories.length < 2) return victories.filter(({ winner, loser }) => !locked.leads(loser, winner))
  const all = locked.copy()
  for (const victory of victories) all.add(victory)
  return victories.filter(({ winner, loser }) => !all.leads(loser, winner))
}

/**
 * Victories locked one strength after another, the strongest first: all of one strength that close no cycle together.
 *
 * Equally strong victories are taken at once, so that no order of the options decides: one that lies on a cycle with others
 * of its strength, with locked ones, or with both, is dropped, as are those others of its strength. A victory that locked ones
 * contradict is dropped in any case, and still counts in the cycles of its equals. `isOpen` may pass over a victory in the
 * light of those that stronger ones locked.
 * Cost: size² for each pair that says something new, once, and once more where several are equally strong.
 */
export const lockedPairs = ({ size, groups }: Victories, isOpen: (victory: Victory, isDefeated: Uint8Array) => boolean): ReadonlyArray<Victory> => {
  const paths = pathsOf(size, new Uint8Array(size * size))
  const isDefeated = new Uint8Array(size)
  const locked: Array<Victory> = []
  for (const group of groups) {
    const added = acyclicOf(
      group.filter((victory) => isOpen(victory, isDefeated)),
      paths,
    )
    for (const victory of added) {
      paths.add(victory)
      locked.push(victory)
    }
    for (const { loser } of added) isDefeated[loser] = 1
  }
  return locked
}

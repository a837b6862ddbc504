import type { Victories, Victory } from './victories.ts'

/** What is locked at one point of an order, and how it may go on. */
interface Locked {
  /** Who stands above whom: of each option a row of bits, one for each that it leads to. */
  readonly rows: Int32Array
  /** The first group of victories of which some are still to be locked. */
  readonly group: number
  readonly isWhole: boolean
  /** Victories that are still to be tried as the next one. */
  readonly tried: IterableIterator<Victory, undefined>
}

/** Thrown where more sets of locked victories would have to be looked at than the caller allows. */
export class TooManyOrders extends Error {
  override readonly name = 'TooManyOrders'
}

const leads = (rows: Int32Array, words: number, from: number, to: number): boolean => (((rows[from * words + (to >> 5)] ?? 0) >> (to & 31)) & 1) === 1

/** Locks a victory, and with it what follows from it. Cost: size². */
const lock = (rows: Int32Array, words: number, { winner, loser }: Victory): void => {
  if (leads(rows, words, winner, loser)) return
  for (let from = 0; from * words < rows.length; from++) {
    if (from !== winner && !leads(rows, words, from, winner)) continue
    for (let word = 0; word < words; word++) {
      const place = from * words + word
      rows[place] = (rows[place] ?? 0) | (rows[loser * words + word] ?? 0) | (word === loser >> 5 ? 1 << (loser & 31) : 0)
    }
  }
}

/**
 * The winners of ranked pairs over all orders of equally strong victories, among any options that are left: who is beaten
 * by no locked victory where these are locked one by one in some such order.
 *
 * For each option orders are looked for in which it wins; orders that lock the same are followed once. Of equally strong
 * victories those that lie on no cycle with one another and with what is locked are locked in any order, and so at once;
 * only the others are tried, each as the next one, those first that lead from the option to further ones. A branch ends where
 * the option is beaten.
 *
 * Errors: throws `TooManyOrders` for more than `most` sets of locked victories, over all calls. Cost: size² for each victory
 * that is tried; the sets are few unless many victories of large cycles are equally strong: to decide whether an option wins is
 * NP-complete.
 * Source: M. Brill & F. Fischer, "The price of neutrality for the ranked pairs method", AAAI 2012,
 * https://doi.org/10.1609/aaai.v26i1.8250
 */
export const anyOrderWinners = ({ size, groups }: Victories, most: number): ((left: ReadonlyArray<number>) => ReadonlyArray<number>) => {
  const words = (size >> 5) + 1
  let looks = 0

  /** Locks what every order locks, and gives the victories that are to be tried next, and their group; none at the end. */
  const advance = (open: ReadonlyArray<ReadonlyArray<Victory>>, rows: Int32Array, from: number): { group: number; tried: ReadonlyArray<Victory> } => {
    const isNew = ({ winner, loser }: Victory): boolean => !leads(rows, words, winner, loser) && !leads(rows, words, loser, winner)
    for (let group = from; group < open.length; group++) {
      const free = (open[group] ?? []).filter(isNew)
      if (free.length === 0) continue
      const together = rows.slice()
      for (const victory of free) lock(together, words, victory)
      const isOnCycle = ({ winner, loser }: Victory): boolean => leads(together, words, loser, winner)
      for (const victory of free) if (!isOnCycle(victory)) lock(rows, words, victory)
      const tried = free.filter((victory) => isOnCycle(victory) && isNew(victory))
      if (tried.length > 0) return { group, tried }
    }
    return { group: open.length, tried: [] }
  }

  return (left) => {
    const isLeft = new Uint8Array(size)
    for (const option of left) isLeft[option] = 1
    const open = groups.map((group) => group.filter(({ winner, loser }) => isLeft[winner] === 1 && isLeft[loser] === 1))
    const isUnbeaten = (rows: Int32Array, option: number): boolean => left.every((from) => !leads(rows, words, from, option))

    const stateOf = (option: number, rows: Int32Array, from: number): Locked => {
      if (++looks > most) throw new TooManyOrders()
      const { group, tried } = advance(open, rows, from)
      const isReached = (other: number): boolean => other === option || leads(rows, words, option, other)
      const isFurther = ({ winner, loser }: Victory): boolean => isReached(winner) && !isReached(loser)
      const others = tried.filter((victory) => !isFurther(victory) && victory.loser !== option)
      return { rows, group, isWhole: tried.length === 0, tried: [...tried.filter(isFurther), ...others].values() }
    }

    /** Locked victories of a whole order in which the option wins. */
    const wonBy = (option: number): Int32Array | undefined => {
      const seen = new Set<string>()
      const path = [stateOf(option, new Int32Array(size * words), 0)]
      for (let state = path.at(-1); state !== undefined; state = path.at(-1)) {
        const { rows, group, isWhole, tried } = state
        const isOpen = isUnbeaten(rows, option)
        // Nothing can beat any more who stands above all others, and no other order needs to be looked for.
        if (isOpen && (isWhole || left.every((other) => other === option || leads(rows, words, option, other)))) return rows
        const { value: victory } = isOpen ? tried.next() : { value: undefined }
        if (victory === undefined) {
          path.pop()
          continue
        }
        const next = rows.slice()
        lock(next, words, victory)
        const key = `${group} ${next.join()}`
        if (seen.has(key)) continue
        seen.add(key)
        path.push(stateOf(option, next, group))
      }
      return undefined
    }

    const winners = new Set<number>()
    for (const option of left) {
      const rows = winners.has(option) ? undefined : wonBy(option)
      if (rows !== undefined) for (const other of left) if (isUnbeaten(rows, other)) winners.add(other)
    }
    return left.filter((option) => winners.has(option))
  }
}

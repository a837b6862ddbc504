import type { Preferences } from '../../tally/preferences.ts'
import { hopeful } from './path-tree.ts'
import { transferValue, valuesFrom } from './transfer.ts'

/** A surplus, and the votes of which it is a part. */
interface Surplus {
  readonly surplus: bigint
  readonly votes: bigint
}

/** The papers of each option, at the value with which they came to it. */
export interface Piles {
  /** Voters whose paper names an option. */
  readonly voters: number
  /** What the papers of an option are worth together. */
  readonly votes: (option: number) => bigint
  /**
   * Hands all papers of an option on to whomever they name next and is hopeful, and adds to `votes`: each paper at the value
   * it has or, for a surplus, at its transfer value. What names nobody is left where it is.
   */
  readonly handOn: (option: number, surplus: Surplus | undefined, votes: Array<bigint>) => void
}

/** *Units*: `one` units make a vote. Cost: each entry of a paper is looked at once. */
export const pilesOf = ({ options, ballots, weights, starts, entries }: Preferences, states: Uint8Array, one: bigint): Piles => {
  const values = valuesFrom(one)
  /** Place of each paper's value, and of the option that has it. */
  const valueOf = new Int32Array(ballots)
  const placeOf = new Int32Array(ballots)
  /** The first paper of each option, and the next one of each paper. */
  const first = new Int32Array(options.length).fill(-1)
  const next = new Int32Array(ballots).fill(-1)
  let voters = 0

  /** Puts a paper on the pile of the first hopeful option from a place on; -1 where there is none. */
  const putOn = (paper: number, from: number): number => {
    const end = starts[paper + 1] ?? 0
    for (let place = from; place < end; place++) {
      const option = entries[place] ?? 0
      if (states[option] !== hopeful) continue
      placeOf[paper] = place
      next[paper] = first[option] ?? -1
      first[option] = paper
      return option
    }
    return -1
  }
  for (let paper = 0; paper < ballots; paper++) if (putOn(paper, starts[paper] ?? 0) !== -1) voters += weights[paper] ?? 0

  const votes = (option: number): bigint => {
    const counts: Array<number> = []
    for (let paper = first[option] ?? -1; paper !== -1; paper = next[paper] ?? -1) {
      const value = valueOf[paper] ?? 0
      counts[value] = (counts[value] ?? 0) + (weights[paper] ?? 0)
    }
    return Object.entries(counts).reduce((sum, [value, count]) => sum + values.units(Number(value)) * BigInt(count), 0n)
  }
  const handOn: Piles['handOn'] = (option, surplus, all) => {
    const after = new Map<number, number>()
    const valueAfter = (value: number): number => {
      const known = after.get(value)
      if (known !== undefined) return known
      const units = values.units(value)
      const place = surplus === undefined ? value : values.place(transferValue(units, surplus.surplus, surplus.votes))
      after.set(value, place)
      return place
    }
    /** Voters who bring each value to each option. */
    const brought = options.map(() => new Map<number, number>())
    let paper = first[option] ?? -1
    first[option] = -1
    while (paper !== -1) {
      const following = next[paper] ?? -1
      const value = valueAfter(valueOf[paper] ?? 0)
      valueOf[paper] = value
      const receiver = putOn(paper, (placeOf[paper] ?? 0) + 1)
      const counts = brought[receiver]
      if (counts !== undefined) counts.set(value, (counts.get(value) ?? 0) + (weights[paper] ?? 0))
      paper = following
    }
    for (const [receiver, counts] of brought.entries())
      for (const [value, count] of counts) all[receiver] = (all[receiver] ?? 0n) + values.units(value) * BigInt(count)
  }
  return { voters, votes, handOn }
}

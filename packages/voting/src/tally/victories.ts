import { formatRatio, ratio } from '@isegoria/exact'
import type { Majorities } from './majorities.ts'

/** One option that more voters prefer to another than the other way round. */
export interface Victory {
  readonly winner: number
  readonly loser: number
  /** Voters who prefer the winner. */
  readonly support: number
  /** Voters who prefer the loser. */
  readonly opposition: number
}

/** How strong a victory is, as an order and as exact text. Equally strong victories have one text. */
export interface Strength {
  /** Positive where the first is stronger. */
  readonly compare: (left: Victory, right: Victory) => number
  readonly textOf: (victory: Victory) => string
}

/** By the voters who prefer the winner. */
export const winningVotes: Strength = {
  compare: (left, right) => left.support - right.support,
  textOf: ({ support }) => `${support}`,
}

/** By how many more voters prefer the winner than prefer the loser. */
export const margins: Strength = {
  compare: (left, right) => left.support - left.opposition - (right.support - right.opposition),
  textOf: ({ support, opposition }) => `${support - opposition}`,
}

/** By how many times as many voters prefer the winner; without any opposition stronger than all others, and then by the support. */
export const ratios: Strength = {
  compare: (left, right) => {
    if (left.opposition === 0 || right.opposition === 0)
      return left.opposition === right.opposition ? left.support - right.support : right.opposition - left.opposition
    const difference = BigInt(left.support) * BigInt(right.opposition) - BigInt(right.support) * BigInt(left.opposition)
    return difference > 0n ? 1 : difference < 0n ? -1 : 0
  },
  textOf: ({ support, opposition }) => (opposition === 0 ? `${support}:0` : formatRatio(ratio(BigInt(support), BigInt(opposition)))),
}

/** By the given strength; of victories that are level by it, those with less opposition are stronger. */
export const thenLeastOpposed = ({ compare, textOf }: Strength): Strength => ({
  compare: (left, right) => compare(left, right) || right.opposition - left.opposition,
  textOf: (victory) => `${textOf(victory)} (${victory.support}:${victory.opposition})`,
})

/** The victories of an election by strength. */
export interface Victories {
  readonly size: number
  /** The strongest first, in groups that are equally strong. */
  readonly groups: ReadonlyArray<ReadonlyArray<Victory>>
  /** *Shape*: at `winner * size + loser` the rank of the strength, from 1 for the weakest; 0 where there is no victory. */
  readonly ranks: Int32Array
  /** The text of the strength of each rank. */
  readonly texts: ReadonlyArray<string>
}

/** Cost: one sort of the pairs; every further question is one about whole numbers. */
export const victoriesBy = ({ size, support }: Majorities, { compare, textOf }: Strength): Victories => {
  const all: Array<Victory> = []
  for (let winner = 0; winner < size; winner++)
    for (let loser = 0; loser < size; loser++) {
      const [pro, con] = [support(winner, loser), support(loser, winner)]
      if (pro > con) all.push({ winner, loser, support: pro, opposition: con })
    }
  const groups: Array<Array<Victory>> = []
  for (const victory of all.toSorted((left, right) => compare(right, left))) {
    const [strongest] = groups.at(-1) ?? []
    if (strongest !== undefined && compare(strongest, victory) === 0) groups.at(-1)?.push(victory)
    else groups.push([victory])
  }
  const ranks = new Int32Array(size * size)
  const texts = ['0']
  for (const [group, victories] of groups.entries()) {
    const rank = groups.length - group
    for (const { winner, loser } of victories) ranks[winner * size + loser] = rank
    const [first] = victories
    if (first !== undefined) texts[rank] = textOf(first)
  }
  return { size, groups, ranks, texts }
}

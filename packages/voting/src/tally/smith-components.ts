import type { Majorities } from './majorities.ts'
import { pairsWithin } from './pairs-within.ts'

/** The Smith set, then that of the rest, and so on: each option of one beats each of those behind it. */
export const smithComponents = ({ wins, size }: Majorities): ReadonlyArray<ReadonlyArray<number>> => {
  const { smithSet } = pairsWithin(wins, size)
  const components: Array<ReadonlyArray<number>> = []
  let left: ReadonlyArray<number> = Array.from({ length: size }, (_, option) => option)
  while (left.length > 0) {
    const members = new Set(smithSet(left))
    components.push([...members])
    left = left.filter((option) => !members.has(option))
  }
  return components
}

/** The size of the largest of them: rules that take long work on one at a time. */
export const largestOf = (components: ReadonlyArray<ReadonlyArray<number>>): number =>
  components.reduce((most, { length }) => Math.max(most, length), 0)

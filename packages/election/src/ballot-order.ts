import { byCodeUnit } from '@isegoria/kernel'
import { ballotTypes, endOfTier } from './ballot-numbers.ts'
import type { NumberedBallots } from './ballot-numbers.ts'

const [approval, weakOrder] = [ballotTypes.indexOf('approval'), ballotTypes.indexOf('weak-order')]
const withPoints = [ballotTypes.indexOf('cumulative'), ballotTypes.indexOf('score')]

/** Places of the given texts in ascending order. */
const ranksOf = (texts: ReadonlyArray<string>): Int32Array => {
  const ranks = new Int32Array(texts.length)
  const order = [...texts.keys()].toSorted((left, right) => byCodeUnit(texts[left] ?? '', texts[right] ?? ''))
  for (const [rank, place] of order.entries()) ranks[place] = rank
  return ranks
}

/** The places in each of which a sequence holds a set: the whole of it, or each tier. */
function* setsIn(sequence: Int32Array): Generator<Int32Array> {
  const kind = sequence[0]
  if (kind === approval) yield sequence.subarray(1)
  if (kind !== weakOrder) return
  for (let start = 1; start < sequence.length;) {
    const end = sequence.indexOf(endOfTier, start)
    yield sequence.subarray(start, end)
    start = end + 1
  }
}

/**
 * The numbers of ballots in the order of their canonical texts, without writing the texts; `undefined` where some are
 * given with points, whose digits are ordered as text.
 *
 * Why it is the same order: kinds are ordered as the keys of their texts are. Two lists of options first differ in an
 * option, whose JSON strings tell, since none begins another; or one list goes on where the other ends, and then the comma
 * of the one stands before the bracket of the other. So each option becomes the place of its JSON string among all, the
 * end of a tier is larger than any option, and a longer list comes first.
 */
export const orderOfTexts = ({ options, sequences: { count, all, ends } }: NumberedBallots): ReadonlyArray<number> | undefined => {
  const byId = ranksOf(options)
  const byText = ranksOf(options.map((id) => JSON.stringify(id)))
  const textOfRank = new Int32Array(options.length)
  for (const [option, rank] of byId.entries()) textOfRank[rank] = byText[option] ?? 0
  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0))

  const keys = all.slice(0, count === 0 ? 0 : ends[count - 1])
  for (let number = 0; number < count; number++) {
    const [start, end] = [startOf(number), ends[number] ?? 0]
    const kind = keys[start] ?? 0
    if (withPoints.includes(kind)) return undefined
    for (let place = start + 1; place < end; place++) if (keys[place] !== endOfTier) keys[place] = byId[keys[place] ?? 0] ?? 0
    if (kind === approval || kind === weakOrder) for (const set of setsIn(keys.subarray(start, end))) set.sort()
    for (let place = start + 1; place < end; place++) {
      const rank = keys[place] ?? 0
      keys[place] = rank === endOfTier ? options.length : (textOfRank[rank] ?? 0)
    }
  }
  const compare = (left: number, right: number): number => {
    let [l, r] = [startOf(left), startOf(right)]
    const [leftEnd, rightEnd] = [ends[left] ?? 0, ends[right] ?? 0]
    while (l < leftEnd && r < rightEnd) {
      const difference = (keys[l++] ?? 0) - (keys[r++] ?? 0)
      if (difference !== 0) return difference
    }
    return rightEnd - r - (leftEnd - l)
  }
  return Array.from({ length: count }, (_, number) => number).toSorted(compare)
}

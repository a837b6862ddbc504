import { byCodeUnit, seededPrng } from '@isegoria/kernel'
import type { OptionId } from './option.ts'

/**
 * A lot: every option in an order that follows from the seed alone, whatever the order in which they are given. Publish the
 * seed, or how it will be made, before the ballots are known.
 *
 * @example
 * const order = drawLot(['ash', 'elm', 'oak'], 'the closing price of 3 March')
 * order // => ['elm', 'oak', 'ash']
 */
export const drawLot = (options: Iterable<OptionId>, seed: string): ReadonlyArray<OptionId> => {
  const draw = seededPrng(seed)
  const order = [...options].toSorted(byCodeUnit)
  // Fisher and Yates: from the last place down, each place gets one of those that are left.
  for (let place = order.length - 1; place > 0; place--) {
    const other = draw.below(place + 1)
    const [here, there] = [order[place], order[other]]
    if (here !== undefined && there !== undefined) [order[place], order[other]] = [there, here]
  }
  return order
}

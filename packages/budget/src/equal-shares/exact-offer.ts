import type { FixedPoint } from './fixed-point.ts'
import type { History, Payers } from './history.ts'
import type { Market } from './market.ts'
import type { Purses } from './scan.ts'

/** An exact price per unit of gain, not in lowest terms. */
export interface ExactPrice {
  readonly numerator: bigint
  readonly denominator: bigint
  /** Where in the list of supporters those stand who can pay it in full; absent where floats tell. */
  readonly rich?: ReadonlyArray<number>
}

/** What an exact price is worked out from: the state of a run, and how far its floats may be from the truth. */
export interface ExactState {
  readonly market: Market
  readonly history: History
  readonly purses: Purses
  readonly money: FixedPoint
}

/**
 * The exact price per unit of gain at which the supporters of a project can pay for it, or `undefined` where they cannot.
 *
 * `least` is a price that the true one does not fall below, `error` the most that a purse differs from its float. Supporters
 * who have less than `least` are poor. From there it goes as the definition says: as long as somebody has less than what
 * the others would have to pay, they give all they have. Only who stands near the price is compared exactly.
 */
export const exactPrice = ({ market, history, purses, money }: ExactState, project: number, least: number, error: number): ExactPrice | undefined => {
  const { starts, ends, supporters, gains } = purses
  const poor = history.noPayers()
  let rich: Array<number> = []
  let gain = 0
  for (let place = starts[project] ?? 0; place < (ends[project] ?? 0); place++) {
    const group = supporters[place] ?? 0
    const voters = purses.live[group] ?? 0
    if (voters === 0) continue
    if ((purses.left[group] ?? 0) + error < (gains[place] ?? 1) * least) history.addGroup(poor, group)
    else {
      rich.push(place)
      gain += voters * (gains[place] ?? 1)
    }
  }
  const isPoor = poverty(history)
  const cost = (market.costs[project] ?? 0n) * history.denominator()
  for (;;) {
    if (gain === 0) return undefined
    const price = { numerator: cost - history.leftOf(poor), denominator: history.denominator() * BigInt(gain) }
    const near = money.of(price).units + 1
    const stillRich: Array<number> = []
    for (const place of rich) {
      const group = supporters[place] ?? 0
      const each = gains[place] ?? 1
      const isRich = (purses.left[group] ?? 0) - error > each * near || !isPoor(group, each, price)
      if (isRich) stillRich.push(place)
      else {
        history.addGroup(poor, group)
        gain -= (purses.live[group] ?? 0) * each
      }
    }
    if (stillRich.length === rich.length) return { ...price, rich }
    rich = stillRich
  }
}

/** Whether a voter of a group has less than a gain costs; what groups of one history have is worked out once. */
const poverty = (history: History): ((group: number, gain: number, price: ExactPrice) => boolean) => {
  const known = new Map<string, { readonly voters: bigint; readonly left: bigint }>()
  const leftOf = (group: number) => {
    const payers: Payers = history.noPayers()
    history.addGroup(payers, group)
    const key = payers.gains.map((gains) => gains / payers.voters).join()
    const found = known.get(key) ?? { voters: BigInt(payers.voters), left: history.leftOf(payers) }
    known.set(key, found)
    return found
  }
  return (group, gain, { numerator, denominator }) => {
    const { voters, left } = leftOf(group)
    return left * (denominator / history.denominator()) < numerator * BigInt(gain) * voters
  }
}

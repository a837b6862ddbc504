import type { Ballot, OptionId } from '@isegoria/election'

const raisedInRanking = (ranking: ReadonlyArray<OptionId>, option: OptionId): ReadonlyArray<Ballot> => {
  const others = ranking.filter((id) => id !== option)
  const place = ranking.includes(option) ? ranking.indexOf(option) : ranking.length + 1
  const places = new Set([place - 1, 0].filter((higher) => higher >= 0 && higher < place))
  return [...places].map((higher) => ({ type: 'ordinal', ranking: others.toSpliced(higher, 0, option) }))
}

const raisedInTiers = (tiers: ReadonlyArray<ReadonlyArray<OptionId>>, option: OptionId): ReadonlyArray<Ballot> => {
  const own = tiers.findIndex((tier) => tier.includes(option))
  const place = own === -1 ? tiers.length : own
  const others = tiers.map((tier) => tier.filter((id) => id !== option))
  const isAlone = own !== -1 && others[own]?.length === 0
  const above = (at: number): ReadonlyArray<ReadonlyArray<OptionId>> => others.toSpliced(at, 0, [option])
  const joined = others.map((tier, at) => (at === place - 1 ? [...tier, option] : tier))
  const raised = [...(isAlone ? [] : [above(place)]), ...(place > 0 ? [joined, above(0)] : [])]
  return raised.map((higher) => ({ type: 'weak-order', tiers: higher.filter((tier) => tier.length > 0) }))
}

/** The points of an option one higher, and higher than all others. */
const raisedInPoints = (points: ReadonlyArray<readonly [OptionId, number]>, option: OptionId): ReadonlyArray<ReadonlyArray<[OptionId, number]>> => {
  const others = points.filter(([id]) => id !== option).map(([id, number]): [OptionId, number] => [id, number])
  const own = points.find(([id]) => id === option)?.[1] ?? 0
  const most = Math.max(own, ...others.map(([, number]) => number))
  return [...new Set([own + 1, most + 1])].map((higher) => [...others, [option, higher]])
}

/**
 * The ballot with one option raised and all else equal: by a place and to the top, approved, chosen where none was, with
 * more points. None where it cannot be raised without another falling behind a third.
 *
 * @example
 * raised({ type: 'ordinal', ranking: ['oak', 'ash', 'elm'] }, 'ash') // => [{ type: 'ordinal', ranking: ['ash', 'oak', 'elm'] }]
 */
export const raised = (ballot: Ballot, option: OptionId): ReadonlyArray<Ballot> => {
  switch (ballot.type) {
    case 'approval':
      return ballot.approved.includes(option) ? [] : [{ ...ballot, approved: [...ballot.approved, option] }]
    case 'choose-one':
      return ballot.choice === null ? [{ ...ballot, choice: option }] : []
    case 'ordinal':
      return raisedInRanking(ballot.ranking, option)
    case 'weak-order':
      return raisedInTiers(ballot.tiers, option)
    case 'cumulative':
      return raisedInPoints(ballot.points, option).map((points) => ({ ...ballot, points }))
    case 'score':
      return raisedInPoints(ballot.scores, option).map((scores) => ({ ...ballot, scores }))
  }
}

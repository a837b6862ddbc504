import type { OptionId } from './option.ts'
import type { CommitteeOutcome, RankingOutcome, Tie } from './outcome.ts'
import type { TieBreak } from './tie-break.ts'

/** What settled a tie: the step that told the chosen one from the next. */
const byStep = (order: TieBreak, [first, second]: ReadonlyArray<OptionId>): string =>
  first === undefined || second === undefined ? 'given-order' : order.settledBy(first, second)

/**
 * The step after a count: a ranking whose ties are left as values becomes one without, and each tie that was settled is
 * recorded in it.
 *
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const election = { options: [{ id: 'elm', cost: 0n }, { id: 'ash', cost: 0n }], profile: emptyProfile, decimals: 0 }
 * const level = { type: 'ranking', ranking: [['elm', 'ash']], winners: ['elm', 'ash'], ties: [], rounds: [] } as const
 * const order = tieBreakOf('any', election, 'option-id')
 * if (E.isLeft(order)) throw new Error('refused')
 * const { winners, ties } = settleRanking(level, order.right)
 * winners // => ['ash']
 * ties // => [{ round: 1, tied: ['ash', 'elm'], chosen: 'ash', by: 'option-id' }]
 */
export const settleRanking = (outcome: RankingOutcome, order: TieBreak): RankingOutcome => {
  const ties: Array<Tie> = []
  const ranking: Array<ReadonlyArray<OptionId>> = []
  for (const tier of outcome.ranking) {
    const sorted = tier.toSorted(order.compare)
    for (const [place, chosen] of sorted.entries()) {
      const left = sorted.slice(place)
      if (left.length > 1) ties.push({ round: ranking.length + 1, tied: left, chosen, by: byStep(order, left) })
      ranking.push([chosen])
    }
  }
  const winner = outcome.winners.toSorted(order.compare)[0]
  return { ...outcome, ranking, winners: winner === undefined ? [] : [winner], ties: [...outcome.ties, ...ties] }
}

/** The same for committees: of those that are equally good the one whose best member, then next best, comes first in the order. */
export const settleCommittees = (outcome: CommitteeOutcome, order: TieBreak): CommitteeOutcome => {
  const sorted = outcome.committees
    .map((committee) => committee.toSorted(order.compare))
    .toSorted((left, right) => {
      const place = left.findIndex((id, at) => id !== right[at])
      const [l, r] = [left[place], right[place]]
      return l === undefined || r === undefined ? left.length - right.length : order.compare(l, r)
    })
  const [first, second] = sorted
  if (first === undefined || second === undefined) return outcome
  const chosen = first.find((id) => !second.includes(id)) ?? first[0] ?? ''
  const rival = second.find((id) => !first.includes(id)) ?? chosen
  const tied = outcome.committees.flat().filter((id, place, all) => all.indexOf(id) === place)
  const tie: Tie = { round: outcome.rounds.length + 1, tied, chosen, by: order.settledBy(chosen, rival) }
  return { ...outcome, committees: [first], ties: [...outcome.ties, tie] }
}

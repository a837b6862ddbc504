import { defineRule, gradesOf, pointsByOption, sumsOf, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Election, OptionId, RankingOutcome, Round, Rule, TieBreak } from '@isegoria/election'
import { compare, formatRatio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/** Voters who score the first option higher than the second, and the other way round. */
const runoffOf = ({ profile }: Election, one: OptionId, other: OptionId): readonly [number, number] => {
  let [forOne, forOther] = [0, 0]
  for (const { ballot, weight } of profile.ballots) {
    const points = pointsByOption(ballot)
    const [left, right] = [points.get(one) ?? 0, points.get(other) ?? 0]
    if (left > right) forOne += weight
    if (right > left) forOther += weight
  }
  return [forOne, forOther]
}

const rank = (election: Election, order: TieBreak): RankingOutcome => {
  const grades = gradesOf(election)
  const sums = sumsOf(grades)
  const byScore = rankingByPoints(grades.options, sums, 'total')
  const isMarked = grades.tallies.some((tally) => tally.some((voters) => voters > 0n))
  const totals = new Map<OptionId, Ratio>(grades.options.map((option, place) => [option, sums[place] ?? zero]))
  const totalOf = (option: OptionId): Ratio => totals.get(option) ?? zero
  const sorted = byScore.ranking.flatMap((tier) => tier.toSorted(order.compare))
  const [one, other, third] = sorted
  if (one === undefined || other === undefined || !isMarked) return byScore
  const isSettled = third !== undefined && compare(totalOf(other), totalOf(third)) === 0
  const tied = grades.options.filter((option) => compare(totalOf(option), totalOf(other)) === 0)
  const ties = isSettled ? [{ round: 1, tied, chosen: other, by: order.settledBy(other, third) }] : []
  const [forOne, forOther] = runoffOf(election, one, other)
  const isLevel = forOne === forOther && compare(totalOf(one), totalOf(other)) === 0
  const final = isLevel ? [[one, other]] : forOne >= forOther ? [[one], [other]] : [[other], [one]]
  const others = byScore.ranking.map((tier) => tier.filter((option) => option !== one && option !== other)).filter((tier) => tier.length > 0)
  const ranking = [...final, ...others]
  const told = sorted.map((option, place): Round => {
    const decision = place < 2 ? 'admitted' : 'eliminated'
    return { round: 1, option, decision, figures: { total: formatRatio(totalOf(option)) } }
  })
  const second = final.flat().map((option): Round => {
    return { round: 2, option, decision: 'ranked', figures: { preferred: `${option === one ? forOne : forOther}` } }
  })
  return { type: 'ranking', ranking, winners: ranking[0] ?? [], ties, rounds: [...told, ...second] }
}

/**
 * STAR, score then automatic runoff: of the two options with the highest sums of scores the one that more voters score higher
 * than the other wins.
 *
 * What a ballot does not score counts as 0. The others follow by their sums.
 *
 * Ties: where sums do not tell who the two are, the chain `ties` does. A level runoff goes to the higher sum; where the sums
 * are level too the two share a tier. The protocols that starvoting.org publishes for ties, of which there are several, agree on
 * the second of these. They differ on the first: there options with level sums are first compared in pairs, then by how often
 * they have the highest score, and only then by lot. Nothing of that is done here: a body that counts by such a protocol looks
 * at `ties` of the outcome and settles what stands there.
 * Cost: one look-up for each score given, twice.
 * Source: https://www.starvoting.org/star; for ties https://www.starvoting.org/ties
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([
 *   { type: 'score', scores: [['oak', 5], ['ash', 4], ['elm', 0]] },
 *   { type: 'score', scores: [['oak', 5], ['ash', 4], ['elm', 1]] },
 *   { type: 'score', scores: [['oak', 0], ['ash', 5], ['elm', 2]] },
 * ])
 * const outcome = applyRule(star, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash'], ['elm']]
 */
export const star: Rule = defineRule({
  id: 'star',
  version: '1',
  title: 'STAR voting',
  family: 'voting',
  source: 'https://www.starvoting.org/star',
  ballots: ['score'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism'],
  violates: ['majority', 'condorcet-consistency', 'smith', 'participation', 'consistency'],
  count: (election, { ties = 'given-order' }) => {
    const order = tieBreakOf('star', election, ties)
    return E.isLeft(order) ? order : E.right(rank(election, order.right))
  },
})

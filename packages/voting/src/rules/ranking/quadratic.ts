import { defineRule, gradesOf, pointsByOption, sumsOf } from '@isegoria/election'
import type { Ballot, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { rankingByPoints } from '../../tally/ranking-by-points.ts'

/** What the votes of a ballot cost. */
const costOf = (ballot: Ballot): bigint => {
  let cost = 0n
  for (const votes of pointsByOption(ballot).values()) cost += BigInt(votes) * BigInt(votes)
  return cost
}

/**
 * Quadratic voting: `v` votes for an option cost a voter `v²` credits, and the option with the most votes wins.
 *
 * The points of a ballot are its votes. Errors: `BallotNotCountable` where a ballot costs more than `credits`.
 *
 * Ties: options of equal votes share a tier. Cost: one look-up for each option that gets votes.
 * Source: S. P. Lalley and E. G. Weyl, "Quadratic voting: How mechanism design can radicalize democracy", AEA Papers and
 * Proceedings 108, 2018, https://doi.org/10.1257/pandp.20181002
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'cumulative', points: [['oak', 3]] }, { type: 'cumulative', points: [['oak', 1], ['ash', 2]] }])
 * const outcome = applyRule(quadratic, { options, profile, decimals: 0 }, { credits: '9' })
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['oak'], ['ash']]
 * applyRule(quadratic, { options, profile, decimals: 0 }, { credits: '8' }) // => E.left({ type: 'BallotNotCountable', rule: 'quadratic', reason: 'a ballot costs 9 credits, of which a voter has 8' })
 */
export const quadratic: Rule = defineRule({
  id: 'quadratic',
  version: '1',
  title: 'Quadratic voting',
  family: 'voting',
  source: 'https://doi.org/10.1257/pandp.20181002',
  ballots: ['cumulative'],
  parameters: [
    { name: 'credits', least: 1, most: 1_000_000_000, default: 100, meaning: 'credits of each voter; v votes for an option cost v² of them' },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency'],
  count: (election, { credits = '100' }) => {
    for (const { ballot } of election.profile.ballots) {
      const cost = costOf(ballot)
      if (cost > BigInt(credits))
        return E.left({ type: 'BallotNotCountable', rule: 'quadratic', reason: `a ballot costs ${cost} credits, of which a voter has ${credits}` })
    }
    const grades = gradesOf(election)
    return E.right(rankingByPoints(grades.options, sumsOf(grades), 'votes'))
  },
})

import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { lastInOrder, leastOf } from '../../tally/count-down.ts'
import type { Piles } from '../../tally/first-preferences.ts'
import { pairwise, unrankedOf } from '../../tally/pairwise.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { isOpen, runoff } from '../../tally/runoff.ts'
import type { Decision } from '../../tally/runoff.ts'
import { weakestOf } from '../../tally/weakest.ts'
import { withoutLevelTiers } from '../../tally/without-level-tiers.ts'

/**
 * Instant runoff, or the alternative vote: the option that the fewest voters put first is eliminated and its ballots move on,
 * until one is left.
 *
 * The ranking is the order of elimination, read backwards. With `places=succession` whoever has more than half of all voters
 * takes the next place instead and leaves the count with the ballots moving on, which changes the places below the winner.
 *
 * Ties: options that a ballot ranks level share its vote in equal parts, or are passed over (`level=skipped`). Of several
 * that are last together one is eliminated by the chain `ties`, all of them (`tied=all`), or (`tied=weakest`) those that beat
 * none of the others in a pair and have neither more victories in pairs nor a better balance of victories and defeats, all
 * where there is no such option. Two that are left and level share a tier, as do all that are left when no ballot ranks any of
 * them, and all that are eliminated together; where nobody else is left, that tier is the first.
 * Cost: linear in the ranked options; each ballot is moved, never counted again. `tied=weakest` counts pairs when it must.
 * Source: N. Tideman, "The single transferable vote", Journal of Economic Perspectives 9(1), 1995, https://doi.org/10.1257/jep.9.1.27
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak'], ['oak', 'ash'], ['elm'], ['elm', 'oak'], ['ash', 'elm']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(irv, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['elm'], ['oak'], ['ash']]
 * E.isRight(outcome) && outcome.right.rounds[0]?.tallies // => { oak: '2', ash: '1', elm: '2' }
 */
export const irv: Rule = defineRule({
  id: 'irv',
  version: '1',
  title: 'Instant runoff',
  family: 'voting',
  source: 'https://doi.org/10.1257/jep.9.1.27',
  ballots: ['choose-one', 'ordinal', 'weak-order'],
  parameters: [
    {
      name: 'level',
      values: ['shared', 'skipped'],
      meaning: 'options that a ballot ranks level share its vote, or the ballot passes them over',
    },
    {
      name: 'places',
      values: ['elimination', 'succession'],
      meaning: 'the ranking is the order of elimination read backwards, or who has more than half of all voters takes the next place',
    },
    {
      name: 'tied',
      values: ['one', 'all', 'weakest'],
      meaning: 'of those that are last together one is eliminated, or all, or those that are weakest in pairs',
    },
    {
      name: 'unranked',
      values: ['last', 'ignored'],
      meaning: 'for tied=weakest: an option that a ballot does not rank stands below those that it ranks, or is not compared with any',
    },
    tieBreakParameter('given-order'),
  ],
  claims: ['anonymity', 'determinism', 'majority', 'condorcet-loser'],
  violates: ['condorcet-consistency', 'smith', 'monotonicity', 'participation', 'consistency'],
  count: (election, { level, places, tied, unranked, ties = 'given-order' }) => {
    const order = tieBreakOf('irv', election, ties)
    if (E.isLeft(order)) return order
    const ranked = preferencesOf(election)
    const voters = BigInt(election.profile.voters)
    let weakest: ReturnType<typeof weakestOf> | undefined

    const losers = (last: ReadonlyArray<number>): Omit<Decision, 'goes'> => {
      if (tied === 'one') return lastInOrder(ranked.options, last, order.right)
      if (tied === 'all' || last.length === 1) return { options: last }
      weakest ??= weakestOf(pairwise(ranked, unrankedOf(unranked)), ranked.options.length)
      return { options: weakest(last) }
    }
    const decide = (left: ReadonlyArray<number>, { votesOf, scale }: Piles): Decision => {
      const leader = left.find((option) => 2n * votesOf(option) > voters * scale)
      if (places === 'succession' && leader !== undefined) return { goes: 'ahead', options: [leader] }
      if (tied !== 'weakest' && isOpen(left, votesOf)) return { goes: 'ahead', options: left }
      const gone = losers(leastOf(left, votesOf))
      return { goes: gone.options.length === left.length ? 'ahead' : 'out', ...gone }
    }
    return E.right(runoff(level === 'skipped' ? withoutLevelTiers(ranked) : ranked, decide))
  },
})

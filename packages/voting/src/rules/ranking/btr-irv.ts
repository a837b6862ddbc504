import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { OptionId, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { lastInOrder } from '../../tally/count-down.ts'
import type { SettledTie } from '../../tally/count-down.ts'
import { pairsWithin } from '../../tally/pairs-within.ts'
import { pairwise } from '../../tally/pairwise.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import { isOpen, runoff } from '../../tally/runoff.ts'

/**
 * Bottom-two runoff: of the two options with the fewest first preferences the one that loses their pair is eliminated, until
 * one is left.
 *
 * An option that a ballot leaves out stands below those that it ranks. Those eliminated follow the winner, the last one first.
 *
 * Ties: options that a ballot ranks level share its vote. Who are the bottom two is settled by the chain `ties` where votes do
 * not tell; of two that are level in their pair the one with fewer votes goes, and then the one that the chain puts last. Two
 * that are left and level share a tier, as do all that no ballot ranks any more.
 * Cost: one matrix of pairs, and options² for each elimination.
 * Source: R. LeGrand, "Bottom-two-runoff IRV", as described in https://electowiki.org/wiki/Bottom-Two-Runoff_IRV
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak', 'ash', 'elm'], ['oak', 'ash', 'elm'], ['elm', 'ash', 'oak'], ['elm', 'ash', 'oak'], ['ash', 'elm', 'oak']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(btrIrv, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['ash'], ['oak'], ['elm']]
 */
export const btrIrv: Rule = defineRule({
  id: 'btr-irv',
  version: '1',
  title: 'Bottom-two runoff',
  family: 'voting',
  source: 'https://electowiki.org/wiki/Bottom-Two-Runoff_IRV',
  ballots: ['ordinal', 'weak-order'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith'],
  violates: ['monotonicity', 'participation', 'consistency'],
  count: (election, { ties: chain = 'given-order' }) => {
    const order = tieBreakOf('btr-irv', election, chain)
    if (E.isLeft(order)) return order
    const preferences = preferencesOf(election)
    const { options } = preferences
    const pairs = pairsWithin(pairwise(preferences, 'last'), options.length)
    const idOf = (option: number | undefined): OptionId => options[option ?? 0] ?? ''
    return E.right(
      runoff(preferences, (left, { votesOf }) => {
        if (isOpen(left, votesOf)) return { goes: 'ahead', options: left }
        const ties: Array<SettledTie> = []
        const sorted = left.toSorted((one, other) => {
          const [votes, others] = [votesOf(one), votesOf(other)]
          return votes < others ? -1 : votes > others ? 1 : order.right.compare(idOf(other), idOf(one))
        })
        const [one = 0, other = one, third] = sorted
        if (third !== undefined && votesOf(other) === votesOf(third)) {
          const tied = left.filter((option) => votesOf(option) === votesOf(other))
          ties.push({ tied: tied.map(idOf), chosen: idOf(other), by: order.right.settledBy(idOf(third), idOf(other)) })
        }
        const margin = pairs.margin(one, other)
        if (margin !== 0) return { goes: 'out', options: [margin < 0 ? one : other], ties }
        const last = votesOf(one) === votesOf(other) ? lastInOrder(options, [one, other], order.right) : { options: [one], ties: [] }
        return { goes: 'out', options: last.options, ties: [...ties, ...last.ties] }
      }),
    )
  },
})

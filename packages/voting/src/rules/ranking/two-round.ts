import { defineRule } from '@isegoria/election'
import type { RankingOutcome, Round, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { pilesOf } from '../../tally/first-preferences.ts'
import type { Piles } from '../../tally/first-preferences.ts'
import { preferencesOf } from '../../tally/preferences.ts'
import type { Preferences } from '../../tally/preferences.ts'

interface Standing {
  readonly option: number
  readonly votes: bigint
}

const standingsOf = (options: ReadonlyArray<number>, { votesOf }: Piles): ReadonlyArray<Standing> =>
  options
    .map((option) => ({ option, votes: votesOf(option) }))
    .toSorted((left, right) => (left.votes > right.votes ? -1 : left.votes < right.votes ? 1 : left.option - right.option))

const hasMajority = (standings: ReadonlyArray<Standing>): boolean => {
  const cast = standings.reduce((sum, { votes }) => sum + votes, 0n)
  return 2n * (standings[0]?.votes ?? 0n) > cast
}

/** The first two, and whoever has as many votes as the second. */
const finalistsOf = (standings: ReadonlyArray<Standing>): ReadonlyArray<Standing> => {
  const second = standings[1]?.votes
  return second === undefined ? standings : standings.filter(({ votes }) => votes >= second)
}

const tiersOf = (standings: ReadonlyArray<Standing>): ReadonlyArray<ReadonlyArray<Standing>> => {
  const tiers: Array<Array<Standing>> = []
  for (const one of standings) {
    const tier = tiers.at(-1)
    if (tier?.[0]?.votes === one.votes) tier.push(one)
    else tiers.push([one])
  }
  return tiers
}

const rank = (preferences: Preferences): RankingOutcome => {
  const { options } = preferences
  const piles = pilesOf(preferences)
  const idOf = ({ option }: Standing): string => options[option] ?? ''
  const first = standingsOf([...options.keys()], piles)
  const isDecided = hasMajority(first)
  const finalists = isDecided ? first : finalistsOf(first)
  const others = first.slice(finalists.length)
  const isLast = isDecided || others.length === 0
  for (const { option } of others) piles.remove(option)
  const final = isLast
    ? finalists
    : standingsOf(
        finalists.map(({ option }) => option).toSorted((left, right) => left - right),
        piles,
      )
  const told = (round: number, decision: string, standings: ReadonlyArray<Standing>): ReadonlyArray<Round> =>
    standings.map((one) => ({ round, option: idOf(one), decision, figures: { votes: piles.format(one.votes) } }))
  const ranking = [...tiersOf(final), ...tiersOf(others)].map((tier) => tier.map(idOf))
  const rounds = isLast
    ? told(1, 'ranked', first)
    : [...told(1, 'admitted', finalists), ...told(1, 'eliminated', others), ...told(2, 'ranked', final)]
  return { type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds }
}

/**
 * Two rounds on one ballot: who is put first by more than half of those who put anybody first wins; otherwise the two with
 * the most votes meet in a second round, to which each ballot gives its vote as it ranks them.
 *
 * Those who are not in the second round follow by their votes in the first.
 *
 * Ties: options that a ballot ranks level share its vote in equal parts. All who are level on the second place go to the
 * second round, in which the most votes win. Options with equal votes share a tier.
 * Cost: linear in the ranked options.
 * Source: the French presidential election, Constitution of 4 October 1958, article 7, here on one ranked ballot
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const rankings = [['oak'], ['oak', 'ash'], ['elm'], ['elm', 'oak'], ['ash', 'elm']]
 * const profile = profileOf(rankings.map((ranking) => ({ type: 'ordinal', ranking })))
 * const outcome = applyRule(twoRound, { options, profile, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['elm'], ['oak'], ['ash']]
 */
export const twoRound: Rule = defineRule({
  id: 'two-round',
  version: '1',
  title: 'Two rounds',
  family: 'voting',
  source: 'Constitution of 4 October 1958 (France), article 7',
  ballots: ['choose-one', 'ordinal', 'weak-order'],
  parameters: [],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority'],
  violates: ['condorcet-consistency', 'smith', 'monotonicity', 'participation', 'consistency', 'clone-independence'],
  count: (election) => E.right(rank(preferencesOf(election))),
})

import { defineRule, marked } from '@isegoria/election'
import type { Ballot, Election, OptionId, RankingOutcome, Round, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { drawnBallots } from '../../tally/drawn-ballots.ts'

type Tier = ReadonlyArray<OptionId>

const tiersOf = (ballot: Ballot): ReadonlyArray<Tier> => {
  if (ballot.type === 'weak-order') return ballot.tiers
  return ballot.type === 'ordinal' ? ballot.ranking.map((id) => [id]) : [marked(ballot)]
}

/** The tier in parts as a ballot orders them, best first; what the ballot does not name is last. */
const split = (tier: Tier, placeOf: ReadonlyMap<OptionId, number>): ReadonlyArray<Tier> => {
  if (tier.length === 1) return [tier]
  const parts = new Map<number, Array<OptionId>>()
  for (const id of tier) {
    const place = placeOf.get(id) ?? Infinity
    const part = parts.get(place)
    if (part === undefined) parts.set(place, [id])
    else part.push(id)
  }
  return [...parts].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, part]) => part)
}

/** For each option its first tier on a ballot. */
const placesOn = (ballot: Ballot): ReadonlyMap<OptionId, number> => {
  const places = new Map<OptionId, number>()
  for (const [place, tier] of tiersOf(ballot).entries()) for (const id of tier) if (!places.has(id)) places.set(id, place)
  return places
}

const rank = ({ options, profile }: Election, drawn: Iterable<number>): RankingOutcome => {
  const rounds: Array<Round> = []
  const isKnown = new Uint8Array(profile.ballots.length)
  let ranking: ReadonlyArray<Tier> = options.length === 0 ? [] : [options.map(({ id }) => id)]
  let draws = 0
  if (ranking.length < options.length)
    for (const number of drawn) {
      draws++
      const cast = profile.ballots[number]
      if (cast === undefined || isKnown[number] === 1) continue
      isKnown[number] = 1
      const placeOf = placesOn(cast.ballot)
      const parts = ranking.map((tier) => split(tier, placeOf))
      const raised = parts.flatMap((part) => part.slice(0, -1).flat())
      for (const option of raised) rounds.push({ round: draws, option, decision: 'raised', figures: { draw: `${draws}`, ballot: `${number + 1}` } })
      if (raised.length > 0) ranking = parts.flat()
      if (ranking.length === options.length) break
    }
  for (const [place, tier] of ranking.entries())
    for (const option of tier) rounds.push({ round: draws + 1, option, decision: 'ranked', figures: { place: `${place + 1}`, draws: `${draws}` } })
  return { type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds }
}

/**
 * Random ballot, or random dictator: a ballot is drawn and the options rank as on it; those that it leaves level are ordered
 * by the next ballot drawn, and so on until all are in an order or no ballot is left.
 *
 * Every voter is equally likely to be drawn, so that on ballots that name one option it wins with a chance equal to its share
 * of the votes. The draw is that of `drawnBallots`: voters without replacement, from the published seed of the election, and
 * anybody can repeat it. In the rounds `draw` is the number of a draw and `ballot` the place of the ballot among the distinct
 * ones in their canonical order; an option is `raised` above others with which it was level. A draw that changes nothing
 * has no round.
 *
 * Ties: options that no ballot separates share a tier. What a ballot does not name it leaves level, below all that it names.
 * Errors: `LotNotDrawn` where the election has no seed.
 * Cost: that of the draws until the ranking is strict; each distinct ballot is looked at once.
 * Source: A. Gibbard, "Manipulation of schemes that mix voting with chance", Econometrica 45(3), 1977,
 * https://doi.org/10.2307/1911681
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'ordinal', ranking: ['elm', 'oak'] }, { type: 'ordinal', ranking: ['elm', 'oak', 'ash'] }])
 * const outcome = applyRule(randomBallot, { options, profile, seed: 'a published number', decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'ranking' && outcome.right.ranking // => [['elm'], ['oak'], ['ash']]
 */
export const randomBallot: Rule = defineRule({
  id: 'random-ballot',
  version: '1',
  title: 'Random ballot',
  family: 'voting',
  source: 'https://doi.org/10.2307/1911681',
  ballots: ['choose-one', 'approval', 'ordinal', 'weak-order'],
  parameters: [],
  claims: ['anonymity', 'determinism', 'merge', 'pareto'],
  violates: ['neutrality', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith', 'monotonicity', 'participation', 'consistency'],
  count: (election) => {
    const drawn = drawnBallots('random-ballot', election.profile, election.seed)
    return E.isLeft(drawn) ? drawn : E.right(rank(election, drawn.right))
  },
})

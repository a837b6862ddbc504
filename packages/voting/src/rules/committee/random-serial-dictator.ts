import { defineRule, marked, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { CommitteeOutcome, Election, OptionId, Round, Rule, Tie, TieBreak } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { drawnBallots } from '../../tally/drawn-ballots.ts'

/** Fills the seats that no voter decided, by the order. */
const settled = (
  open: Iterable<OptionId>,
  seats: number,
  order: TieBreak,
  from: number,
): { readonly ties: Array<Tie>; readonly rounds: Array<Round> } => {
  const sorted = [...open].toSorted(order.compare)
  const ties: Array<Tie> = []
  const rounds: Array<Round> = []
  for (let place = 0; place < seats; place++) {
    const tied = sorted.slice(place)
    const [chosen = '', next] = tied
    const round = from + place
    if (next !== undefined && seats < sorted.length) ties.push({ round, tied, chosen, by: order.settledBy(chosen, next) })
    rounds.push({ round, option: chosen, decision: 'elected', figures: { undecided: `${tied.length}` } })
  }
  return { ties, rounds }
}

const elect = ({ options, profile, seats = 0 }: Election, drawn: Iterable<number>, order: TieBreak): CommitteeOutcome => {
  // The committees still possible are those with all members and, for the seats that are left, any of the open options.
  const members: Array<OptionId> = []
  const rounds: Array<Round> = []
  const isKnown = new Uint8Array(profile.ballots.length)
  let open = new Set(options.map(({ id }) => id))
  let draws = 0
  if (seats > 0 && seats < open.size)
    for (const number of drawn) {
      draws++
      const cast = profile.ballots[number]
      if (cast === undefined || isKnown[number] === 1) continue
      isKnown[number] = 1
      const approved = new Set(marked(cast.ballot).filter((id) => open.has(id)))
      const figures = { draw: `${draws}`, ballot: `${number + 1}` }
      const narrows = members.length + approved.size > seats
      const decided = [...open].filter((id) => approved.has(id) !== narrows)
      for (const option of decided) rounds.push({ round: draws, option, decision: narrows ? 'excluded' : 'elected', figures })
      if (!narrows) members.push(...decided)
      open = new Set([...open].filter((id) => approved.has(id) === narrows))
      if (members.length === seats || members.length + open.size === seats) break
    }
  const rest = settled(open, seats - members.length, order, draws + 1)
  return {
    type: 'committee',
    committees: [[...members, ...rest.rounds.map(({ option }) => option)]],
    ties: rest.ties,
    rounds: [...rounds, ...rest.rounds],
  }
}

/**
 * Random serial dictator: voters are drawn one after another, and of the committees that are still possible each keeps those
 * with the most options that the voter approves.
 *
 * Whoever is drawn first has all approved options elected, or, where these are more than the seats, all others excluded; the
 * next decides in the same way about what is left open. The draw is that of `drawnBallots`: voters without replacement, from
 * the published seed of the election. In the rounds `draw` is the number of a draw and `ballot` the place of the ballot among
 * the distinct ones in their canonical order; a draw that decides nothing has no round.
 *
 * Ties: seats that all voters together leave undecided go to open options by the chain `ties`; one committee always.
 * Errors: `LotNotDrawn` where the election has no seed, or where the chain asks for a lot and there is none.
 * Cost: that of the draws until the committee is decided; each distinct ballot is looked at once.
 * Source: Lackner, Regner & Krenn, "abcvoting: a Python package for approval-based multi-winner voting rules", Journal of Open
 * Source Software 8(81), 2023, https://doi.org/10.21105/joss.04880
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const profile = profileOf([{ type: 'approval', approved: ['elm'] }, { type: 'approval', approved: ['ash', 'elm'] }])
 * const outcome = applyRule(randomSerialDictator, { options, profile, seats: 1, seed: 'a published number', decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['elm']]
 */
export const randomSerialDictator: Rule = defineRule({
  id: 'random-serial-dictator',
  version: '1',
  title: 'Random serial dictator',
  family: 'committee',
  source: 'https://doi.org/10.21105/joss.04880',
  ballots: ['approval', 'choose-one'],
  parameters: [tieBreakParameter('given-order')],
  claims: ['anonymity', 'determinism', 'merge', 'house-monotonicity'],
  violates: [
    'neutrality',
    'majority',
    'condorcet-consistency',
    'condorcet-loser',
    'smith',
    'monotonicity',
    'participation',
    'consistency',
    'jr',
    'pjr',
    'ejr',
    'psc',
  ],
  count: (election, { ties = 'given-order' }) => {
    const order = tieBreakOf('random-serial-dictator', election, ties)
    if (E.isLeft(order)) return order
    const drawn = drawnBallots('random-serial-dictator', election.profile, election.seed)
    return E.isLeft(drawn) ? drawn : E.right(elect(election, drawn.right, order.right))
  },
})

import { defineRule } from '@isegoria/election'
import type { Election, OptionId, Round, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'

interface Resistance {
  readonly option: OptionId
  /** Sum over all voters. */
  readonly total: number
  /** Voters who resist with all their strength. */
  readonly vetoes: number
}

/** Consent of 10 of 10 is no resistance, no consent is full resistance; who says nothing of an option resists as `unrated` says. */
const resistances = ({ options, profile }: Election, most: number, unrated: string | undefined): ReadonlyArray<Resistance> => {
  const rated = new Map(options.map(({ id }) => [id, { total: 0, vetoes: 0, raters: 0 }]))
  for (const { ballot, weight } of profile.ballots) {
    if (ballot.type !== 'score') continue
    for (const [id, consent] of ballot.scores) {
      const of = rated.get(id)
      if (of === undefined) continue
      of.total += weight * (most - consent)
      of.raters += weight
      if (consent === 0) of.vetoes += weight
    }
  }
  return options.map(({ id: option }) => {
    const { total, vetoes, raters } = rated.get(option) ?? { total: 0, vetoes: 0, raters: 0 }
    const silent = unrated === 'none' ? 0 : profile.voters - raters
    return { option, total: total + silent * most, vetoes: vetoes + silent }
  })
}

const byLeast = (left: Resistance, right: Resistance): number => left.total - right.total || left.vetoes - right.vetoes

/**
 * Systemic consensing: voters say how far they can live with each option, and the one that meets the least resistance wins.
 *
 * Ties: of equal sums the option that fewer voters resist with all their strength; who is level then shares a tier.
 * Source: Visotschnig & Schrotta, "Das SK-Prinzip", 2005.
 */
export const systemicConsensing: Rule = defineRule({
  id: 'systemic-consensing',
  version: '1',
  title: 'Systemic consensing',
  family: 'voting',
  source: 'Visotschnig & Schrotta, Das SK-Prinzip, 2005',
  ballots: ['score'],
  parameters: [
    { name: 'most', least: 1, most: 1000, default: 10, meaning: 'the consent that is no resistance at all' },
    { name: 'unrated', values: ['full', 'none'], meaning: 'the resistance to an option of which a voter says nothing' },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge', 'monotonicity', 'participation', 'consistency'],
  violates: ['majority', 'condorcet-consistency'],
  count: (election, { most: given = '10', unrated }) => {
    const most = Number(given)
    const scores = election.profile.ballots.flatMap(({ ballot }) => (ballot.type === 'score' ? ballot.scores : []))
    const beyond = scores.find(([, consent]) => consent < 0 || consent > most)
    if (beyond !== undefined)
      return E.left({ type: 'BallotNotCountable', rule: 'systemic-consensing', reason: `consent is from 0 to ${most}, not ${beyond[1]}` })
    const sorted = resistances(election, most, unrated).toSorted(byLeast)
    const ranking: Array<Array<OptionId>> = []
    const rounds: Array<Round> = []
    for (const [place, one] of sorted.entries()) {
      const before = sorted[place - 1]
      if (before === undefined || byLeast(before, one) !== 0) ranking.push([])
      ranking.at(-1)?.push(one.option)
      rounds.push({ round: ranking.length, option: one.option, decision: 'ranked', figures: { resistance: `${one.total}`, vetoes: `${one.vetoes}` } })
    }
    return E.right({ type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds })
  },
})

import { defineRule } from '@isegoria/election'
import type { Election, OptionId, Round, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'

interface Resistance {
  readonly option: OptionId
  /** Sum over all voters. */
  readonly total: number
  /** Voters who resist as strongly as the form allows. */
  readonly vetoes: number
}

const resistances = ({ options, profile }: Election, strongest: number, isUnratedFull: boolean): ReadonlyArray<Resistance> => {
  const totals = new Map(options.map(({ id }) => [id, { total: 0, vetoes: 0, raters: 0 }]))
  for (const { ballot, weight } of profile.ballots) {
    if (ballot.type !== 'score') continue
    for (const [id, resistance] of ballot.scores) {
      const of = totals.get(id)
      if (of === undefined) continue
      of.total += weight * resistance
      of.raters += weight
      if (resistance === strongest) of.vetoes += weight
    }
  }
  return options.map(({ id: option }) => {
    const { total, vetoes, raters } = totals.get(option) ?? { total: 0, vetoes: 0, raters: 0 }
    const silent = isUnratedFull ? profile.voters - raters : 0
    return { option, total: total + silent * strongest, vetoes: vetoes + silent }
  })
}

const byLeast = (left: Resistance, right: Resistance): number => left.total - right.total || left.vetoes - right.vetoes

/**
 * Systemic consensing: voters say how strongly they resist each option, and the option that meets the least resistance wins.
 *
 * Ties: among equal sums the option with fewer voters of the strongest resistance; who is level then shares a tier.
 * Source: Visotschnig & Schrotta, "Das SK-Prinzip", 2005.
 */
export const systemicConsensing: Rule = defineRule({
  id: 'systemic-consensing',
  version: '1',
  title: 'Systemic consensing',
  family: 'voting',
  source: 'https://www.sk-prinzip.eu',
  ballots: ['score'],
  parameters: [
    { name: 'strongest', least: 1, most: 1000, default: 10, meaning: 'the strongest resistance that a voter can state' },
    { name: 'unrated', values: ['none', 'full'], meaning: 'the resistance to an option of which a voter says nothing' },
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'merge'],
  violates: ['majority', 'condorcet-consistency'],
  count: (election, { strongest = '10', unrated }) => {
    const most = Number(strongest)
    const beyond = election.profile.ballots.flatMap(({ ballot }) => (ballot.type === 'score' ? ballot.scores : [])).find(([, value]) => value > most)
    if (beyond !== undefined) return E.left({ type: 'BallotNotCountable', rule: 'systemic-consensing', reason: `${beyond[1]} is more than ${most}` })
    const sorted = resistances(election, most, unrated === 'full').toSorted(byLeast)
    const ranking: Array<Array<OptionId>> = []
    const rounds: Array<Round> = []
    for (const [place, one] of sorted.entries()) {
      const before = sorted[place - 1]
      if (before === undefined || byLeast(before, one) !== 0) ranking.push([])
      ranking.at(-1)?.push(one.option)
      rounds.push({
        round: ranking.length,
        option: one.option,
        decision: 'ranked',
        figures: { resistance: `${one.total}`, strongest: `${one.vetoes}` },
      })
    }
    return E.right({ type: 'ranking', ranking, winners: ranking[0] ?? [], ties: [], rounds })
  },
})

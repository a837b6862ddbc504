import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Axiom, Election, Rule } from '@isegoria/election'
import { majoritiesIn } from '../../tally/majorities.ts'
import { smithComponents } from '../../tally/smith-components.ts'
import { anyBallots, counted, electionOf, pairRules } from './pairs.fixture.ts'
import type { Tiers } from './pairs.fixture.ts'

const ids = ['a', 'b', 'c', 'd']

/** What an axiom says of one set of ballots, and of a choice of a voter and an option. */
type Law = (rule: Rule, ballots: ReadonlyArray<Tiers>, voter: number, option: number) => void

const winnersOf = (rule: Rule, election: Election): ReadonlyArray<string> => counted(rule, election).winners.toSorted()
const placeOn = (tiers: Tiers, id: string): number => {
  const place = tiers.findIndex((tier) => tier.includes(id))
  return place === -1 ? Infinity : place
}

/** The ballot with an option one place higher. */
const raised = (tiers: Tiers, id: string): Tiers => {
  const place = placeOn(tiers, id)
  if (place === Infinity) return [...tiers, [id]]
  const without = tiers.map((tier) => tier.filter((other) => other !== id))
  if ((without[place] ?? []).length > 0) return [...without.slice(0, place), [id], ...without.slice(place)]
  const kept = without.filter((tier) => tier.length > 0)
  return place === 0 ? tiers : [...kept.slice(0, place - 1), [id], ...kept.slice(place - 1)]
}

const unanimous = (ballots: ReadonlyArray<Tiers>, upper: string, lower: string): boolean =>
  ballots.length > 0 && ballots.every((tiers) => placeOn(tiers, upper) < placeOn(tiers, lower))

const laws: Partial<Record<Axiom, Law>> = {
  neutrality: (rule, ballots, _voter, option) => {
    const renamed = (id: string): string => ids[(ids.indexOf(id) + option) % ids.length] ?? ''
    const turned = ballots.map((tiers) => tiers.map((tier) => tier.map(renamed)))
    const sorted = (tiers: Tiers): Tiers => tiers.map((tier) => tier.toSorted())
    const expected = sorted(counted(rule, electionOf(ids, ballots)).ranking.map((tier) => tier.map(renamed)))
    expect(sorted(counted(rule, electionOf(ids.toReversed(), turned)).ranking)).toStrictEqual(expected)
  },
  pareto: (rule, ballots) => {
    const { ranking } = counted(rule, electionOf(ids, ballots))
    for (const upper of ids)
      for (const lower of ids) if (unanimous(ballots, upper, lower)) expect(placeOn(ranking, upper)).toBeLessThanOrEqual(placeOn(ranking, lower))
  },
  majority: (rule, ballots, _voter, option) => {
    const favourite = ids[option] ?? ''
    const first = ballots.filter(([tier]) => tier?.length === 1 && tier[0] === favourite)
    if (2 * first.length > ballots.length) expect(winnersOf(rule, electionOf(ids, ballots))).toStrictEqual([favourite])
  },
  'condorcet-consistency': (rule, ballots) => {
    const election = electionOf(ids, ballots)
    const { margin } = majoritiesIn(election, {})
    const winner = ids.find((_, one) => ids.every((__, other) => one === other || margin(one, other) > 0))
    if (winner !== undefined) expect(winnersOf(rule, election)).toStrictEqual([winner])
  },
  'condorcet-loser': (rule, ballots) => {
    const election = electionOf(ids, ballots)
    const { margin } = majoritiesIn(election, {})
    const loser = ids.find((_, one) => ids.every((__, other) => one === other || margin(one, other) < 0))
    if (loser !== undefined) expect(winnersOf(rule, election)).not.toContain(loser)
  },
  smith: (rule, ballots) => {
    const election = electionOf(ids, ballots)
    const members = (smithComponents(majoritiesIn(election, {}))[0] ?? []).map((option) => ids[option])
    for (const winner of winnersOf(rule, election)) expect(members).toContain(winner)
  },
  monotonicity: (rule, ballots, voter, option) => {
    const winners = winnersOf(rule, electionOf(ids, ballots))
    const winner = winners[option % winners.length] ?? ''
    const after = ballots.map((tiers, place) => (place === voter % ballots.length ? raised(tiers, winner) : tiers))
    expect(winnersOf(rule, electionOf(ids, after))).toContain(winner)
  },
  'clone-independence': (rule, ballots, voter, option) => {
    const original = ids[option] ?? ''
    const cloned = ballots.map((tiers, place) =>
      tiers.flatMap((tier) => {
        if (!tier.includes(original)) return [tier]
        if (tier.length > 1) return [[...tier, 'x']]
        return (place + voter) % 3 === 0 ? [['x'], tier] : [tier, ['x']]
      }),
    )
    const before = winnersOf(rule, electionOf(ids, ballots))
    const after = winnersOf(rule, electionOf([...ids, 'x'], cloned)).map((id) => (id === 'x' ? original : id))
    expect([...new Set(after)].toSorted()).toStrictEqual(before)
  },
}

const runs = 60

describe.each(pairRules)('$id claims', (rule) => {
  const claimed = rule.claims.flatMap((axiom) => {
    const law = laws[axiom]
    return law === undefined ? [] : [{ axiom, law }]
  })
  it.each(claimed)('$axiom', ({ law }) => {
    fc.assert(
      fc.property(anyBallots(ids), fc.nat(7), fc.nat(3), (ballots, voter, option) => {
        law(rule, ballots, voter, option)
      }),
      { numRuns: runs },
    )
  })
})

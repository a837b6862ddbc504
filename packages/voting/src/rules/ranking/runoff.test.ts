import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot, Election, Parameters, RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { baldwin } from './baldwin.ts'
import { benham } from './benham.ts'
import { btrIrv } from './btr-irv.ts'
import { coombs } from './coombs.ts'
import { irv } from './irv.ts'
import { nanson } from './nanson.ts'
import * as byHand from './runoff.oracle.ts'
import { tidemanAlternative } from './tideman-alternative.ts'

const electionOf = (ids: string, ballots: ReadonlyArray<Ballot>): Election => ({
  options: [...ids].map((id) => ({ id, cost: 0n })),
  profile: profileOf(ballots),
  decimals: 0,
})
/** `'3 abc'`: three voters rank a, then b, then c. */
const votes = (...lines: ReadonlyArray<string>): ReadonlyArray<Ballot> =>
  lines.flatMap((line) => {
    const [number = '0', ranking = ''] = line.split(' ')
    return Array.from({ length: Number(number) }, (): Ballot => ({ type: 'ordinal', ranking: [...ranking] }))
  })
const outcomeOf = (rule: Rule, election: Election, parameters: Parameters = {}): RankingOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'ranking') throw new Error(JSON.stringify(outcome))
  return outcome.right
}
const rankingOf = (rule: Rule, election: Election, parameters: Parameters = {}): string =>
  outcomeOf(rule, election, parameters)
    .ranking.map((tier) => tier.join('='))
    .join('>')

// The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville.
const tennessee = electionOf('MNCK', votes('42 MNCK', '26 NCKM', '15 CKNM', '17 KCNM'))
const rules: ReadonlyArray<Rule> = [irv, coombs, baldwin, nanson, benham, btrIrv, tidemanAlternative]

describe('counts by elimination', () => {
  it('place the capital of Tennessee each in its way', () => {
    expect(rules.map((rule) => `${rule.id} ${rankingOf(rule, tennessee)}`)).toStrictEqual([
      'irv K>M>N>C',
      'coombs N>C>K>M',
      'baldwin N>C>M>K',
      'nanson N>C>M=K',
      'benham N>C>K>M',
      'btr-irv N>M>C>K',
      'tideman-alternative N>M=C=K',
    ])
  })
  it.each(rules)('$id leaves options that no ballot tells apart in one tier', (rule) => {
    expect(rankingOf(rule, electionOf('abc', []))).toBe('a=b=c')
    expect(rankingOf(rule, electionOf('abc', votes('4 ')))).toBe('a=b=c')
    expect(rankingOf(rule, electionOf('ab', votes('1 ab', '1 ba')))).toBe('a=b')
    expect(rankingOf(rule, electionOf('a', votes('1 a')))).toBe('a')
    expect(outcomeOf(rule, electionOf('', []))).toStrictEqual({ type: 'ranking', ranking: [], winners: [], ties: [], rounds: [] })
  })
  it('settle who of several goes by the chain, and record it', () => {
    const cycle = electionOf('abc', votes('1 abc', '1 bca', '1 cab'))
    expect(outcomeOf(irv, cycle, { ties: 'given-order' })).toMatchObject({
      ranking: [['a'], ['b'], ['c']],
      ties: [{ round: 1, tied: ['a', 'b', 'c'], chosen: 'c', by: 'given-order' }],
    })
    expect(outcomeOf(irv, { ...cycle, lot: ['c', 'b', 'a'] }, { ties: 'lot' }).ties[0]).toMatchObject({ chosen: 'a', by: 'lot' })
    expect(applyRule(irv, cycle, { ties: 'lot' })).toStrictEqual(E.left({ type: 'LotNotDrawn', rule: 'irv' }))
    expect(rankingOf(irv, cycle, { tied: 'all' })).toBe('a=b=c')
  })
  it('tell of each round who had how many votes', () => {
    expect(outcomeOf(irv, tennessee).rounds.map(({ round, option, decision, tallies }) => ({ round, option, decision, tallies }))).toStrictEqual([
      { round: 1, option: 'C', decision: 'eliminated', tallies: { M: '42', N: '26', C: '15', K: '17' } },
      { round: 2, option: 'N', decision: 'eliminated', tallies: { M: '42', N: '26', K: '32' } },
      { round: 3, option: 'M', decision: 'eliminated', tallies: { M: '42', K: '58' } },
      { round: 4, option: 'K', decision: 'elected', tallies: { K: '100' } },
    ])
  })
})

describe('instant runoff', () => {
  const level: ReadonlyArray<Ballot> = [{ type: 'weak-order', tiers: [['a', 'b'], ['c']] }, ...votes('1 ca', '1 b')]
  it('shares the vote of options that are level, or passes them over', () => {
    expect(outcomeOf(irv, electionOf('abc', level)).rounds[0]?.tallies).toStrictEqual({ a: '1/2', b: '3/2', c: '1' })
    expect(outcomeOf(irv, electionOf('abc', level), { level: 'skipped' }).rounds[0]?.tallies).toStrictEqual({ a: '0', b: '1', c: '2' })
  })
  it('gives the next place to whoever has a majority of those left, where places go by succession', () => {
    const election = electionOf('abc', votes('6 acb', '3 bca', '2 cab'))
    expect([rankingOf(irv, election), rankingOf(irv, election, { places: 'succession' })]).toStrictEqual(['a>b>c', 'a>c>b'])
  })
  it('eliminates who is weakest in pairs, where it is asked to', () => {
    const election = electionOf('abcd', votes('3 abc', '3 cba', '1 b', '1 dca'))
    expect(rankingOf(irv, election)).toBe('c>a>b>d')
    expect(outcomeOf(irv, election, { tied: 'weakest' }).ranking.at(-1)).toStrictEqual(['d'])
  })
})

const ids = 'abcd'
const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.shuffledSubarray([...ids]).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  fc.array(fc.nat(3), { minLength: ids.length, maxLength: ids.length }).map((places): Ballot => {
    const tiers = [1, 2, 3].map((tier) => [...ids].filter((_, option) => places[option] === tier))
    return { type: 'weak-order', tiers: tiers.filter((tier) => tier.length > 0) }
  }),
)
const election = fc.array(ballot, { maxLength: 9 }).map((ballots) => electionOf(ids, ballots))

describe('each count by elimination', () => {
  it.each([
    { rule: irv, parameters: {}, decide: byHand.irvByHand },
    { rule: irv, parameters: { tied: 'all' }, decide: byHand.irvAllByHand },
    { rule: coombs, parameters: {}, decide: byHand.coombsByHand },
    { rule: baldwin, parameters: {}, decide: byHand.baldwinByHand },
    { rule: nanson, parameters: { average: 'kept' }, decide: byHand.nansonByHand(true) },
    { rule: nanson, parameters: {}, decide: byHand.nansonByHand(false) },
    { rule: benham, parameters: {}, decide: byHand.benhamByHand },
    { rule: btrIrv, parameters: {}, decide: byHand.btrByHand },
    { rule: tidemanAlternative, parameters: {}, decide: byHand.tidemanByHand },
  ])('$rule.id $parameters is what one counts by hand', ({ rule, parameters, decide }) => {
    fc.assert(
      fc.property(election, (one) => {
        expect(outcomeOf(rule, one, parameters).ranking).toStrictEqual(byHand.countByHand(one, decide))
      }),
    )
  })
  it.each(rules)('$id keeps what it claims of winners', (rule) => {
    fc.assert(
      fc.property(election, (one) => {
        const voters = byHand.votersOf(one)
        const { winners } = outcomeOf(rule, one)
        const first = [...ids].find((id) => 2 * voters.filter((tiers) => tiers[0]?.join('') === id).length > voters.length)
        const loser = [...ids].find((id) => [...ids].every((other) => id === other || byHand.margin(voters, id, other) < 0))
        if (first !== undefined) expect(winners).toStrictEqual([first])
        if (loser !== undefined) expect(winners).not.toContain(loser)
        if (rule.claims.includes('smith')) expect(byHand.smithSet(voters, [...ids])).toStrictEqual(expect.arrayContaining([...winners]))
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot, Election, Parameters, RankingOutcome, Rule } from '@isegoria/election'
import { formatRatio, ratio, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { antiPlurality } from './anti-plurality.ts'
import { borda } from './borda.ts'
import { dowdall } from './dowdall.ts'
import { plurality } from './plurality.ts'
import { pointsByHand, tiersBy, twoRoundByHand } from './positional.oracle.ts'
import { twoRound } from './two-round.ts'

const electionOf = (ids: string, ballots: ReadonlyArray<Ballot>): Election => ({
  options: [...ids].map((id) => ({ id, cost: 0n })),
  profile: profileOf(ballots),
  decimals: 0,
})
const weakOrder = (text: string): Ballot => ({ type: 'weak-order', tiers: text.split('>').map((tier) => [...tier]) })
const outcomeOf = (rule: Rule, election: Election, parameters: Parameters = {}): RankingOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'ranking') throw new Error(JSON.stringify(outcome))
  return outcome.right
}
const figuresOf = (rule: Rule, election: Election, parameters: Parameters = {}): Record<string, string | undefined> =>
  Object.fromEntries(outcomeOf(rule, election, parameters).rounds.map(({ option, figures }) => [option, Object.values(figures)[0]]))
const rules: ReadonlyArray<Rule> = [plurality, antiPlurality, borda, dowdall, twoRound]

describe('rules that give points for places', () => {
  it('place the capital of Tennessee each in its way', () => {
    const voters = [...Array(42).fill('M>N>C>K'), ...Array(26).fill('N>C>K>M'), ...Array(15).fill('C>K>N>M'), ...Array(17).fill('K>C>N>M')]
    const tennessee = electionOf('MNCK', voters.map(weakOrder))
    expect(
      rules.map(
        (rule) =>
          `${rule.id} ${outcomeOf(rule, tennessee)
            .ranking.map((tier) => tier.join('='))
            .join('>')}`,
      ),
    ).toStrictEqual(['plurality M>N>K>C', 'anti-plurality N=C>K>M', 'borda N>C>M>K', 'dowdall N>M>C>K', 'two-round N>M>K>C'])
    expect(figuresOf(borda, tennessee)).toStrictEqual({ N: '194', C: '173', M: '126', K: '107' })
  })
  it.each(rules)('$id leaves options that no ballot ranks in one tier', (rule) => {
    expect(outcomeOf(rule, electionOf('abc', [])).ranking).toStrictEqual([['a', 'b', 'c']])
    expect(outcomeOf(rule, electionOf('abc', [{ type: 'ordinal', ranking: [] }])).ranking).toStrictEqual([['a', 'b', 'c']])
    expect(outcomeOf(rule, electionOf('a', [weakOrder('a')])).winners).toStrictEqual(['a'])
    expect(outcomeOf(rule, electionOf('', []))).toStrictEqual({ type: 'ranking', ranking: [], winners: [], ties: [], rounds: [] })
  })
  it('share what options that are level stand on', () => {
    const election = electionOf('abcdef', [weakOrder('a>bcde>f')])
    expect(figuresOf(borda, election, { least: '1' })).toStrictEqual({ a: '6', b: '7/2', c: '7/2', d: '7/2', e: '7/2', f: '1' })
    expect(figuresOf(plurality, electionOf('abc', [weakOrder('ab>c')]))).toStrictEqual({ a: '1/2', b: '1/2', c: '0' })
    expect(figuresOf(dowdall, electionOf('abcd', [weakOrder('a')]))).toStrictEqual({ a: '1', b: '13/36', c: '13/36', d: '13/36' })
    expect(figuresOf(dowdall, electionOf('abcd', [weakOrder('a')]), { unranked: 'ignored' })).toStrictEqual({ a: '1', b: '0', c: '0', d: '0' })
  })
  it('count any whole number of voters exactly', () => {
    const ballots = [{ ballot: weakOrder('a>b>c'), weight: 9_007_199_254_740_990 }]
    const election = { ...electionOf('abc', []), profile: { voters: 9_007_199_254_740_990, ballots } }
    expect(figuresOf(borda, election, { least: '1' })).toMatchObject({ a: '27021597764222970', b: '18014398509481980' })
  })
})

describe('two rounds', () => {
  it('end with the first where somebody has a majority of those who put anybody first', () => {
    const outcome = outcomeOf(twoRound, electionOf('abc', ['a', 'a>b', 'b', ''].map(weakOrder)))
    expect(outcome).toMatchObject({ ranking: [['a'], ['b'], ['c']], rounds: [{ round: 1 }, { round: 1 }, { round: 1 }] })
  })
  it('admit all who are level on the second place', () => {
    const outcome = outcomeOf(twoRound, electionOf('abcd', ['a', 'a', 'b', 'c', 'd>c', 'b', 'c'].map(weakOrder)))
    expect(outcome.ranking).toStrictEqual([['c'], ['a', 'b'], ['d']])
    expect(outcome.rounds.map(({ round, option, decision }) => `${round} ${option} ${decision}`)).toStrictEqual([
      '1 a admitted',
      '1 b admitted',
      '1 c admitted',
      '1 d eliminated',
      '2 c ranked',
      '2 a ranked',
      '2 b ranked',
    ])
  })
})

const ids = [...'abcde']
const ballot: fc.Arbitrary<Ballot> = fc.oneof(
  fc.shuffledSubarray(ids).map((ranking): Ballot => ({ type: 'ordinal', ranking })),
  fc.array(fc.nat(3), { minLength: ids.length, maxLength: ids.length }).map((places): Ballot => {
    const tiers = [1, 2, 3].map((tier) => ids.filter((_, option) => places[option] === tier))
    return { type: 'weak-order', tiers: tiers.filter((tier) => tier.length > 0) }
  }),
)
const election = fc.array(ballot, { maxLength: 12 }).map((ballots) => electionOf(ids.join(''), ballots))
const one = ratio(1n)

describe('each rule that gives points for places', () => {
  it.each([
    { rule: plurality, parameters: {}, points: [one, zero, zero, zero, zero], unranked: 'ignored' as const },
    { rule: antiPlurality, parameters: {}, points: [one, one, one, one, zero], unranked: 'last' as const },
    { rule: borda, parameters: {}, points: [4n, 3n, 2n, 1n, 0n].map((place) => ratio(place)), unranked: 'last' as const },
    {
      rule: borda,
      parameters: { unranked: 'ignored', least: '1' },
      points: [5n, 4n, 3n, 2n, 1n].map((place) => ratio(place)),
      unranked: 'ignored' as const,
    },
    { rule: dowdall, parameters: {}, points: [1n, 2n, 3n, 4n, 5n].map((place) => ratio(1n, place)), unranked: 'last' as const },
  ])('$rule.id $parameters is what one counts voter by voter', ({ rule, parameters, points, unranked }) => {
    fc.assert(
      fc.property(election, (given) => {
        const counted = pointsByHand(given, points, unranked)
        expect(figuresOf(rule, given, parameters)).toStrictEqual(Object.fromEntries(ids.map((id) => [id, formatRatio(counted[id] ?? zero)])))
        expect(outcomeOf(rule, given, parameters).ranking).toStrictEqual(tiersBy(ids, (id) => counted[id] ?? zero))
      }),
    )
  })
  it('two-round is two elections', () => {
    fc.assert(
      fc.property(election, (given) => {
        expect(outcomeOf(twoRound, given).ranking).toStrictEqual(twoRoundByHand(given))
      }),
    )
  })
})

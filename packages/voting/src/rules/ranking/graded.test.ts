import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, profileOf } from '@isegoria/election'
import type { Ballot, Election, Parameters, RankingOutcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { cumulative } from './cumulative.ts'
import { majorityJudgment } from './majority-judgment.ts'
import { quadratic } from './quadratic.ts'
import { score } from './score.ts'
import { star } from './star.ts'

type Points = Readonly<Record<string, number>>

const electionOf = (ids: string, type: 'score' | 'cumulative', voters: ReadonlyArray<Points>): Election => {
  const ballots = voters.map((given): Ballot => {
    const points = Object.entries(given)
    return type === 'score' ? { type, scores: points } : { type, points }
  })
  return { options: [...ids].map((id) => ({ id, cost: 0n })), profile: profileOf(ballots), decimals: 0 }
}
const outcomeOf = (rule: Rule, election: Election, parameters: Parameters = {}): RankingOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'ranking') throw new Error(JSON.stringify(outcome))
  return outcome.right
}
const rankingOf = (rule: Rule, election: Election, parameters: Parameters = {}): string =>
  outcomeOf(rule, election, parameters)
    .ranking.map((tier) => tier.join('='))
    .join('>')

const rules: ReadonlyArray<Rule> = [score, star, majorityJudgment, cumulative, quadratic]

describe('rules that read grades or points', () => {
  it.each(rules)('$id leaves options that nobody judges in one tier', (rule) => {
    const type = rule.ballots.includes('score') ? 'score' : 'cumulative'
    expect(rankingOf(rule, electionOf('abc', type, []))).toBe('a=b=c')
    expect(rankingOf(rule, electionOf('abc', type, [{}, {}]))).toBe('a=b=c')
    expect(rankingOf(rule, electionOf('a', type, [{ a: 1 }]))).toBe('a')
    expect(outcomeOf(rule, electionOf('', type, []))).toStrictEqual({ type: 'ranking', ranking: [], winners: [], ties: [], rounds: [] })
  })
})

describe('score', () => {
  const election = electionOf('abc', 'score', [{ a: 3, b: 4 }, { a: 3 }])
  it('counts nothing for whom a ballot does not score, or does not count the voter', () => {
    expect([rankingOf(score, election), rankingOf(score, election, { total: 'mean' })]).toStrictEqual(['a>b>c', 'b>a>c'])
    expect(outcomeOf(score, election, { total: 'mean' }).rounds.map(({ figures }) => figures)).toStrictEqual([
      { mean: '4', voters: '1' },
      { mean: '3', voters: '2' },
      { mean: 'none', voters: '0' },
    ])
  })
  it('puts whom nobody scores below a mean of 0', () => {
    expect(rankingOf(score, electionOf('ab', 'score', [{ b: 0 }]), { total: 'mean' })).toBe('b>a')
  })
})

describe('STAR', () => {
  it('lets the preferred of the two highest win', () => {
    const election = electionOf('abc', 'score', [
      { a: 5, b: 4 },
      { a: 5, b: 4 },
      { b: 5, c: 2 },
    ])
    expect(outcomeOf(star, election)).toMatchObject({
      ranking: [['a'], ['b'], ['c']],
      rounds: [
        { round: 1, option: 'b', decision: 'admitted', figures: { total: '13' } },
        { round: 1, option: 'a', decision: 'admitted', figures: { total: '10' } },
        { round: 1, option: 'c', decision: 'eliminated', figures: { total: '2' } },
        { round: 2, option: 'a', decision: 'ranked', figures: { preferred: '2' } },
        { round: 2, option: 'b', decision: 'ranked', figures: { preferred: '1' } },
      ],
    })
  })
  it('records how it was settled who the two are', () => {
    const election = electionOf('abc', 'score', [{ a: 5 }, { b: 3, c: 2 }, { c: 1 }])
    expect(outcomeOf(star, election)).toMatchObject({ ranking: [['a'], ['b'], ['c']], ties: [{ tied: ['b', 'c'], chosen: 'b' }] })
  })
  it('gives a level runoff to the higher sum, and leaves it where sums are level', () => {
    expect(rankingOf(star, electionOf('ab', 'score', [{ a: 1 }, { b: 2 }]))).toBe('b>a')
    expect(rankingOf(star, electionOf('abc', 'score', [{ a: 2 }, { b: 2 }]))).toBe('a=b>c')
  })
})

describe('majority judgment', () => {
  it('orders by what is left when medians are taken out', () => {
    // Medians are equal; without them a has 3 and b has 2.
    const election = electionOf('ab', 'score', [
      { a: 3, b: 2 },
      { a: 3, b: 3 },
      { a: 3, b: 5 },
      { a: 0, b: 3 },
    ])
    expect(rankingOf(majorityJudgment, election)).toBe('b>a')
    expect(outcomeOf(majorityJudgment, election).rounds).toStrictEqual([
      { round: 1, option: 'b', decision: 'ranked', figures: { median: '3', better: '1', worse: '1' } },
      { round: 2, option: 'a', decision: 'ranked', figures: { median: '3', better: '0', worse: '1' } },
    ])
  })
  it('lets those who do not grade an option count as one says', () => {
    const election = electionOf('ab', 'score', [{ a: 4, b: 3 }, { b: 3 }, { b: 3 }])
    const judged = (parameters: Parameters): string => rankingOf(majorityJudgment, election, parameters)
    expect([judged({}), judged({ missing: 'median' }), judged({ missing: 'normalised' })]).toStrictEqual(['b>a', 'a>b', 'a>b'])
    expect([judged({ missing: 'grade', grade: '2' }), judged({ missing: 'grade', grade: '5' })]).toStrictEqual(['b>a', 'a>b'])
  })
})

describe('votes with points', () => {
  it('are summed', () => {
    const voters = [{ a: 2, b: 1 }, { b: 3 }, { a: 1, c: 0 }]
    expect(outcomeOf(cumulative, electionOf('abc', 'cumulative', voters))).toMatchObject({ ranking: [['b'], ['a'], ['c']] })
    expect(outcomeOf(quadratic, electionOf('abc', 'cumulative', voters)).rounds[0]?.figures).toStrictEqual({ votes: '4' })
  })
  it('cost a voter their square', () => {
    const election = electionOf('ab', 'cumulative', [{ a: 6, b: 8 }])
    expect(rankingOf(quadratic, election)).toBe('b>a')
    expect(applyRule(quadratic, election, { credits: '99' })).toStrictEqual(
      E.left({ type: 'BallotNotCountable', rule: 'quadratic', reason: 'a ballot costs 100 credits, of which a voter has 99' }),
    )
  })
  it('are summed as one adds them up voter by voter', () => {
    const points = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(5))
    fc.assert(
      fc.property(fc.array(points, { maxLength: 8 }), (voters) => {
        const totalOf = (id: string): number => voters.reduce((sum, given) => sum + (given[id] ?? 0), 0)
        for (const rule of [cumulative, quadratic, score]) {
          const election = electionOf('abc', rule === score ? 'score' : 'cumulative', voters)
          const { ranking, rounds } = outcomeOf(rule, election)
          expect(rounds.map(({ figures }) => Object.values(figures)[0])).toStrictEqual(ranking.flat().map((id) => `${totalOf(id)}`))
          expect(ranking.flat().map(totalOf)).toStrictEqual([...'abc'].map(totalOf).toSorted((left, right) => right - left))
        }
      }),
    )
  })
})

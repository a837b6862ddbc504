import { describe, expect, it } from 'vitest'
import { applyRule } from '@isegoria/election'
import { E, seededPrng } from '@isegoria/kernel'
import { condorcet } from './condorcet.ts'
import { dodgsonQuick } from './dodgson-quick.ts'
import { dodgsonTideman } from './dodgson-tideman.ts'
import { kemeny } from './kemeny.ts'
import { maximalLotteries } from './maximal-lotteries.ts'
import { minimax } from './minimax.ts'
import { ballotsOf, counted, electionOf, pairRules, textOf } from './pairs.fixture.ts'
import { rankedPairs } from './ranked-pairs.ts'
import { schulze } from './schulze.ts'
import { schwartzSet } from './schwartz-set.ts'
import { smithSet } from './smith-set.ts'

const tennessee = electionOf(['m', 'n', 'c', 'k'], ballotsOf('42 mnck', '26 nckm', '15 cknm', '17 kcnm'))
const paradox = electionOf(['a', 'b', 'c'], ballotsOf('1 abc', '1 bca', '1 cab'))

describe('every rule about pairs', () => {
  it.each(pairRules)('$id elects the Condorcet winner of the capital of Tennessee', (rule) => {
    expect(counted(rule, tennessee).winners).toStrictEqual(['n'])
  })
  it.each(pairRules)('$id leaves the options of a perfect cycle level', (rule) => {
    expect(textOf(counted(rule, paradox))).toBe('a=b=c')
  })
  it.each(pairRules)('$id leaves all level where nobody votes or all vote blank', (rule) => {
    expect(textOf(counted(rule, electionOf(['a', 'b', 'c'], [])))).toBe('a=b=c')
    expect(textOf(counted(rule, electionOf(['a', 'b', 'c'], [[], []]), { unranked: 'ignored' }))).toBe('a=b=c')
  })
  it.each(pairRules)('$id ranks a single option, and none', (rule) => {
    expect(counted(rule, electionOf(['a'], [[['a']]])).ranking).toStrictEqual([['a']])
    expect(counted(rule, electionOf([], [])).ranking).toStrictEqual([])
  })
  it.each(pairRules)('$id puts an option that no ballot names last, or compares it with none', (rule) => {
    const election = electionOf(['z', 'a', 'b'], ballotsOf('3 ab', '2 ba'))
    expect(counted(rule, election).ranking.at(-1)).toContain('z')
    expect(counted(rule, election).winners).toStrictEqual(['a'])
    expect(counted(rule, election, { unranked: 'ignored' }).ranking.flat().toSorted()).toStrictEqual(['a', 'b', 'z'])
  })
  it.each(pairRules)('$id tells each option in a round', (rule) => {
    expect(new Set(counted(rule, tennessee).rounds.map(({ option }) => option))).toStrictEqual(new Set(['m', 'n', 'c', 'k']))
  })
})

describe('the Condorcet winner', () => {
  it('is alone in front, the Condorcet loser alone behind', () => {
    expect(textOf(counted(condorcet, tennessee))).toBe('n > c=k > m')
  })
})

describe('Schulze', () => {
  const lines = ['5 acbed', '5 adecb', '8 bedac', '3 cabed', '7 caebd', '2 cbade', '7 dceba', '8 ebadc']
  const election = electionOf(['a', 'b', 'c', 'd', 'e'], ballotsOf(...lines))
  it('ranks the first example of the paper, in all variants', () => {
    for (const variant of ['winning', 'margins', 'ratio']) expect(textOf(counted(schulze, election, { variant }))).toBe('e > a > c > b > d')
  })
  it('tells the strongest paths', () => {
    expect(counted(schulze, election).rounds[0]?.tallies).toStrictEqual({ a: '25', b: '28', c: '28', d: '31' })
    expect(counted(schulze, election, { variant: 'ratio' }).rounds[0]?.tallies).toStrictEqual({ a: '5/4', b: '28/17', c: '28/17', d: '31/14' })
  })
  it('takes a victory that nobody opposes for stronger than any other by ratio', () => {
    const cycle = electionOf(['a', 'b', 'c'], [[['a'], ['b']], ...ballotsOf('3 bc', '1 cb', '6 ca', '1 ac')])
    expect(counted(schulze, cycle, { variant: 'ratio', unranked: 'ignored' }).rounds.map(({ tallies }) => tallies?.['b'])).toContain('1:0')
    expect(textOf(counted(schulze, cycle, { variant: 'ratio', unranked: 'ignored' }))).toBe('c > a > b')
  })
})

describe('ranked pairs', () => {
  it('ranks the example of Tennessee', () => {
    expect(textOf(counted(rankedPairs, tennessee))).toBe('n > c > k > m')
  })
  it('breaks a cycle at its weakest victory, which the variant decides', () => {
    const election = electionOf(['a', 'b', 'c'], ballotsOf('5 ab', '2 ba', '6 bc', '5 cb', '4 ca', '2 ac'))
    const ignored = { unranked: 'ignored' }
    expect(textOf(counted(rankedPairs, election, { ...ignored, variant: 'winning' }))).toBe('a > b > c')
    expect(textOf(counted(rankedPairs, election, { ...ignored, variant: 'margins' }))).toBe('c > a > b')
  })
})

describe('ranked pairs by any order', () => {
  const anyOrder = { equal: 'any-order' }
  it('elects whoever wins by some order of equally strong victories', () => {
    // a beats b and c beats d by five; then d beats a and b beats d by three: whichever is locked first contradicts the other.
    const election = electionOf(['a', 'b', 'c', 'd'], ballotsOf('2 abcd', '2 bcda', '2 cdab', '2 dabc', '1 acbd'))
    expect(textOf(counted(rankedPairs, election, { variant: 'margins' }))).toBe('a > b=c > d')
    expect(textOf(counted(rankedPairs, election, { variant: 'margins', ...anyOrder }))).toBe('a=c > b > d')
    expect(textOf(counted(rankedPairs, paradox, anyOrder))).toBe('a=b=c')
  })
  it('ranks as ever where no two victories are equally strong', () => {
    expect(textOf(counted(rankedPairs, tennessee, anyOrder))).toBe('n > c > k > m')
    const election = electionOf(['a', 'b', 'c'], ballotsOf('5 ab', '2 ba', '6 bc', '5 cb', '4 ca', '2 ac'))
    for (const variant of ['winning', 'margins']) {
      const parameters = { variant, unranked: 'ignored' }
      expect(counted(rankedPairs, election, { ...parameters, ...anyOrder }).ranking).toStrictEqual(counted(rankedPairs, election, parameters).ranking)
    }
  })
  it('refuses more sets of locked victories than it can look at', () => {
    const draw = seededPrng('tournament')
    const ids = Array.from({ length: 30 }, (_, option) => `o${option}`)
    const pairs = ids.flatMap((one, place) => ids.slice(place + 1).map((other) => (draw.below(2) === 0 ? [[one], [other]] : [[other], [one]])))
    const ballots = pairs.flatMap((pair) => Array.from({ length: 1 + draw.below(8) }, () => pair))
    const outcome = applyRule(rankedPairs, electionOf(ids, ballots), { unranked: 'ignored', ...anyOrder })
    expect(outcome).toMatchObject(E.left({ type: 'ElectionTooLarge', what: 'sets of locked victories', most: 20_000 }))
  })
})

describe('minimax', () => {
  const election = electionOf(['m', 'n', 'c', 'k'], ballotsOf('42 mnck', '26 nckm', '15 cknm', '17 kcnm'))
  it('counts the worst defeat as votes, as a margin, or any opposition', () => {
    const worst = (variant: string): ReadonlyArray<string | undefined> =>
      counted(minimax, election, { variant }).rounds.map(({ figures }) => figures['worst'])
    expect(worst('winning')).toStrictEqual(['0', '58', '68', '83'])
    expect(worst('margins')).toStrictEqual(['-16', '16', '36', '66'])
    expect(worst('opposition')).toStrictEqual(['42', '58', '68', '83'])
  })
})

describe('Kemeny', () => {
  it('finds the order of Tennessee with 393 of 600 preferences', () => {
    expect(textOf(counted(kemeny, tennessee))).toBe('n > c > k > m')
    expect(counted(kemeny, tennessee).rounds[0]?.figures).toStrictEqual({ disagreements: '207' })
  })
  it('refuses more options in one cycle than it can count', () => {
    const ids = Array.from({ length: 21 }, (_, option) => `o${option}`)
    const large = applyRule(kemeny, electionOf(ids, []), {})
    expect(large).toStrictEqual(E.left({ type: 'ElectionTooLarge', rule: 'kemeny', what: 'options in one Smith set', size: 21, most: 20 }))
    const ordered = counted(kemeny, electionOf(ids, [ids.map((id) => [id])]))
    expect(ordered.ranking.flat()).toStrictEqual(ids)
  })
})

describe('the approximations of Dodgson', () => {
  it('add up the defeats', () => {
    expect(counted(dodgsonTideman, tennessee).rounds.map(({ option, figures }) => `${option} ${figures['defeats']}`)).toStrictEqual([
      'n 0',
      'c 36',
      'm 48',
      'k 102',
    ])
  })
})

describe('what the approximations of Dodgson do not promise', () => {
  // Three options in a cycle of large margins; d loses to each of them by one voter.
  const election = electionOf(['a', 'b', 'c', 'd'], ballotsOf('5 abcd', '4 bcad', '4 cabd', '4 dabc', '4 dbca', '4 dcab'))
  it.each([dodgsonQuick, dodgsonTideman])('$id elects a Condorcet loser, who stands outside the Smith set', (rule) => {
    expect(textOf(counted(condorcet, election))).toBe('a=b=c > d')
    expect(counted(rule, election).winners).toStrictEqual(['d'])
  })
})

describe('sets and lotteries', () => {
  it('the Schwartz set leaves out of the Smith set who is level with one that is beaten', () => {
    const election = electionOf(['a', 'b', 'c'], ballotsOf('1 abc', '1 cab'))
    expect(textOf(counted(smithSet, election))).toBe('a=b=c')
    expect(textOf(counted(schwartzSet, election))).toBe('a=c > b')
  })
  it('the lottery refuses a Smith set that is too large', () => {
    const ids = Array.from({ length: 41 }, (_, option) => `o${option}`)
    expect(E.isLeft(applyRule(maximalLotteries, electionOf(ids, []), {}))).toBe(true)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineRule, marked, profileOf } from '@isegoria/election'
import type { Ballot, Election, Rule } from '@isegoria/election'
import { add, multiply, ratio, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { fewVoters } from '../checks/few-voters.fixture.ts'
import { equalShares } from '../equal-shares/equal-shares.ts'
import { greedy } from '../rules/greedy.ts'
import { allocated, approve, why } from './asked.fixture.ts'
import { moneyByGroup } from './money-by-group.ts'
import { totalOf } from './payments.oracle.ts'
import { replayOf } from './replay.ts'
import { shareOf } from './share-of.ts'
import { votersWho } from './voter-group.ts'
import { whyProject } from './why-project.ts'

describe('the share of a group', () => {
  it('adds up over groups that share out the voters', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom(equalShares, greedy), ({ election }, rule) => {
        const outcome = allocated(rule, {}, election)
        const isOf = (ballot: Ballot): boolean => marked(ballot).includes('a')
        const groups = [votersWho('a', election, isOf), votersWho('not a', election, (ballot) => !isOf(ballot))]
        const shares = groups.map((group) => shareOf(election, outcome, group))
        const costOf = (id: string): bigint => election.options.find((option) => option.id === id)?.cost ?? 0n
        const supported = outcome.selected.filter((id) => election.profile.ballots.some(({ ballot }) => marked(ballot).includes(id)))
        expect(shares.reduce((sum, { voters }) => sum + voters, 0)).toBe(election.profile.voters)
        expect(totalOf(shares.map(({ evenSplit }) => evenSplit))).toStrictEqual(ratio(supported.reduce((sum, id) => sum + costOf(id), 0n)))
        for (const { voters, withNothing, supported: some } of shares) expect(withNothing === voters).toBe(some.length === 0)
        const replay = replayOf(election, outcome)
        if (replay === undefined) return
        expect(totalOf(shares.map(({ paid = zero }) => paid))).toStrictEqual(
          ratio(replay.purchases.reduce((sum, { option }) => sum + costOf(option), 0n)),
        )
        const bought = replay.purchases.filter(({ price }) => price.numerator > 0n)
        const strength = bought.map(({ option, price }) => multiply(ratio(costOf(option)), ratio(price.denominator, price.numerator)))
        expect(totalOf(shares.map(({ effectiveSupport: support = zero }) => support))).toStrictEqual(totalOf(strength))
        for (const { cost, amounts, by } of moneyByGroup(election, outcome, groups))
          if (by === 'payments') expect(amounts.reduce(add, zero)).toStrictEqual(ratio(cost))
      }),
      { numRuns: 200 },
    )
  })
})

describe('what would have funded a project', () => {
  const isFunded = (rule: Rule, election: Election, id: string): boolean => allocated(rule, {}, election).selected.includes(id)
  it('is what the rule says when it is asked', () => {
    fc.assert(
      fc.property(fewVoters, fc.constantFrom(equalShares, greedy), ({ election }, rule) => {
        for (const { id, cost } of election.options) {
          const { funded, counterfactuals, lostTo } = why(rule, {}, election, id)
          const at = (value: bigint): boolean =>
            isFunded(rule, { ...election, options: election.options.map((option) => (option.id === id ? { ...option, cost: value } : option)) }, id)
          const { fundedAt, notFundedAt, isClose } = counterfactuals.cost
          if (fundedAt !== undefined) expect(at(fundedAt)).toBe(true)
          if (notFundedAt !== undefined) expect(at(notFundedAt)).toBe(false)
          if (isClose) expect((notFundedAt ?? 0n) - (fundedAt ?? 0n)).toBe(1n)
          expect(funded === 'yes' ? fundedAt !== undefined && fundedAt >= cost : notFundedAt !== undefined && notFundedAt <= cost).toBe(true)
          if (funded === 'yes') {
            expect(lostTo).toStrictEqual([])
            continue
          }
          const ballots = election.profile.ballots.flatMap(({ ballot, weight }) => Array.from({ length: weight }, () => ballot))
          const joined = (voters: bigint): Election => ({
            ...election,
            profile: profileOf([...ballots, ...Array.from({ length: Number(voters) }, () => approve(id))]),
          })
          const { newVoters, addedApprovals } = counterfactuals
          if (newVoters?.fundedAt !== undefined) expect(isFunded(rule, joined(newVoters.fundedAt), id)).toBe(true)
          if (newVoters?.notFundedAt !== undefined) expect(isFunded(rule, joined(newVoters.notFundedAt), id)).toBe(false)
          const others = ballots.filter((ballot) => !marked(ballot).includes(id)).length
          expect(addedApprovals === undefined).toBe(others === 0)
          expect(addedApprovals?.fundedAt ?? 0n).toBeLessThanOrEqual(BigInt(others))
        }
      }),
      { numRuns: 60 },
    )
  })
  it('is looked for in a rule that is not monotone, and only what was counted is said', () => {
    const evenNumbers = defineRule({
      ...greedy,
      id: 'even-numbers',
      count: (election, parameters) =>
        election.profile.voters % 2 === 0
          ? greedy.count(election, parameters)
          : E.right({ type: 'allocation', selected: [], cost: '0', budget: '9', ties: [], rounds: [] }),
    })
    const election: Election = { options: [{ id: 'pool', cost: 9n }], profile: profileOf([approve()]), budget: 9n, decimals: 0 }
    const { newVoters, cost } = why(evenNumbers, {}, election, 'pool').counterfactuals
    expect(newVoters).toStrictEqual({ fundedAt: 1n, notFundedAt: 0n, isClose: true, counts: 1 })
    expect(cost).toStrictEqual({ notFundedAt: 0n, isClose: false, counts: 5 })
  })
  it('hands on why a rule refuses, and knows no project that is not there', () => {
    const election: Election = { options: [{ id: 'pool', cost: 9n }], profile: profileOf([approve('pool')]), budget: 9n, decimals: 0 }
    const outcome = allocated(greedy, {}, election)
    expect(whyProject(greedy, {}, election, outcome, 'moon')).toBeUndefined()
    const refused = whyProject(greedy, { none: 'such' }, election, outcome, 'pool')
    expect(refused !== undefined && E.isLeft(refused) && refused.left.type).toBe('UnknownParameter')
  })
  it('tells what a project lost to, and with whose money', () => {
    const election: Election = {
      options: [
        { id: 'pool', cost: 90n },
        { id: 'trees', cost: 40n },
      ],
      profile: profileOf([approve('pool', 'trees'), approve('pool', 'trees'), approve('trees')]),
      budget: 120n,
      decimals: 0,
    }
    expect(why(equalShares, {}, election, 'pool')).toMatchObject({
      supporters: 2,
      funded: 'no',
      lostTo: [{ option: 'trees', round: 1, cost: 40n, shared: 2, paidByShared: ratio(80n, 3n) }],
    })
    expect(why(greedy, {}, election, 'pool').lostTo).toMatchObject([{ option: 'trees', cost: 40n, shared: 2 }])
    expect(why(greedy, {}, election, 'pool').counterfactuals.cost).toMatchObject({ fundedAt: 80n, notFundedAt: 81n, isClose: true })
  })
})

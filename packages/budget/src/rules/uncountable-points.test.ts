import { describe, expect, it } from 'vitest'
import { applyRule, profileBuilder } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { equalShares, greedy, welfareMaximum } from './index.ts'
import { allocated } from './weighted-table.fixture.ts'

/** So many voters give the pool all they have, and one voter less the trees. */
const giving = (points: number, voters: number): Election => {
  const ballot = (id: string): Ballot => ({ type: 'cumulative', points: [[id, points]] })
  const builder = profileBuilder()
  builder.add(ballot('pool'), voters)
  if (voters > 1) builder.add(ballot('trees'), voters - 1)
  const options = ['pool', 'trees'].map((id) => ({ id, cost: 10n }))
  return { options, profile: builder.build(), budget: 10n, decimals: 0 }
}

describe('points that together are more than a float counts exactly', () => {
  it.each(['additive', 'score'])('are refused by Equal Shares with the utility %s, which shares costs by them', (utility) => {
    const reason = "the points for 'pool' are 1000000000000000000 together, more than 9007199254740991, up to which they are counted exactly"
    expect(applyRule(equalShares, giving(1e15, 1000), { utility })).toStrictEqual(
      E.left({ type: 'BallotNotCountable', rule: 'equal-shares', reason }),
    )
  })
  it('are no matter where it reads marks alone', () => {
    expect(allocated(equalShares, { ...giving(1e15, 1000), budget: 20n }).selected).toStrictEqual(['pool'])
  })
  it('are counted up to the last of them', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(allocated(equalShares, { ...giving(most, 1), budget: 10n }, { utility: 'additive' }).selected).toStrictEqual(['pool'])
  })
  it('are counted exactly by rules that sum them as whole numbers of any size', () => {
    const large = giving(1e15, 9_007_199)
    for (const satisfaction of ['additive', 'score']) {
      expect(allocated(greedy, large, { satisfaction }).selected).toStrictEqual(['pool'])
      expect(allocated(welfareMaximum, large, { satisfaction }).selected).toStrictEqual(['pool'])
    }
  })
})

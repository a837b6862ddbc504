import { obeysItsClaims } from '@isegoria/testing'
import { equalShares } from '../equal-shares/equal-shares.ts'
import { greedy } from './greedy.ts'
import { majorityJudgmentBudget } from './majority-judgment-budget/majority-judgment-budget.ts'
import { welfareMaximum } from './welfare-maximum/welfare-maximum.ts'

obeysItsClaims(greedy, {
  runs: 100,
  counterexamples: {
    // One of three voters, whose share would pay for a, gets nothing.
    proportionality: 'options: c=8 a=2; budget: 9; 1: {a}; 2: {c}',
  },
})
obeysItsClaims(equalShares, { runs: 100, counterexamples: {} })
obeysItsClaims(welfareMaximum, {
  runs: 100,
  // One of three voters, whose share would pay for a, gets nothing.
  counterexamples: { proportionality: 'options: c=8 a=2; budget: 9; 1: {a}; 2: {c}' },
})
obeysItsClaims(majorityJudgmentBudget, {
  runs: 100,
  counterexamples: { proportionality: 'options: c=8 a=2; budget: 9; 1: a:1; 2: c:1' },
})

import { obeysItsClaims } from '@isegoria/testing'
import { equalShares } from './equal-shares.ts'
import { greedy } from './greedy.ts'

obeysItsClaims(greedy, {
  runs: 100,
  counterexamples: {
    // One of three voters, whose share would pay for a, gets nothing.
    proportionality: 'options: c=8 a=2; budget: 9; 1: {a}; 2: {c}',
  },
})
obeysItsClaims(equalShares, { runs: 100, counterexamples: {} })

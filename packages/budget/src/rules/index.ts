export { equalShares } from './equal-shares.ts'
export { greedy } from './greedy.ts'

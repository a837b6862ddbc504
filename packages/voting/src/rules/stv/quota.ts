import { quotientUp } from './fixed-point.ts'

/** How many votes elect: with `droop` as many as at most `seats` options can have, with `hare` an equal share of all votes. */
export type Quota = 'droop' | 'hare'

export const quotaOfText = (text: string | undefined): Quota => (text === 'hare' ? 'hare' : 'droop')

/**
 * The quota of a count in whole papers: by Droop the whole number next above `voters ÷ (seats + 1)`; by Hare
 * `voters ÷ seats`, rounded up to a unit. Never 0. *Units*: `one` units make a vote.
 *
 * @example wholeQuota('droop', 100n, 3, 1n) // => 26n
 */
export const wholeQuota = (quota: Quota, voters: bigint, seats: number, one: bigint): bigint => {
  if (quota === 'droop') return (voters / BigInt(seats + 1) + 1n) * one
  const share = quotientUp(voters * one, BigInt(seats))
  return share === 0n ? one : share
}

/**
 * The quota of the votes that are still in play: by Droop the next unit above `votes ÷ (seats + 1)`, by Hare
 * `votes ÷ seats` rounded up to a unit. Never 0.
 *
 * @example quotaInPlay('droop', 45_000n, 4) // => 9001n
 */
export const quotaInPlay = (quota: Quota, votes: bigint, seats: number): bigint => {
  if (quota === 'droop') return votes / BigInt(seats + 1) + 1n
  const share = quotientUp(votes, BigInt(seats))
  return share === 0n ? 1n : share
}

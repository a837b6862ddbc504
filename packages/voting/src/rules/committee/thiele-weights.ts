import { formatRatio, ratio } from '@isegoria/exact'

/**
 * What a voter's first, second, third, … elected option adds to the score, as whole multiples of `1 / unit`: never
 * increasing, so that an option adds the less to a committee the larger it is.
 */
export interface ThieleWeights {
  readonly weights: ReadonlyArray<bigint>
  readonly unit: bigint
}

/** Weights for ballots with up to `levels` elected options among `voters` voters. */
export type ThieleMethod = (levels: number, voters: number) => ThieleWeights

const gcd = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The least common multiple of whole numbers from 1. */
export const lcm = (numbers: Iterable<bigint>): bigint => {
  let multiple = 1n
  for (const number of numbers) multiple *= number / gcd(multiple, number)
  return multiple
}

const upTo = (levels: number): ReadonlyArray<bigint> => Array.from({ length: levels }, (_, level) => BigInt(level + 1))

const reciprocals = (divisors: ReadonlyArray<bigint>): ThieleWeights => {
  const unit = lcm(divisors)
  return { unit, weights: divisors.map((divisor) => unit / divisor) }
}

/** 1, 1/2, 1/3, …: D'Hondt's divisors. */
export const harmonic: ThieleMethod = (levels) => reciprocals(upTo(levels))

/** 1, 1/3, 1/5, …: Sainte-Laguë's divisors. */
export const oddHarmonic: ThieleMethod = (levels) => reciprocals(upTo(levels).map((level) => 2n * level - 1n))

/** 1, 0, 0, …: whether a voter is represented at all. */
export const onlyFirst: ThieleMethod = (levels) => ({ unit: 1n, weights: upTo(levels).map((level) => (level === 1n ? 1n : 0n)) })

/** 1/2, 1/4, 1/8, … */
export const halving: ThieleMethod = (levels) => {
  const unit = 1n << BigInt(levels)
  return { unit, weights: upTo(levels).map((level) => unit >> level) }
}

/** First as many voters as possible with one elected option, then as many as possible with two, and so on. */
export const lexicographic: ThieleMethod = (levels, voters) => {
  const base = BigInt(voters) + 1n
  const weights: Array<bigint> = []
  let weight = 1n
  for (let level = 0; level < levels; level++) {
    weights.unshift(weight)
    weight *= base
  }
  return { unit: 1n, weights }
}

/** Adams's divisors 0, 1, 2, …: first as many represented voters as possible, then 1, 1/2, 1/3, … for each further option. */
export const adamsDivisors: ThieleMethod = (levels, voters) => {
  const { unit, weights } = harmonic(Math.max(levels - 1, 1), voters)
  const more = weights.reduce((sum, weight) => sum + weight, 0n)
  return { unit, weights: [more * BigInt(voters) + 1n, ...weights].slice(0, levels) }
}

/** A score in multiples of `1 / unit` as text. */
export const formatScore = (score: bigint, { unit }: ThieleWeights): string => formatRatio(ratio(score, unit))

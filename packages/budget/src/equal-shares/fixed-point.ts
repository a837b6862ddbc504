import type { Ratio } from '@isegoria/exact'

/** The largest sum of money, in units: half of what a float holds exactly. */
const largestBits = 52

/** A sum in units and in fractions of a unit, `fine` to a unit, both whole numbers; less than one fraction below the exact sum. */
export interface Sum {
  readonly units: number
  readonly fractions: number
}

/** Money as whole numbers of floats: a unit is a power of two of minor units. */
export interface FixedPoint {
  /** Units in one minor unit of money: a power of two. */
  readonly scale: number
  /** Fractions in one unit. */
  readonly fine: number
  /** Any sum of at most all the money there is. */
  readonly of: (money: Ratio) => Sum
}

/** A float close to a fraction of any size. */
export const toFloat = ({ numerator, denominator }: Ratio): number => Number((numerator << 64n) / denominator) / 2 ** 64

const lengthOf = (number: bigint): number => (number === 0n ? 0 : number.toString(16).length * 4)

/**
 * The scale at which the purses of all voters together stay below 2^53 units, so that any sum of purses is a whole number that
 * a float holds exactly, and none depends on the order of its terms. The same holds of sums of fractions, weighed by voters
 * or by what one of them gains at most.
 */
export const fixedPoint = ({ numerator, denominator }: Ratio, voters: number, mostGain: number): FixedPoint => {
  const all = (numerator * BigInt(Math.max(voters, 1))) / denominator + 1n
  const bits = largestBits - lengthOf(all)
  const fineBits = Math.max(0, largestBits - lengthOf(BigInt(Math.max(voters, 1)) * BigInt(mostGain)))
  const shift = BigInt(bits + fineBits)
  const [fine, mask] = [BigInt(fineBits), (1n << BigInt(fineBits)) - 1n]
  return {
    scale: bits >= 0 ? Number(1n << BigInt(bits)) : 1 / Number(1n << BigInt(-bits)),
    fine: Number(1n << fine),
    of: (money) => {
      const sum = shift >= 0n ? (money.numerator << shift) / money.denominator : money.numerator / (money.denominator << -shift)
      return { units: Number(sum >> fine), fractions: Number(sum & mask) }
    },
  }
}

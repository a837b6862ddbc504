const bits = 64

const lengthOf = (number: bigint): number => number.toString(16).length * 4

/** A fraction as a float, wrong by less than 2 ^ -50 of itself; 0 where a float cannot be so small. */
export const toFloat = (numerator: bigint, denominator: bigint): number => {
  if (numerator <= 0n) return 0
  const shift = BigInt(bits + lengthOf(denominator) - lengthOf(numerator))
  return shift < 0n
    ? Number(numerator / (denominator << -shift)) * Number(1n << -shift)
    : Number((numerator << shift) / denominator) / Number(1n << shift)
}

/** The number that a text of hexadecimal digits writes. */
export const whole = (text: string): bigint => BigInt(`0x${text}`)

/** The inverse of `number` modulo `modulus`, by Euclid's extended algorithm. */
export const inverseOf = (number: bigint, modulus: bigint): bigint => {
  let [left, rest, one, two] = [number % modulus, modulus, 1n, 0n]
  while (left > 0n) {
    const quotient = rest / left
    ;[left, rest] = [rest - quotient * left, left]
    ;[one, two] = [two - quotient * one, one]
  }
  return ((two % modulus) + modulus) % modulus
}

/** `base` to the power 65537 modulo `modulus`. */
export const toPublicExponent = (base: bigint, modulus: bigint): bigint => {
  let square = base % modulus
  for (let bit = 0; bit < 16; bit++) square = (square * square) % modulus
  return (square * base) % modulus
}

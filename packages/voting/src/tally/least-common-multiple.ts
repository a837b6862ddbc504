/** The smallest whole number that both positive numbers divide. */
export const leastCommonMultiple = (left: bigint, right: bigint): bigint => {
  let [divisor, rest] = [left, right]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return (left / divisor) * right
}

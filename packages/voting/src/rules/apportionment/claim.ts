/** How strong a party's claim to one more seat is: a fraction; a claim with the denominator 0 stands above all others, none has a negative one. */
export interface Claim {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Negative where `left` is the weaker claim, 0 where both are level. Of two claims over 0 the greater numerator is the stronger. */
export const compareClaims = (left: Claim, right: Claim): number => {
  const isUnbounded = left.denominator === 0n && right.denominator === 0n
  const [l, r] = isUnbounded ? [left.numerator, right.numerator] : [left.numerator * right.denominator, right.numerator * left.denominator]
  return l < r ? -1 : l > r ? 1 : 0
}

/** The claim of a party with so many votes that holds so many seats; it falls from seat to seat. */
export type ClaimOf = (votes: bigint, seats: bigint) => Claim

/**
 * Money of voters as what they paid: so many of them began with the endowment, and so many of them paid the price of each
 * purchase. A difference of two such sums is one too, so that the numbers may be below 0.
 */
export interface Holding {
  voters: number
  /** By purchase. */
  readonly payers: Float64Array
}

export const nothingOf = (purchases: number): Holding => ({ voters: 0, payers: new Float64Array(purchases) })

/** `left · one + right · other`. */
export const combined = (left: number, one: Holding, right: number, other: Holding): Holding => ({
  voters: left * one.voters + right * other.voters,
  payers: one.payers.map((payers, purchase) => left * payers + right * (other.payers[purchase] ?? 0)),
})

export const isSame = (one: Holding, other: Holding): boolean =>
  one.voters === other.voters && one.payers.every((payers, purchase) => payers === other.payers[purchase])

import type { Ratio } from '@isegoria/exact'
import type { Support } from '../support/support.ts'

/**
 * Voters as what they paid for: `voters` of them, and for each earlier purchase the gains of those among them who paid it in
 * full. What they have left together is `voters · endowment − Σ gains[k] · price_k`.
 */
export interface Payers {
  voters: number
  readonly gains: Float64Array
}

/**
 * What was bought, so that every price and purse can be known exactly, when somebody asks.
 *
 * The price per unit of gain of purchase k is x_k = (cost_k − what the poor had) / (what the rich gain), and what the poor had
 * follows from earlier prices. All are kept over nested denominators, D_k = D_(k−1) · gain_k, so that each step multiplies
 * large numbers by small ones only.
 */
export interface History {
  readonly length: number
  /** Which purchase a project was, or -1. */
  readonly boughtAt: Int32Array
  /** Adds the voters of a group, who paid all earlier purchases that they support in full. */
  readonly addGroup: (payers: Payers, group: number) => void
  readonly noPayers: () => Payers
  /** The project is bought: groups that were poor gave all they had, the rich gain so much together. */
  readonly add: (project: number, cost: bigint, poor: Int32Array, richGain: number) => void
  /** The groups that gave all they had for a purchase. */
  readonly poorOf: (purchase: number) => Int32Array
  /** What they have left together, times `denominator()`. */
  readonly leftOf: (payers: Payers) => bigint
  /** The denominator D of all that has been bought. */
  readonly denominator: () => bigint
  /** The exact price per unit of gain of purchase `k`. */
  readonly priceOf: (purchase: number) => Ratio
}

interface Purchase {
  readonly cost: bigint
  /** The groups that gave all they had. */
  readonly poor: Int32Array
  readonly gain: bigint
}

const nobody = new Int32Array(0)
const nothing: Purchase = { cost: 0n, poor: nobody, gain: 1n }

/** Exact numbers of what was bought under one endowment. Cost of a price: the number of earlier ones, each multiplied once. */
export const historyOf = ({ ids, weights, ballotStarts, ballotProjects, ballotGains }: Support, endowment: Ratio): History => {
  const boughtAt = new Int32Array(ids.length).fill(-1)
  const purchases: Array<Purchase> = []
  /** Numerators of prices known so far over `denominators`, of which the first is that of the endowment. */
  const numerators: Array<bigint> = []
  const denominators: Array<bigint> = [endowment.denominator]

  /** −voters · endowment + Σ gains · price, times the denominator of all purchases before `end`. */
  const owedBefore = (end: number, voters: bigint, gainOf: (purchase: number) => bigint): bigint => {
    let sum = -voters * endowment.numerator
    for (let k = 0; k < end; k++) {
      const gain = gainOf(k)
      sum *= purchases[k]?.gain ?? 1n
      if (gain !== 0n) sum += gain * (numerators[k] ?? 0n)
    }
    return sum
  }
  const know = (): void => {
    for (let k = numerators.length; k < purchases.length; k++) {
      const { cost, poor, gain } = purchases[k] ?? nothing
      const before = denominators[k] ?? 1n
      const payers = noPayers()
      for (let place = 0; place < poor.length; place++) addGroup(payers, poor[place] ?? 0, k)
      const { voters, gains } = payers
      const owed = voters === 0 ? 0n : owedBefore(k, BigInt(voters), (earlier) => BigInt(gains[earlier] ?? 0))
      numerators.push(cost * before + owed)
      denominators.push(before * gain)
    }
  }
  const noPayers = (): Payers => ({ voters: 0, gains: new Float64Array(purchases.length) })
  const addGroup = (payers: Payers, group: number, before = purchases.length): void => {
    const voters = weights[group] ?? 0
    const { gains } = payers
    payers.voters += voters
    const end = ballotStarts[group + 1] ?? 0
    for (let place = ballotStarts[group] ?? 0; place < end; place++) {
      const purchase = boughtAt[ballotProjects[place] ?? 0] ?? -1
      if (purchase >= 0 && purchase < before) gains[purchase] = (gains[purchase] ?? 0) + voters * (ballotGains[place] ?? 1)
    }
  }
  return {
    get length() {
      return purchases.length
    },
    boughtAt,
    noPayers,
    addGroup,
    add: (project, cost, poor, richGain) => {
      boughtAt[project] = purchases.length
      purchases.push({ cost, poor, gain: BigInt(richGain) })
    },
    poorOf: (purchase) => purchases[purchase]?.poor ?? nobody,
    leftOf: ({ voters, gains }) => {
      know()
      return -owedBefore(purchases.length, BigInt(voters), (purchase) => BigInt(gains[purchase] ?? 0))
    },
    denominator: () => {
      know()
      return denominators[purchases.length] ?? 1n
    },
    priceOf: (purchase) => {
      const { cost, poor, gain } = purchases[purchase] ?? nothing
      if (poor.length === 0) return { numerator: cost, denominator: gain }
      know()
      return { numerator: numerators[purchase] ?? 0n, denominator: denominators[purchase + 1] ?? 1n }
    },
  }
}

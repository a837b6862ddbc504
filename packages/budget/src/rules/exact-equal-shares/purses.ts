import { compare, floor, multiply, ratio, subtract, tenTo } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Pot } from '../../allocation/pot.ts'

/** What voters have left when whoever pays for a project pays the same. */
export interface Purses {
  /** What everybody began with, in minor units. */
  readonly endowment: Ratio
  /** The most supporters of a project who can each pay an equal share of its cost, which is above 0; 0 where they cannot. */
  readonly payersOf: (project: number) => number
  /** So many supporters, as `payersOf` says, pay their shares. Errors: throws `RangeError` where others would pay, or with what they do not have. */
  readonly pay: (project: number, payers: number) => void
}

/** Voters who paid for the same projects, and so have the same left; told by what they paid for last, and what before. */
interface Account {
  readonly left: () => Ratio
  readonly next: Map<number, number>
}

const bits = 52

/** What everybody begins with: money / voters, or its floor in whole units of money. */
const endowmentOf = ({ budget, voters, decimals }: Pot, start: string): Ratio => {
  if (voters === 0) return ratio(0n)
  const unit = tenTo(decimals)
  return start === 'floor' ? ratio((budget / BigInt(voters) / unit) * unit) : ratio(budget, BigInt(voters))
}

/**
 * The purses of Exact Equal Shares.
 *
 * *Exactness.* A purse is a whole number in units so small that the endowment is less than 2 ^ 52 of them. Endowment and
 * shares are rounded down by less than one unit, so that after k purchases a purse is known within k + 1 units. Whether it holds
 * a share is certain where the two differ by more than k + 2; else the exact fractions are compared, which are the same for
 * all voters who paid for the same projects.
 *
 * Cost: `payersOf` goes through the project's supporters once for each time that some of them are found too poor.
 */
export const pursesOf = (pot: Pot, start: string): Purses => {
  const { support, costs, supporters: numbers } = pot
  const { groups, weights, starts, supporters } = support
  const endowment = endowmentOf(pot, start)
  const shift = bits - (floor(endowment) + 1n).toString(2).length
  const inUnits = (amount: Ratio): number =>
    Number(
      floor(shift < 0 ? ratio(amount.numerator, amount.denominator << BigInt(-shift)) : ratio(amount.numerator << BigInt(shift), amount.denominator)),
    )
  const purses = new Float64Array(groups).fill(inUnits(endowment))
  const accountOf = new Int32Array(groups)
  const accounts: Array<Account> = [{ left: () => endowment, next: new Map() }]
  let purchases = 0

  /** Whether a group can pay a share. */
  const affords = (share: Ratio): ((group: number) => boolean) => {
    const [units, doubt] = [inUnits(share), purchases + 2]
    const known = new Map<number, boolean>()
    return (group) => {
      const difference = (purses[group] ?? 0) - units
      if (difference > doubt || difference < -doubt) return difference > 0
      const account = accountOf[group] ?? 0
      const told = known.get(account) ?? compare(accounts[account]?.left() ?? endowment, share) >= 0
      known.set(account, told)
      return told
    }
  }

  /** The account of those of another who pay for one more project. */
  const accountAfter = (before: number, project: number, share: Ratio): number => {
    const account = accounts[before]
    const known = account?.next.get(project)
    if (account === undefined || known !== undefined) return known ?? 0
    let left: Ratio | undefined
    account.next.set(project, accounts.length)
    return accounts.push({ left: () => (left ??= subtract(account.left(), share)), next: new Map() }) - 1
  }

  return {
    endowment,
    payersOf: (project) => {
      for (let payers = numbers[project] ?? 0; ;) {
        if (payers === 0) return 0
        const canPay = affords(ratio(costs[project] ?? 0n, BigInt(payers)))
        let able = 0
        for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
          const group = supporters[place] ?? 0
          if (canPay(group)) able += weights[group] ?? 0
        }
        if (able === payers) return payers
        payers = able
      }
    },
    pay: (project, payers) => {
      const share = ratio(costs[project] ?? 0n, BigInt(payers))
      const [units, canPay] = [inUnits(share), affords(share)]
      const paying: Array<number> = []
      let voters = 0
      for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) {
        const group = supporters[place] ?? 0
        if (!canPay(group)) continue
        paying.push(group)
        voters += weights[group] ?? 0
      }
      if (voters !== payers) throw new RangeError(`${voters} voters pay the shares of ${payers}`)
      for (const group of paying) {
        const left = (purses[group] ?? 0) - units
        if (left < -(purchases + 2)) throw new RangeError('a voter pays more than is left')
        purses[group] = left
        const before = accountOf[group] ?? 0
        accountOf[group] = accountAfter(before, project, share)
      }
      purchases++
    },
  }
}

/** An amount of minor units in units of money. */
export const inMoney = (amount: Ratio, decimals: number): Ratio => multiply(amount, ratio(1n, tenTo(decimals)))

import { add, compare, divide, floor, multiply, ratio, subtract, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { greedyByDefinition } from './greedy.oracle.ts'
import { inOrderOfTies, supportersOf } from './naive-election.oracle.ts'
import type { NaiveElection, NaiveProject, NaiveStep } from './naive-election.oracle.ts'

interface NaivePurchase extends NaiveStep {
  /** The most that one voter pays. */
  readonly price: Ratio
}

const sum = (numbers: ReadonlyArray<Ratio>): Ratio => numbers.reduce(add, zero)
const atMost = (left: Ratio, right: Ratio): boolean => compare(left, right) < 1
const lower = (left: Ratio, right: Ratio): Ratio => (atMost(left, right) ? left : right)

/** What a supporter gains by a project: the `u_i(p)` of the paper. */
const utilityOf = ({ cost }: NaiveProject, utility: string): Ratio => (utility === 'cost' ? ratio(cost) : ratio(1n))

/**
 * The least ρ at which a project is ρ-affordable: Σ min(b_i, u_i(p) · ρ) = cost(p) over its supporters.
 *
 * Some supporters give all they have and the others u · ρ each. Every purse is tried as the border between them, and each
 * solution is put back into the paper's equation.
 */
const affordableAt = (election: NaiveElection, project: NaiveProject, purses: ReadonlyArray<Ratio>, utility: string): Ratio | undefined => {
  const held = supportersOf(election, project).map((voter) => purses[voter] ?? zero)
  const [gain, cost] = [utilityOf(project, utility), ratio(project.cost)]
  const solutions = held.flatMap((border) => {
    const poor = held.filter((purse) => compare(purse, border) === -1)
    const rich = ratio(BigInt(held.length - poor.length))
    const rho = divide(subtract(cost, sum(poor)), multiply(gain, rich))
    const paid = sum(held.map((purse) => lower(purse, multiply(gain, rho))))
    return compare(rho, zero) > -1 && compare(paid, cost) === 0 ? [rho] : []
  })
  return solutions.length === 0 ? undefined : solutions.reduce(lower)
}

/** One run of the method with a given purse for everybody: buy the project of the least ρ, everything computed anew each time. */
const buyByDefinition = (election: NaiveElection, endowment: Ratio, utility: string, ties: string): ReadonlyArray<NaivePurchase> => {
  const supported = election.projects.filter((project) => supportersOf(election, project).length > 0)
  const free = inOrderOfTies(
    election,
    supported.filter(({ cost }) => cost === 0n),
    ties,
  )
  const purchases: Array<NaivePurchase> = free.map(({ id }) => ({ chosen: id, tied: [id], price: zero }))
  let purses = election.voters.map(() => endowment)
  for (;;) {
    const offers = supported.flatMap((project) => {
      if (purchases.some(({ chosen }) => chosen === project.id)) return []
      const rho = affordableAt(election, project, purses, utility)
      return rho === undefined ? [] : [{ project, rho }]
    })
    if (offers.length === 0) return purchases
    const least = offers.map(({ rho }) => rho).reduce(lower)
    const best = offers.filter(({ rho }) => compare(rho, least) === 0).map(({ project }) => project)
    const tied = inOrderOfTies(election, best, ties)
    const [chosen] = tied
    if (chosen === undefined) return purchases
    const price = multiply(least, utilityOf(chosen, utility))
    purchases.push({ chosen: chosen.id, tied: tied.map(({ id }) => id), price })
    purses = purses.map((purse, voter) => (election.voters[voter]?.has(chosen.id) === true ? subtract(purse, lower(purse, price)) : purse))
  }
}

const costOf = ({ projects }: NaiveElection, bought: ReadonlyArray<NaiveStep>): bigint =>
  projects.reduce((total, { id, cost }) => (bought.some(({ chosen }) => chosen === id) ? total + cost : total), 0n)

const isExhaustive = (election: NaiveElection, bought: ReadonlyArray<NaiveStep>): boolean =>
  election.projects.every(
    (project) =>
      supportersOf(election, project).length === 0 ||
      bought.some(({ chosen }) => chosen === project.id) ||
      project.cost > election.budget - costOf(election, bought),
  )

const startOf = ({ budget, voters, unit }: NaiveElection, start: string): Ratio => {
  if (voters.length === 0) return zero
  const share = ratio(budget, BigInt(voters.length))
  return start === 'floor' ? ratio(floor(divide(share, ratio(unit))) * unit) : share
}

/** Whether a purse pays for everything that has supporters, and for more. */
const isEnoughFor = (election: NaiveElection, endowment: Ratio): boolean => {
  const supported = election.projects.filter((project) => supportersOf(election, project).length > 0)
  return compare(endowment, ratio(supported.reduce((total, { cost }) => total + cost, 0n))) > 0
}

/**
 * Equal Shares with add1: everybody gets one unit more, again and again, until it would overspend, or until nothing more
 * would fit; and no more once each voter could pay for everything.
 */
const raise = (election: NaiveElection, start: Ratio, stop: string, run: (endowment: Ratio) => ReadonlyArray<NaivePurchase>): Ratio => {
  let endowment = start
  for (;;) {
    const bought = run(endowment)
    if (isEnoughFor(election, endowment) || (stop === 'exhaustive' && isExhaustive(election, bought))) return endowment
    const more = add(endowment, ratio(election.unit))
    if (costOf(election, run(more)) > election.budget) return endowment
    endowment = more
  }
}

export interface NaiveParameters {
  readonly utility: string
  readonly completion: string
  readonly start: string
  readonly stop: string
  readonly ties: string
}

export interface NaiveCount {
  readonly endowment: Ratio
  readonly isEnough: boolean
  readonly purchases: ReadonlyArray<NaivePurchase>
  readonly added: ReadonlyArray<NaiveStep>
}

/** The Method of Equal Shares, straight from its definition (Peters, Pierczyński & Skowron 2021, section 3). */
export const equalSharesByDefinition = (election: NaiveElection, { utility, completion, start, stop, ties }: NaiveParameters): NaiveCount => {
  const run = (endowment: Ratio): ReadonlyArray<NaivePurchase> => buyByDefinition(election, endowment, utility, ties)
  const first = startOf(election, start)
  const endowment = completion === 'add1' ? raise(election, first, stop, run) : first
  const purchases = run(endowment)
  const bought = new Set(purchases.map(({ chosen }) => chosen))
  const added = completion === 'greedy' ? greedyByDefinition(election, utility, ties, bought) : []
  return { endowment: divide(endowment, ratio(election.unit)), isEnough: isEnoughFor(election, endowment), purchases, added }
}

import { formatMoney, parseMoney, withDecimals } from '@isegoria/exact'
import type { Election } from './election.ts'
import type { AllocationOutcome, CommitteeOutcome, Outcome, RankingOutcome, SeatsOutcome } from './outcome.ts'
import type { Rule, RuleFamily } from './rule.ts'

type Fault = string | undefined

const outcomeOf: Readonly<Record<RuleFamily, Outcome['type']>> = {
  budget: 'allocation',
  voting: 'ranking',
  committee: 'committee',
  apportionment: 'seats',
}

const sumOf = (amounts: ReadonlyArray<bigint>): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)

/** Minor units of a decimal text; `undefined` for what is none, or has more decimals than money has here. */
const minorUnits = (text: string, decimals: number): bigint | undefined => {
  const money = parseMoney(text)
  return money === undefined || money.decimals > decimals ? undefined : withDecimals(money, decimals).minor
}

const faultOfAllocation = (outcome: AllocationOutcome, election: Election): Fault => {
  const { selected, cost, budget, partial = [] } = outcome
  const money = (minor: bigint): string => formatMoney({ minor, decimals: election.decimals })
  const costs = new Map(election.options.map((option) => [option.id, option.cost]))
  const inPart = partial.map(({ option, amount }) => ({ option, amount: minorUnits(amount, election.decimals) }))
  const odd = inPart.find(({ option, amount }) => amount === undefined || amount <= 0n || amount >= (costs.get(option) ?? 0n))
  if (odd !== undefined) return `gives '${odd.option}' no part of its cost`
  const spent = sumOf(selected.map((id) => costs.get(id) ?? 0n)) + sumOf(inPart.map(({ amount = 0n }) => amount))
  const given = election.budget ?? 0n
  if (cost !== money(spent)) return `states a cost of ${cost}; its projects cost ${money(spent)}`
  if (spent > given) return `spends ${money(spent)} of ${money(given)}`
  if (budget !== money(given)) return `states a budget of ${budget}; it is ${money(given)}`
  return faultOfKeeping(
    election,
    new Map([...selected.map((id) => [id, costs.get(id) ?? 0n] as const), ...inPart.map(({ option, amount = 0n }) => [option, amount] as const)]),
  )
}

/** What of the constraints that speak of money and numbers these amounts break. */
const faultOfKeeping = ({ constraints = [], decimals }: Election, amounts: ReadonlyMap<string, bigint>): Fault => {
  const money = (minor: bigint): string => formatMoney({ minor, decimals })
  const spentOn = (options: ReadonlyArray<string>): bigint => sumOf(options.map((id) => amounts.get(id) ?? 0n))
  for (const constraint of constraints) {
    if (constraint.type !== 'cap' && constraint.type !== 'at-most') continue
    const named = [...new Set(constraint.options)]
    if (constraint.type === 'cap') {
      if (spentOn(named) > constraint.most)
        return `spends ${money(spentOn(named))} on '${constraint.name}', which is capped at ${money(constraint.most)}`
      continue
    }
    const funded = named.filter((id) => amounts.has(id)).length
    if (funded > constraint.most) return `funds ${funded} of '${constraint.name}', of which at most ${constraint.most} may be`
  }
  return undefined
}

const faultOfRanking = ({ ranking, winners }: RankingOutcome, { options }: Election): Fault => {
  const ranked = ranking.reduce((sum, tier) => sum + tier.length, 0)
  if (ranked !== options.length) return `ranked ${ranked} of ${options.length} options`
  if (ranking.some((tier) => tier.length === 0)) return 'has a tier of nobody'
  const [first = []] = ranking
  if (winners.length === 0 && options.length > 0) return 'has no winner'
  const stranger = winners.find((id) => !first.includes(id))
  return stranger === undefined ? undefined : `lets '${stranger}' win, who is not of the first tier`
}

const faultOfCommittees = ({ committees }: CommitteeOutcome, { seats = 0 }: Election): Fault => {
  if (committees.length === 0) return 'gives no committee'
  const large = committees.find((committee) => committee.length > seats)
  return large === undefined ? undefined : `elects ${large.length} to ${seats} seats`
}

const faultOfSeats = ({ seats: given }: SeatsOutcome, { seats = 0 }: Election): Fault => {
  const numbers = Object.values(given)
  const negative = numbers.find((number) => number < 0)
  const sum = numbers.reduce((total, number) => total + number, 0)
  return negative === undefined ? (sum <= seats ? undefined : `gives ${sum} of ${seats} seats`) : `gives ${negative} seats to a party`
}

/** Lists in each of which an option may stand once. */
const choicesOf = (outcome: Outcome): ReadonlyArray<ReadonlyArray<string>> => {
  switch (outcome.type) {
    case 'allocation':
      return [[...outcome.selected, ...(outcome.partial ?? []).map(({ option }) => option)]]
    case 'ranking':
      return [outcome.ranking.flat(), outcome.winners]
    case 'committee':
      return outcome.committees
    case 'seats':
      return [Object.keys(outcome.seats)]
  }
}

const faultOfFamily = (outcome: Outcome, election: Election): Fault => {
  switch (outcome.type) {
    case 'allocation':
      return faultOfAllocation(outcome, election)
    case 'ranking':
      return faultOfRanking(outcome, election)
    case 'committee':
      return faultOfCommittees(outcome, election)
    case 'seats':
      return faultOfSeats(outcome, election)
  }
}

const faultOfNames = (outcome: Outcome, { options }: Election): Fault => {
  const known = new Set(options.map(({ id }) => id))
  for (const list of choicesOf(outcome)) {
    const seen = new Set<string>()
    for (const id of list) {
      if (!known.has(id)) return `chose '${id}', which is no option`
      if (seen.has(id)) return `chose '${id}' twice`
      seen.add(id)
    }
  }
  const inRounds = outcome.rounds.flatMap(({ option, tallies = {} }) => [option, ...Object.keys(tallies)])
  const stranger = [...outcome.ties.flatMap(({ tied, chosen }) => [...tied, chosen]), ...inRounds].find((id) => !known.has(id))
  return stranger === undefined ? undefined : `tells of '${stranger}', which is no option`
}

/**
 * What of that which must hold of every outcome does not hold of this one, in words; `undefined` for a sound one.
 *
 * Options exist wherever an outcome names them and are chosen once; the cost is their sum and within the budget, which is
 * the one given; tiers partition the options, and who wins is of the first; nobody elects or gives more than the seats there are; the outcome is of the
 * rule's family.
 */
export const faultOfOutcome = ({ family }: Rule, election: Election, outcome: Outcome): Fault => {
  const familyFault = outcome.type === outcomeOf[family] ? undefined : `is a rule of the family ${family}, but gives a ${outcome.type}`
  return faultOfNames(outcome, election) ?? familyFault ?? faultOfFamily(outcome, election)
}

import { marked, numberedProfile } from '@isegoria/election'
import type { Axiom, Ballot, BallotType, CommitteeOutcome, Election, OptionId, Outcome, Rule, RuleFamily } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { beating, placeOn } from './preference.ts'

/** A rule in one line, for laws to look at. */
export const ruleOf = (family: RuleFamily, ballots: ReadonlyArray<BallotType>, count: (election: Election) => Outcome): Rule => {
  const [claims, violates]: [ReadonlyArray<Axiom>, ReadonlyArray<Axiom>] = [[], []]
  const described = { id: 'tried', version: '1', title: 'Tried', source: 'https://town.example/rules', parameters: [], claims, violates }
  return { ...described, family, ballots, count: (election) => E.right(count(election)) }
}

const byTiers = (ranking: ReadonlyArray<ReadonlyArray<OptionId>>): Outcome => ({
  type: 'ranking',
  ranking,
  winners: ranking[0] ?? [],
  ties: [],
  rounds: [],
})

/** Options by a figure, highest first, equal ones in one tier. */
const byFigure = ({ options }: Election, figureOf: (option: OptionId) => number): Outcome => {
  const figures = [...new Set(options.map(({ id }) => figureOf(id)))].toSorted((left, right) => right - left)
  return byTiers(figures.map((figure) => options.map(({ id }) => id).filter((id) => figureOf(id) === figure)))
}

const ranked: ReadonlyArray<BallotType> = ['ordinal', 'weak-order']

const sumOver = ({ profile }: Election, points: (ballot: Ballot) => number): number =>
  profile.ballots.reduce((sum, { ballot, weight }) => sum + weight * points(ballot), 0)

/** Options that stand above `option`, or below it, on a ballot. */
const beside = ({ options }: Election, ballot: Ballot, option: OptionId, side: number): number => {
  const placeOf = placeOn(ballot)
  return options.filter(({ id }) => Math.sign(placeOf(id) - placeOf(option)) === side).length
}

export const bordaRule = ruleOf('voting', ranked, (election) =>
  byFigure(election, (id) => sumOver(election, (ballot) => beside(election, ballot, id, 1) - beside(election, ballot, id, -1))),
)

const firstsAmong = (election: Election, left: ReadonlyArray<OptionId>, option: OptionId): number =>
  sumOver(election, (ballot) => (marked(ballot).find((id) => left.includes(id)) === option ? 1 : 0))

export const pluralityRule = ruleOf('voting', ['ordinal', 'choose-one'], (election) => {
  const ids = election.options.map(({ id }) => id)
  return byFigure(election, (id) => firstsAmong(election, ids, id))
})

/** Instant runoff in which all that are last leave together. */
export const runoffRule = ruleOf('voting', ['ordinal'], (election) => {
  const tiers: Array<ReadonlyArray<OptionId>> = []
  let left = election.options.map(({ id }) => id)
  while (left.length > 0) {
    const among = left
    const votesOf = (id: OptionId): number => firstsAmong(election, among, id)
    const least = Math.min(...among.map(votesOf))
    tiers.unshift(among.filter((id) => votesOf(id) === least))
    left = among.filter((id) => votesOf(id) > least)
  }
  return byTiers(tiers)
})

/** Victories in pairs less defeats. */
export const copelandRule = ruleOf('voting', ranked, (election) => {
  const beats = beating(election)
  return byFigure(election, (id) => election.options.reduce((sum, other) => sum + Number(beats(id, other.id)) - Number(beats(other.id, id)), 0))
})

export const approvalRule = ruleOf('voting', ['approval'], (election) =>
  byFigure(election, (id) => sumOver(election, (ballot) => Number(marked(ballot).includes(id)))),
)

/** The ballot that was cast first decides. */
export const dictatorRule = ruleOf('voting', ['choose-one'], (election) => {
  const { sequences, options } = numberedProfile(election.profile)
  const choice = sequences.count === 0 ? undefined : options[sequences.all[1] ?? -1]
  return byFigure(election, (id) => Number(id === choice))
})

export const firstOptionRule = ruleOf('voting', ['choose-one'], ({ options }) => byTiers(options.map(({ id }) => [id])))

/** Counts each distinct ballot once, however many cast it. */
export const unweightedRule = ruleOf('voting', ['choose-one'], (election) =>
  byFigure(election, (id) => election.profile.ballots.filter(({ ballot }) => marked(ballot)[0] === id).length),
)

export const throwingRule = ruleOf('voting', ['choose-one'], ({ options }) => {
  if (options.length > 2) throw new Error('too many')
  return byTiers(options.map(({ id }) => [id]))
})

/** Another option first each time it is asked. */
export const forgetfulRule = (): Rule => {
  let asked = 0
  return ruleOf('voting', ['choose-one'], ({ options }) => {
    asked++
    return byTiers(options.map((_, place) => [options[(place + asked) % options.length]?.id ?? '']))
  })
}

const choicesOf = (ids: ReadonlyArray<OptionId>, size: number): ReadonlyArray<ReadonlyArray<OptionId>> => {
  if (size === 0) return [[]]
  const [first, ...rest] = ids
  return first === undefined ? [] : [...choicesOf(rest, size - 1).map((choice) => [first, ...choice]), ...choicesOf(rest, size)]
}

/** The committees of the greatest score, in which a voter with `n` approved members counts `worth(n)`. */
const committeesBy = (worth: (members: number) => number): Rule =>
  ruleOf('committee', ['approval'], (election): CommitteeOutcome => {
    const { options, seats = 0 } = election
    const scored = choicesOf(
      options.map(({ id }) => id),
      seats,
    ).map((committee) => ({ committee, score: sumOver(election, (ballot) => worth(committee.filter((id) => marked(ballot).includes(id)).length)) }))
    const best = Math.max(...scored.map(({ score }) => score))
    return { type: 'committee', committees: scored.filter(({ score }) => score === best).map(({ committee }) => committee), ties: [], rounds: [] }
  })

export const mostApprovalsRule = committeesBy((members) => members)
/** Proportional approval voting, in 60ths: exact up to six members. */
export const thieleRule = committeesBy((members) => [0, 60, 90, 110, 125, 137, 147][members] ?? 0)
export const coverageRule = committeesBy((members) => Math.min(members, 1))

/** Seats to the highest claim, one after another; level claims in the order in which parties are given. */
const seatsBy = (claimOf: (votes: number, held: number, all: number, seats: number) => number): Rule =>
  ruleOf('apportionment', ['choose-one'], (election) => {
    const { options, seats = 0 } = election
    const votes = new Map(options.map(({ id }) => [id, sumOver(election, (ballot) => Number(marked(ballot)[0] === id))]))
    const all = [...votes.values()].reduce((sum, own) => sum + own, 0)
    const given = new Map(options.map(({ id }) => [id, 0]))
    if (all === 0) return { type: 'seats', seats: Object.fromEntries(given), ties: [], rounds: [] }
    for (let seat = 0; seat < seats; seat++) {
      const claims = options.map(({ id }) => claimOf(votes.get(id) ?? 0, given.get(id) ?? 0, all, seats))
      const next = options[claims.indexOf(Math.max(...claims))]?.id ?? ''
      given.set(next, (given.get(next) ?? 0) + 1)
    }
    return { type: 'seats', seats: Object.fromEntries(given), ties: [], rounds: [] }
  })

/** Quotients in 360,360ths: exact for up to 14 seats. */
export const dhondtRule = seatsBy((votes, held) => (votes * 360_360) / (held + 1))
export const largestRemainderRule = seatsBy((votes, held, all, seats) => votes * seats - held * all)

const allocation = ({ options, budget = 0n, decimals }: Election, selected: ReadonlyArray<OptionId>): Outcome => {
  const spent = options.reduce((sum, { id, cost }) => (selected.includes(id) ? sum + cost : sum), 0n)
  const money = (minor: bigint): string => `${Number(minor) / (decimals === 0 ? 1 : 100)}`
  return { type: 'allocation', selected, cost: money(spent), budget: money(budget), ties: [], rounds: [] }
}

/** Projects in an order, each funded if it fits. */
const fundedBy = (figureOf: (election: Election, id: OptionId) => number): Rule =>
  ruleOf('budget', ['approval'], (election) => {
    const { options, budget = 0n } = election
    const order = options.toSorted((left, right) => figureOf(election, right.id) - figureOf(election, left.id))
    let spent = 0n
    const selected: Array<OptionId> = []
    for (const { id, cost } of order) {
      if (spent + cost > budget) continue
      spent += cost
      selected.push(id)
    }
    return allocation(election, selected)
  })

export const mostSupportedRule = fundedBy((election, id) => sumOver(election, (ballot) => Number(marked(ballot).includes(id))))
export const leastSupportedRule = fundedBy((election, id) => -sumOver(election, (ballot) => Number(marked(ballot).includes(id))))

/** Project by project what some voters without one can afford with their share of the budget, if they support it together. */
export const groupByGroupRule = ruleOf('budget', ['approval'], (election) => {
  const { options, profile, budget = 0n } = election
  const selected: Array<OptionId> = []
  for (const { id, cost } of options) {
    const unserved = profile.ballots.filter(({ ballot }) => marked(ballot).every((one) => !selected.includes(one)))
    const voters = unserved.reduce((sum, { ballot, weight }) => (marked(ballot).includes(id) ? sum + weight : sum), 0)
    if (voters > 0 && cost * BigInt(profile.voters) <= budget * BigInt(voters)) selected.push(id)
  }
  return allocation(election, selected)
})

/** Counts soundly, but leaves other numbers behind. */
export const meddlingRule = ruleOf('voting', ['choose-one'], ({ options, profile }) => {
  numberedProfile(profile).sequences.all.reverse()
  return byTiers(options.map(({ id }) => [id]))
})

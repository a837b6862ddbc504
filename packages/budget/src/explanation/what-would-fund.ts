import { applyRule, marked, numberedProfile, profileBuilder } from '@isegoria/election'
import type { Ballot, BallotType, Election, OptionId, Parameters, Profile, Rule, RuleRejection } from '@isegoria/election'
import { E, seededPrng } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { turningPoint } from './turning-point.ts'
import type { TurningPoint } from './turning-point.ts'

/** What would have to be otherwise for a project to be funded, or how much dearer a funded one might be. */
export interface Counterfactuals {
  /** Cost in minor units, all else as it is: below its cost for a project that is not funded, above it for one that is. */
  readonly cost: TurningPoint
  /** Voters who come in addition and support this project alone; absent for a funded project. */
  readonly newVoters?: TurningPoint
  /**
   * Voters of the election who do not support it and add it to their ballots, the first so many in an order that is drawn
   * from the project's id; absent for a funded project, and where a voter who may only name one cannot add any.
   */
  readonly addedApprovals?: TurningPoint
}

const most = (profile: Profile): number =>
  profile.ballots.reduce((highest, { ballot }) => {
    const points = ballot.type === 'cumulative' ? ballot.points : ballot.type === 'score' ? ballot.scores : []
    return points.reduce((higher, [, value]) => Math.max(higher, value), highest)
  }, 1)

/** A ballot for one project alone, of a kind that was cast; with as many points as any ballot gives to one project. */
const ballotFor = (id: OptionId, { profile }: Election, rule: Rule): Ballot => {
  const [cast] = numberedProfile(profile).types
  const type: BallotType = cast ?? rule.ballots[0] ?? 'approval'
  switch (type) {
    case 'approval':
      return { type, approved: [id] }
    case 'choose-one':
      return { type, choice: id }
    case 'ordinal':
      return { type, ranking: [id] }
    case 'weak-order':
      return { type, tiers: [[id]] }
    case 'cumulative':
      return { type, points: [[id, most(profile)]] }
    case 'score':
      return { type, scores: [[id, most(profile)]] }
  }
}

/** The profile with so many more voters of one ballot. The ballots are numbered once, whatever numbers of voters are asked for. */
const profileWith = ({ ballots }: Profile, ballot: Ballot): ((voters: number) => Profile) => {
  const builder = profileBuilder(ballots.length + 1)
  for (const entry of ballots) builder.add(entry.ballot, entry.weight)
  const number = builder.add(ballot)
  let joined = 1
  return (voters) => {
    if (voters > joined) builder.add(ballot, voters - joined)
    for (let left = joined; left > voters; left--) builder.remove(number)
    joined = voters
    return builder.build()
  }
}

/** Places of the ballots of voters of approval who do not support the project, one for each voter, in an order that its id decides. */
const othersInOrder = ({ ballots }: Profile, id: OptionId): ReadonlyArray<number> => {
  const draw = seededPrng(`approvals added to ${id}`)
  const places: Array<number> = []
  for (const [place, { ballot, weight }] of ballots.entries())
    if (ballot.type === 'approval' && !marked(ballot).includes(id)) for (let voter = 0; voter < weight; voter++) places.push(place)
  for (let last = places.length - 1; last > 0; last--) {
    const other = draw.below(last + 1)
    const [here, there] = [places[last] ?? 0, places[other] ?? 0]
    places[last] = there
    places[other] = here
  }
  return places
}

const profileAdding = ({ ballots }: Profile, id: OptionId, adders: ReadonlyArray<number>): Profile => {
  const builder = profileBuilder(ballots.length)
  const added = new Map<number, number>()
  for (const place of adders) added.set(place, (added.get(place) ?? 0) + 1)
  for (const [place, { ballot, weight }] of ballots.entries()) {
    const adding = added.get(place) ?? 0
    if (weight > adding) builder.add(ballot, weight - adding)
    if (adding > 0) builder.add({ type: 'approval', approved: [...marked(ballot), id] }, adding)
  }
  return builder.build()
}

/**
 * Asks a rule again and again, with one thing changed: the project's cost, voters for it alone, or approvals added to ballots
 * that are there. It works for every rule, and so cannot know where a rule is not monotone: see `TurningPoint`.
 *
 * `mostCounts` is how often the rule is asked for each of the three, 64 where nothing is said. New voters are looked for up
 * to the number of voters there are; where there are no ballots, the rule's first kind is cast.
 * Errors: what the rule refuses an election for. Source: cost reduction, singleton-add and the share of random voters who add
 * an approval are measures of Boehmer et al., "Evaluation of project performance in participatory budgeting", IJCAI 2024
 * @example
 * import { profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const [pool, trees]: readonly [Ballot, Ballot] = [{ type: 'approval', approved: ['pool'] }, { type: 'approval', approved: ['trees'] }]
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([pool, pool, pool, trees, trees]), budget: 100n, decimals: 0 }
 * const found = whatWouldFund(greedy, { satisfaction: 'cost' }, election, 'trees')
 * E.isRight(found) && found.right.cost // => { fundedAt: 10n, notFundedAt: 11n, isClose: true, counts: 10 }
 * E.isRight(found) && found.right.newVoters?.fundedAt // => 1n
 */
export const whatWouldFund = (
  rule: Rule,
  parameters: Parameters,
  election: Election,
  id: OptionId,
  { mostCounts = 64 }: { readonly mostCounts?: number } = {},
): Either<RuleRejection, Counterfactuals> => {
  const isFundedIn = (changed: Election): Either<RuleRejection, boolean> => {
    const outcome = applyRule(rule, changed, parameters)
    return E.isLeft(outcome) ? outcome : E.right(outcome.right.type === 'allocation' && outcome.right.selected.includes(id))
  }
  const { options, profile, budget = 0n } = election
  const cost = options.find((option) => option.id === id)?.cost ?? 0n
  const isFunded = isFundedIn(election)
  if (E.isLeft(isFunded)) return isFunded
  const costing = (value: bigint) =>
    isFundedIn({ ...election, options: options.map((option) => (option.id === id ? { ...option, cost: value } : option)) })
  const dearest = turningPoint(costing, cost, isFunded.right ? (budget > cost ? budget : cost) : 0n, { isFundedFirst: isFunded.right, mostCounts })
  if (E.isLeft(dearest)) return dearest
  if (isFunded.right) return E.right({ cost: dearest.right })
  const profileOf = profileWith(profile, ballotFor(id, election, rule))
  const joining = (voters: bigint) => isFundedIn({ ...election, profile: profileOf(Number(voters)) })
  const newVoters = turningPoint(joining, 0n, BigInt(Math.max(profile.voters, 1)), { mostCounts })
  if (E.isLeft(newVoters)) return newVoters
  const others = othersInOrder(profile, id)
  if (others.length === 0) return E.right({ cost: dearest.right, newVoters: newVoters.right })
  const adding = (voters: bigint) => isFundedIn({ ...election, profile: profileAdding(profile, id, others.slice(0, Number(voters))) })
  const addedApprovals = turningPoint(adding, 0n, BigInt(others.length), { mostCounts })
  if (E.isLeft(addedApprovals)) return addedApprovals
  return E.right({ cost: dearest.right, newVoters: newVoters.right, addedApprovals: addedApprovals.right })
}

import { constraintOf, profileBuilder } from '@isegoria/election'
import type { Ballot, Constraint, Election, OptionId, Profile } from '@isegoria/election'
import { parseMoney, withDecimals } from '@isegoria/exact'
import type { PollConduct, PollState, PollTerms } from '@isegoria/voting'

type Stage = Exclude<PollState, { status: 'Annulled' }>

/** The stage that a poll has reached, or had when it was annulled. */
export const stageOf = (state: PollState): Stage => (state.status === 'Annulled' ? state.before : state)

/** What has happened to a poll's options and calendar; nothing before it opened. */
export const conductOf = (stage: Exclude<Stage, { status: 'NotDefined' | 'Defined' }>): PollConduct =>
  stage.status === 'Frozen' ? { closesAt: stage.terms.definition.closesAt, withdrawn: [] } : stage.conduct

const without = (ballot: Ballot, gone: ReadonlySet<OptionId>): Ballot => {
  const stays = (id: OptionId): boolean => !gone.has(id)
  const pointsStay = ([id]: readonly [OptionId, number]): boolean => stays(id)
  switch (ballot.type) {
    case 'approval':
      return { ...ballot, approved: ballot.approved.filter(stays) }
    case 'choose-one':
      return { ...ballot, choice: ballot.choice === null || stays(ballot.choice) ? ballot.choice : null }
    case 'cumulative':
      return { ...ballot, points: ballot.points.filter(pointsStay) }
    case 'ordinal':
      return { ...ballot, ranking: ballot.ranking.filter(stays) }
    case 'score':
      return { ...ballot, scores: ballot.scores.filter(pointsStay) }
    case 'weak-order':
      return { ...ballot, tiers: ballot.tiers.map((tier) => tier.filter(stays)) }
  }
}

/** The same voters, whose ballots say nothing any more of options that were withdrawn, and all else as before. */
const withoutOptions = (profile: Profile, gone: ReadonlySet<OptionId>): Profile => {
  const builder = profileBuilder()
  for (const { ballot, weight } of profile.ballots) builder.add(without(ballot, gone), weight)
  return builder.build()
}

const noMoney = { minor: 0n, decimals: 0 }

/** A constraint without options that were withdrawn. */
const constraintWithout = (constraint: Constraint, withdrawn: ReadonlyArray<OptionId>): Constraint =>
  'options' in constraint ? { ...constraint, options: constraint.options.filter((id) => !withdrawn.includes(id)) } : constraint

const amountsOf = ({ options, budget, constraints = [] }: PollTerms['frozen']): ReadonlyArray<string> => [
  ...options.map(({ cost }) => cost),
  budget ?? '0',
  ...constraints.flatMap((one) => (one.type === 'cap' ? [one.most] : one.type === 'envelope' ? [one.amount] : [])),
]

/** What a rule counts: the frozen terms of a poll as they are in force, and the ballots in its box. */
export const pollElection = ({ definition, frozen }: PollTerms, { withdrawn, lot }: PollConduct, profile: Profile): Election => {
  const amounts = amountsOf(frozen).map((text) => parseMoney(text) ?? noMoney)
  const decimals = amounts.reduce((most, amount) => Math.max(most, amount.decimals), 0)
  const minor = (text: string): bigint => withDecimals(parseMoney(text) ?? noMoney, decimals).minor
  return {
    options: frozen.options.filter(({ id }) => !withdrawn.includes(id)).map(({ id, name, cost }) => ({ id, name, cost: minor(cost) })),
    profile: withdrawn.length === 0 ? profile : withoutOptions(profile, new Set(withdrawn)),
    decimals,
    ...(frozen.budget === null ? {} : { budget: minor(frozen.budget) }),
    ...(frozen.constraints === undefined
      ? {}
      : { constraints: frozen.constraints.map((one) => constraintWithout(constraintOf(one, minor), withdrawn)) }),
    ...(definition.seats === undefined ? {} : { seats: definition.seats }),
    ...(lot === undefined ? {} : { lot: lot.order, seed: lot.seed }),
  }
}

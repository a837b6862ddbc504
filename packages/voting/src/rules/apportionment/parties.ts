import { tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Ballot, BallotType, Election, OptionId, ParameterDescription, Parameters, RuleRejection, TieBreak } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'

/** The parameters that every rule of apportionment has. */
export const partyParameters: ReadonlyArray<ParameterDescription> = [
  {
    name: 'threshold',
    meaning: 'share of the votes below which a party gets no seat, in basis points: 500 for 5 %',
    least: 0,
    most: 10_000,
    default: 0,
  },
  {
    name: 'blank',
    values: ['ignored', 'counted'],
    meaning: 'whether ballots for no party count among the votes of which the threshold, and the quota where there is one, are a share',
  },
  tieBreakParameter('most-votes'),
]

export interface Party {
  readonly option: OptionId
  readonly votes: number
}

/** The parties of an election: those that seats are shared out among, and those that get none. */
export interface Parties {
  /** All of them, as they were given. */
  readonly options: ReadonlyArray<OptionId>
  readonly admitted: ReadonlyArray<Party>
  readonly belowThreshold: ReadonlyArray<Party>
  readonly withoutVotes: ReadonlyArray<Party>
  /** Ballots for no party, where they count. */
  readonly blank: number
  readonly order: TieBreak
}

/** The kinds of ballots that choose a party: by itself, or by ranking it first. */
export const partyBallots: ReadonlyArray<BallotType> = ['choose-one', 'ordinal', 'weak-order']

/** The one party that a ballot puts first; none for a blank ballot, and for one that puts several first. */
const choiceOf = (ballot: Ballot): OptionId | null => {
  switch (ballot.type) {
    case 'choose-one':
      return ballot.choice
    case 'ordinal':
      return ballot.ranking[0] ?? null
    case 'weak-order': {
      const [first, ...level] = ballot.tiers[0] ?? []
      return first === undefined || level.length > 0 ? null : first
    }
    case 'approval':
    case 'cumulative':
    case 'score':
      return null
  }
}

/** Ballots that choose each option. */
const votesOf = ({ options, profile }: Election): ReadonlyArray<Party> => {
  const votes = new Map(options.map(({ id }) => [id, 0]))
  for (const { ballot, weight } of profile.ballots) {
    const choice = choiceOf(ballot)
    const known = choice === null ? undefined : votes.get(choice)
    if (choice !== null && known !== undefined) votes.set(choice, known + weight)
  }
  return [...votes].map(([option, own]) => ({ option, votes: own }))
}

/**
 * The parties with their votes. A party passes the threshold with exactly that share, and never without a vote.
 *
 * Errors: `LotNotDrawn`.
 */
export const partiesOf = (rule: string, election: Election, parameters: Parameters): Either<RuleRejection, Parties> => {
  const order = tieBreakOf(rule, election, parameters['ties'] ?? 'most-votes')
  if (E.isLeft(order)) return order
  const all = votesOf(election)
  const named = all.reduce((sum, { votes }) => sum + votes, 0)
  const blank = parameters['blank'] === 'counted' ? election.profile.voters - named : 0
  const least = BigInt(parameters['threshold'] ?? '0') * BigInt(named + blank)
  const passes = ({ votes }: Party): boolean => 10_000n * BigInt(votes) >= least
  const voted = all.filter(({ votes }) => votes > 0)
  return E.right({
    options: all.map(({ option }) => option),
    admitted: voted.filter(passes),
    belowThreshold: voted.filter((party) => !passes(party)),
    withoutVotes: all.filter(({ votes }) => votes === 0),
    blank,
    order: order.right,
  })
}

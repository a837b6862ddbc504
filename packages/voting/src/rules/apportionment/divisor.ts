import { defineRule } from '@isegoria/election'
import type { Parameters, ParameterDescription, Rule } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Claim } from './claim.ts'
import { partiesOf, partyBallots, partyParameters } from './parties.ts'
import { seatsOutcome } from './seats-outcome.ts'
import type { Told } from './seats-outcome.ts'

/** A divisor method: what is special to one. */
export interface DivisorMethod {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly parameters?: ReadonlyArray<ParameterDescription>
  /**
   * The quotient of a party with so many votes that holds so many seats, or its square: any figure that orders quotients.
   * Over 0 where the first seat comes before all else.
   */
  readonly quotient: (votes: bigint, seats: bigint, parameters: Parameters) => Claim
  /** What the figure is called in rounds: `quotient` where left out. */
  readonly figure?: string
}

const told = (figure: string, { numerator, denominator }: Claim): Told =>
  denominator === 0n
    ? { decision: 'first-seat', figures: {} }
    : { decision: 'seat-awarded', figures: { [figure]: formatRatio(ratio(numerator, denominator)) } }

/**
 * A rule that divides the votes of each party by a row of divisors and gives the seats to the greatest quotients.
 *
 * No seat is given where nobody has votes, or nobody passes the threshold. Quotients are compared as fractions: nothing is
 * rounded. *Ties*: parties with level quotients, where there are fewer seats left, are settled by the chain `ties`, by
 * default for the one with more votes, then the one given first; the settling is recorded.
 */
export const divisorRule = ({ id, title, source, parameters: own = [], quotient, figure = 'quotient' }: DivisorMethod): Rule =>
  defineRule({
    id,
    version: '1',
    title,
    family: 'apportionment',
    source,
    ballots: partyBallots,
    parameters: [...own, ...partyParameters],
    claims: ['anonymity', 'determinism', 'merge', 'house-monotonicity'],
    violates: ['quota'],
    count: (election, parameters) => {
      const parties = partiesOf(id, election, parameters)
      if (E.isLeft(parties)) return parties
      return E.right(
        seatsOutcome(parties.right, election.seats ?? 0, {
          claimOf: (votes, seats) => quotient(votes, seats, parameters),
          tell: (claim) => told(figure, claim),
        }),
      )
    },
  })

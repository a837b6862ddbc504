import type { Round, SeatsOutcome, Tie, TieBreak } from '@isegoria/election'
import { award, mostRounds } from './award.ts'
import type { Awarded } from './award.ts'
import { compareClaims } from './claim.ts'
import type { Claim, ClaimOf } from './claim.ts'
import type { Parties, Party } from './parties.ts'

type Figures = Readonly<Record<string, string>>

/** What a rule says of a claim: what it decides, and in what figures. */
export interface Told {
  readonly decision: string
  readonly figures: Figures
}

/** How one rule measures claims. */
export interface Measure {
  readonly claimOf: ClaimOf
  readonly tell: (claim: Claim) => Told
}

const nobody: Party = { option: '', votes: 0 }

type Step = Omit<Round, 'round'>

/** Each seat, with the seats that its party then has. */
const seatBySeat = ({ awards }: Awarded, parties: ReadonlyArray<Party>, { tell }: Measure): ReadonlyArray<Step> => {
  const held = parties.map(() => 0)
  return awards.map(({ party, claim }) => {
    const { option, votes } = parties[party] ?? nobody
    const { decision, figures } = tell(claim)
    const seats = (held[party] ?? 0) + 1
    held[party] = seats
    return { option, decision, figures: { votes: `${votes}`, seats: `${seats}`, ...figures } }
  })
}

/** Each party that has seats, with the claim by which it got its last one. */
const partyByParty = ({ seats }: Awarded, parties: ReadonlyArray<Party>, { claimOf, tell }: Measure): ReadonlyArray<Step> =>
  parties.flatMap(({ option, votes }, party) => {
    const own = seats[party] ?? 0
    if (own === 0) return []
    const { figures } = tell(claimOf(BigInt(votes), BigInt(own - 1)))
    return [{ option, decision: 'seats-awarded', figures: { votes: `${votes}`, seats: `${own}`, ...figures } }]
  })

const noSeats = ({ votes }: Party): Figures => ({ votes: `${votes}`, seats: '0' })

const withoutSeat = ({ seats }: Awarded, parties: Parties, { claimOf, tell }: Measure): ReadonlyArray<Step> => {
  const outvoted = parties.admitted.filter((_, party) => (seats[party] ?? 0) === 0)
  return [
    ...outvoted.map((party) => ({
      option: party.option,
      decision: 'no-seat',
      figures: { ...noSeats(party), ...tell(claimOf(BigInt(party.votes), 0n)).figures },
    })),
    ...parties.belowThreshold.map((party) => ({ option: party.option, decision: 'below-threshold', figures: noSeats(party) })),
    ...parties.withoutVotes.map((party) => ({ option: party.option, decision: 'no-votes', figures: noSeats(party) })),
  ]
}

/** The settling of the last seats, where more parties were level than there were seats left. */
const tiesOf = ({ seats, awards, leftOut }: Awarded, parties: ReadonlyArray<Party>, order: TieBreak): ReadonlyArray<Tie> => {
  const last = awards.at(-1)
  const idOf = (party: number): string => (parties[party] ?? nobody).option
  const [first] = leftOut
  if (last === undefined || first === undefined) return []
  const level = awards.filter(({ claim }) => compareClaims(claim, last.claim) === 0).map(({ party }) => idOf(party))
  const total = seats.reduce((sum, own) => sum + own, 0)
  return level.map((chosen, place) => ({
    round: total - level.length + place + 1,
    tied: [...level.slice(place), ...leftOut.map(idOf)],
    chosen,
    by: order.settledBy(chosen, idOf(first)),
  }))
}

/**
 * Shares out the seats by the claims of the parties, and tells how.
 *
 * *Shape*: up to `mostRounds` seats there is a round for each of them, in the order in which they are awarded, beyond that
 * one for each party that has seats; then one for each party that has none. The round of a tie is the number of its seat.
 */
export const seatsOutcome = (parties: Parties, seats: number, measure: Measure): SeatsOutcome => {
  const { admitted, order } = parties
  const awarded = award({
    votes: admitted.map(({ votes }) => BigInt(votes)),
    seats,
    claimOf: measure.claimOf,
    settle: (left, right) => order.compare((admitted[left] ?? nobody).option, (admitted[right] ?? nobody).option),
  })
  const steps = seats > mostRounds ? partyByParty(awarded, admitted, measure) : seatBySeat(awarded, admitted, measure)
  const seatsOf = new Map(admitted.map(({ option }, party) => [option, awarded.seats[party] ?? 0]))
  return {
    type: 'seats',
    seats: Object.fromEntries(parties.options.map((option) => [option, seatsOf.get(option) ?? 0])),
    ties: tiesOf(awarded, admitted, order),
    rounds: [...steps, ...withoutSeat(awarded, parties, measure)].map((step, place) => ({ round: place + 1, ...step })),
  }
}

import { defineRule } from '@isegoria/election'
import type { Rule } from '@isegoria/election'
import { compare, formatRatio, ratio, zero } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { partiesOf, partyBallots, partyParameters } from './parties.ts'
import { quotaNamed, quotaOf, quotas } from './quota.ts'
import { seatsOutcome } from './seats-outcome.ts'

/**
 * Largest remainder, also Hamilton's or Niemeyer's method: each party gets a seat for each full quota of its votes, and the
 * seats that are left go to the largest remainders.
 *
 * It is counted as one: each seat in turn goes to the party that has the most votes left, and costs it a quota. So full
 * quotas come first, then remainders; where the quotas of a small `quota` would give more seats than there are, it is the
 * smallest remainders that lose one; and where more seats are left than parties, it goes round again. The quota is a share
 * of the votes for the parties that pass the threshold, with blank ballots where those are counted.
 *
 * Ties: parties with level remainders, where there are fewer seats left, are settled by the chain `ties`, by default for
 * the one with more votes, then the one given first; the settling is recorded. No seat is given where nobody has votes.
 * Cost: a few comparisons for each seat; beyond 500 seats, for each party.
 * Source: Pukelsheim, "Proportional Representation", 2017, https://doi.org/10.1007/978-3-319-64707-4
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const profile = profileOf(['oak', 'oak', 'oak', 'oak', 'ash', 'ash', 'elm'].map((choice) => ({ type: 'choose-one', choice })))
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const outcome = applyRule(largestRemainder, { options, profile, seats: 4, decimals: 0 }, {})
 * E.isRight(outcome) && outcome.right.type === 'seats' && outcome.right.seats // => { oak: 2, ash: 1, elm: 1 }
 */
export const largestRemainder: Rule = defineRule({
  id: 'largest-remainder',
  version: '1',
  title: 'Largest remainder (Hamilton, Hare–Niemeyer)',
  family: 'apportionment',
  source: 'https://doi.org/10.1007/978-3-319-64707-4',
  ballots: partyBallots,
  parameters: [{ name: 'quota', values: quotas, meaning: 'the votes that one seat costs' }, ...partyParameters],
  claims: ['anonymity', 'determinism', 'merge', 'quota'],
  violates: ['house-monotonicity'],
  count: (election, parameters) => {
    const parties = partiesOf('largest-remainder', election, parameters)
    if (E.isLeft(parties)) return parties
    const { admitted, blank } = parties.right
    const votes = admitted.reduce((sum, party) => sum + party.votes, blank)
    const seats = election.seats ?? 0
    const quota = votes === 0 || seats === 0 ? zero : quotaOf(quotaNamed(parameters['quota']), BigInt(votes), BigInt(seats))
    return E.right(
      seatsOutcome(parties.right, seats, {
        claimOf: (own, held) => ({ numerator: own * quota.denominator - held * quota.numerator, denominator: quota.denominator }),
        tell: ({ numerator, denominator }) => {
          const left = ratio(numerator, denominator)
          const decision = compare(left, quota) < 0 ? 'remainder' : 'full-quota'
          return { decision, figures: { quota: formatRatio(quota), left: formatRatio(left) } }
        },
      }),
    )
  },
})

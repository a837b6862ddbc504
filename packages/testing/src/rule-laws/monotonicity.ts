import type { Ballot, OptionId, Outcome } from '@isegoria/election'
import { ballotText } from './ballot-text.ts'
import { chosenBy, defineLaw } from './law.ts'
import type { Judge, Law } from './law.ts'
import { raised } from './raise.ts'
import { firstOf, someOf } from './some-of.ts'
import { withVotersChanged } from './with-ballots.ts'

/** What an option has in an outcome: seats, or that it is chosen. */
const shareOf = (outcome: Outcome, option: OptionId): number =>
  outcome.type === 'seats' ? (outcome.seats[option] ?? 0) : Number(chosenBy(outcome).includes(option))

interface Raise {
  readonly place: number
  readonly from: Ballot
  readonly to: Ballot
  readonly option: OptionId
  readonly voters: number
}

const judge: Judge = (count, election, outcome) => {
  const raises = election.profile.ballots.flatMap(({ ballot: from, weight }, place) =>
    chosenBy(outcome).flatMap((option) =>
      raised(from, option).flatMap((to) => [...new Set([1, weight])].map((voters): Raise => ({ place, from, to, option, voters }))),
    ),
  )
  return firstOf(someOf('monotonicity', election, raises), ({ place, voters, from, to, option }) => {
    const other = withVotersChanged(election, place, voters, to)
    const after = count(other)
    if (after === undefined || shareOf(after, option) >= shareOf(outcome, option)) return undefined
    const falls = outcome.type === 'seats' ? `${option} loses a seat` : `${option} is no longer chosen`
    return {
      story: `${falls} when ${voters} cast ${ballotText(to)} instead of ${ballotText(from)}`,
      elections: [election, other],
      outcomes: [outcome, after],
    }
  })
}

/**
 * Whoever is chosen is still chosen when a voter, or all of one ballot, raise them and change nothing else; a party keeps
 * its seats.
 *
 * Of several winners or committees each is meant: a winner stays among the winners, a member in one of the committees.
 */
export const monotonicity: Law = defineLaw('monotonicity', ['budget', 'voting', 'committee', 'apportionment'], judge)

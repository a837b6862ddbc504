import { ballotText } from './ballot-text.ts'
import { chosenBy, lawOfWinners, named, win } from './law.ts'
import type { Judge, Law } from './law.ts'
import { placeOn } from './preference.ts'
import { firstOf, someOf } from './some-of.ts'
import { withoutVoter } from './with-ballots.ts'

const judge: Judge = (count, election, outcome) =>
  firstOf(someOf('participation', election, [...election.profile.ballots.entries()]), ([place, { ballot }]) => {
    const other = withoutVoter(election, place)
    const without = count(other)
    if (without === undefined) return undefined
    const placeOf = placeOn(ballot)
    const [present, absent] = [chosenBy(outcome), chosenBy(without)]
    const isBetter = absent.every((better) => present.every((worse) => placeOf(better) < placeOf(worse)))
    if (!isBetter || present.length === 0 || absent.length === 0) return undefined
    const story = `without one voter of ${ballotText(ballot)} ${win(absent)}, whom that voter prefers to ${named(present)}`
    return { story, elections: [election, other], outcomes: [outcome, without] }
  })

/**
 * No voter is clearly better off by not having voted.
 *
 * Clearly: they prefer everyone who wins without them to everyone who wins with them. What a voter thinks of two sets of
 * winners that overlap, no ballot says.
 */
export const participation: Law = lawOfWinners('participation', judge)

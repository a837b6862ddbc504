import { ballotTypes, numberedProfile } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import type { Reading } from '../support/support.ts'
import type { Satisfaction } from './satisfaction.ts'

const ordinal = ballotTypes.indexOf('ordinal')

/** The number of options on the longest ranking that was cast. */
const longestRanking = ({ profile }: Election): number => {
  const { sequences, weights } = numberedProfile(profile)
  const { all, ends } = sequences
  let longest = 0
  for (let number = 0; number < weights.length; number++) {
    const start = number === 0 ? 0 : (ends[number - 1] ?? 0)
    if (all[start] === ordinal && (weights[number] ?? 0) > 0) longest = Math.max(longest, (ends[number] ?? 0) - start - 1)
  }
  return longest
}

/** How a satisfaction reads the ballots of an election, whose longest ranking may have `longest` places; 0 is as many as were used. */
export const readingOf = ({ reads }: Satisfaction, election: Election, longest: number): Reading => {
  if (reads === 'marks') return { by: 'marks' }
  const places = longest === 0 ? longestRanking(election) : longest
  return { by: 'points', longest: reads === 'places' ? places - 1 : places }
}

import { marked } from '@isegoria/election'
import type { Ballot } from '@isegoria/election'
import type { BallotTerms } from './terms.ts'

/** Why a ballot is not well formed for its poll. */
export type BallotFault =
  | { readonly type: 'BallotOfWrongType'; readonly given: string; readonly expected: string }
  | { readonly type: 'OptionUnknown'; readonly option: string }
  | { readonly type: 'OptionRepeated'; readonly option: string }
  | {
      readonly type: 'OutOfLimits'
      readonly limit: 'fewest' | 'most' | 'mostPerOption' | 'fewestPoints' | 'mostPoints' | 'points'
      readonly value: number
    }

/** The first fault of `ballot` under `terms`, or `undefined` for a well-formed one. Cost: a look-up for each option marked, and a search among those before it. */
export const faultOfBallot = (ballot: Ballot, terms: BallotTerms): BallotFault | undefined => {
  const { form } = terms
  if (ballot.type !== form.type) return { type: 'BallotOfWrongType', given: ballot.type, expected: form.type }
  const options = marked(ballot)
  let place = 0
  for (const option of options) {
    if (!terms.options.has(option)) return { type: 'OptionUnknown', option }
    if (options.indexOf(option) !== place++) return { type: 'OptionRepeated', option }
  }
  if (options.length < (form.fewest ?? 0)) return { type: 'OutOfLimits', limit: 'fewest', value: options.length }
  if (options.length > (form.most ?? options.length)) return { type: 'OutOfLimits', limit: 'most', value: options.length }
  return faultOfPoints(ballot, terms)
}

const faultOfPoints = (ballot: Ballot, { form }: BallotTerms): BallotFault | undefined => {
  if (ballot.type !== 'cumulative' && ballot.type !== 'score') return undefined
  const points = ballot.type === 'cumulative' ? ballot.points : ballot.scores
  let sum = 0
  for (const [, value] of points) {
    if (!Number.isSafeInteger(value) || value < 0) return { type: 'OutOfLimits', limit: 'points', value }
    if (value > (form.mostPerOption ?? value)) return { type: 'OutOfLimits', limit: 'mostPerOption', value }
    sum += value
  }
  if (sum < (form.fewestPoints ?? 0)) return { type: 'OutOfLimits', limit: 'fewestPoints', value: sum }
  if (sum > (form.mostPoints ?? sum)) return { type: 'OutOfLimits', limit: 'mostPoints', value: sum }
  return undefined
}

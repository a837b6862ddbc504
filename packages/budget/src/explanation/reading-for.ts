import type { Election, Parameters } from '@isegoria/election'
import { readingOf } from '../satisfaction/reading-of.ts'
import { satisfactions } from '../satisfaction/satisfactions.ts'
import type { Reading } from '../support/support.ts'

/**
 * How the ballots are read by a rule of this package with such parameters, where these name a measure of satisfaction as
 * `utility` or `satisfaction`; as marks where they name none.
 *
 * @example
 * import { profileOf } from '@isegoria/election'
 *
 * const election = { options: [], profile: profileOf([]), budget: 0n, decimals: 0 }
 * readingFor({ utility: 'additive' }, election).by // => 'points'
 * readingFor({}, election) // => { by: 'marks' }
 */
export const readingFor = (parameters: Parameters, election: Election): Reading => {
  const name = parameters['utility'] ?? parameters['satisfaction']
  const satisfaction = satisfactions.find((known) => known.name === name)
  return satisfaction === undefined ? { by: 'marks' } : readingOf(satisfaction, election, Number(parameters['longest'] ?? '0'))
}

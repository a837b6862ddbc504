import { profileBuilder } from '@isegoria/election'
import type { Election } from '@isegoria/election'
import { castBallots } from './cast-ballots.ts'
import type { PabulibFile } from './pabulib-file.ts'

/**
 * What a rule looks at in a .pb file: projects in the file's order, ballots as a profile, the budget.
 *
 * @example
 * import { readFileSync } from 'node:fs'
 * import { E } from '@isegoria/kernel'
 *
 * const town = readPabulib(readFileSync('town.pb'), 'town.pb')
 * E.isRight(town) && pabulibElection(town.right).budget // => 1000n
 */
export const pabulibElection = (file: PabulibFile): Election => {
  const { projects, budget, decimals } = file
  const options = projects.map(({ id, cost, name }) => ({ id, cost, ...(name === undefined ? {} : { name }) }))
  const ballots = castBallots(file)
  const builder = profileBuilder(ballots.length)
  for (const { ballot, weight } of ballots) builder.add(ballot, weight)
  return { options, profile: builder.build(), budget, decimals }
}

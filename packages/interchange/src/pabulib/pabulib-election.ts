import { profileOf } from '@isegoria/election'
import type { Election } from '@isegoria/election'
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
export const pabulibElection = ({ projects, votes, budget, decimals }: PabulibFile): Election => {
  const options = projects.map(({ id, cost, name }) => ({ id, cost, ...(name === undefined ? {} : { name }) }))
  return { options, profile: profileOf(votes.map(({ ballot }) => ballot)), budget, decimals }
}

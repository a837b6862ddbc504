import type { Election } from '@isegoria/election'
import { ballotText, idText } from './ballot-text.ts'

/**
 * An election in the notation of `electionOf`, which reads it back as it was.
 *
 * @example
 * const text = textOfElection(electionOf('2: oak > ash'))
 * text // => 'options: oak ash\n2: oak > ash'
 */
export const textOfElection = ({ options, profile, budget, seats, lot, seed, decimals }: Election): string => {
  const listed = options.map(({ id, cost }) => (cost === 0n ? idText(id) : `${idText(id)}=${cost}`))
  const lines = [`options: ${listed.join(' ')}`]
  if (budget !== undefined) lines.push(`budget: ${budget}`)
  if (decimals !== 0) lines.push(`decimals: ${decimals}`)
  if (seats !== undefined) lines.push(`seats: ${seats}`)
  if (lot !== undefined) lines.push(`lot: ${lot.map(idText).join(' ')}`)
  if (seed !== undefined) lines.push(`seed: ${JSON.stringify(seed)}`)
  for (const { ballot, weight } of profile.ballots) lines.push(`${weight}: ${ballotText(ballot)}`)
  return lines.join('\n')
}

import { Fault } from '../../fault.ts'
import { countOf } from '../voter-count.ts'

/** A line of votes: `tags || ranking ^weight * quantity`. */
export interface VoteLine {
  readonly ranking: string
  /** Absent where none stands there. */
  readonly weight?: number
  readonly quantity: number
}

/** Cuts a line, without its comment, into its parts. Errors: throws `Fault` for parts that are out of order or no numbers. */
export const voteLineOf = (text: string, line: number): VoteLine => {
  const tags = text.indexOf('||')
  const untagged = tags === -1 ? text : text.slice(tags + 2)
  const star = untagged.indexOf('*')
  const caret = untagged.indexOf('^')
  if (star !== -1 && caret > star) throw new Fault(line, 'weight', 'a weight ^ stands after the quantity *, where it must stand before it')
  const quantity = star === -1 ? 1 : countOf(untagged.slice(star + 1).trim(), line, 'count')
  const uncounted = star === -1 ? untagged : untagged.slice(0, star)
  if (caret === -1) return { ranking: uncounted.trim(), quantity }
  return { ranking: uncounted.slice(0, caret).trim(), weight: countOf(uncounted.slice(caret + 1).trim(), line, 'weight'), quantity }
}

import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { RuleRejection } from '@isegoria/election'
import type { Approvals } from './approvals.ts'

/** More committees than this are not listed. */
export const mostCommittees = 20_000

/** Thrown where a count would take too long and turned into a value by `withinLimits`. */
class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly size: number
  readonly most: number
  constructor(what: string, size: number, most: number) {
    super(what)
    this.size = size
    this.most = most
  }
}

/** Errors: throws, to be caught by `withinLimits`, where `size` is above `most`. */
export const limit = (what: string, size: number, most: number): void => {
  if (size > most) throw new TooLarge(what, size, most)
}

/**
 * The most partial committees that a search looks at. A look costs `passes` passes over the ballots, so that large elections
 * are given fewer looks. A count of looks, not of seconds, so that every machine refuses the same elections.
 */
export const mostNodes = ({ entries, options }: Approvals, passes = 1): number =>
  Math.max(200, Math.min(1_000_000, Math.floor(300_000_000 / (passes * (entries.length + options.length + 1)))))

/** Passes over the ballots that a maximum flow is worth. */
export const passesOfFlow = 16

/** What `count` gives, or `ElectionTooLarge` where it reached a limit. */
export const withinLimits = <A>(rule: string, count: () => A): Either<RuleRejection, A> => {
  try {
    return E.right(count())
  } catch (thrown) {
    if (!(thrown instanceof TooLarge)) throw thrown
    return E.left({ type: 'ElectionTooLarge', rule, what: thrown.message, size: thrown.size, most: thrown.most })
  }
}

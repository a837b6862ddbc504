import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { Fault } from '../fault.ts'
import type { BallotFileRejection } from './ballot-file.ts'

/** What `read` gives, or the `Fault` that it throws as a rejection: the door of every reader of ballots. */
export const refusable = <Read>(file: string, read: () => Read): Either<BallotFileRejection, Read> => {
  try {
    return E.right(read())
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown
    return E.left({ type: 'BallotFileRejected', file, line: thrown.line, field: thrown.field, reason: thrown.message })
  }
}

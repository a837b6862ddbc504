import * as t from 'io-ts'
import { BallotType } from './ballot.ts'
import { WholeNumber } from '@isegoria/kernel'

/** What a well-formed ballot of a poll is. Limits that are absent do not bind. */
export const BallotForm = t.readonly(
  t.exact(
    t.intersection([
      t.type({ type: BallotType }),
      t.partial({ fewest: WholeNumber, most: WholeNumber, mostPerOption: WholeNumber, fewestPoints: WholeNumber, mostPoints: WholeNumber }),
    ]),
  ),
  'BallotForm',
)
export type BallotForm = t.TypeOf<typeof BallotForm>

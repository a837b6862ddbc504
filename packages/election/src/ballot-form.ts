import * as t from 'io-ts'
import { WholeNumber } from './whole-number.ts'

/** What a well-formed ballot of a poll is. Limits that are absent do not bind. */
export const BallotForm = t.readonly(
  t.exact(
    t.intersection([
      t.type({ type: t.keyof({ approval: null, 'choose-one': null, cumulative: null, ordinal: null, score: null, 'weak-order': null }) }),
      t.partial({ fewest: WholeNumber, most: WholeNumber, mostPerOption: WholeNumber, fewestPoints: WholeNumber, mostPoints: WholeNumber }),
    ]),
  ),
  'BallotForm',
)
export type BallotForm = t.TypeOf<typeof BallotForm>

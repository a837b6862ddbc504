import * as t from 'io-ts'
import { WholeNumber } from '@isegoria/kernel'

/** An answer to one question. What people write stays outside the log, which knows where it is and its hash. */
export const Answer = t.union(
  [
    t.strict({ kind: t.literal('single'), choice: t.string }),
    t.strict({ kind: t.literal('multiple'), choices: t.readonlyArray(t.string) }),
    t.strict({ kind: t.literal('scale'), value: WholeNumber }),
    t.strict({ kind: t.literal('number'), value: WholeNumber }),
    t.strict({ kind: t.literal('text'), contentRef: t.string, contentHash: t.string }),
  ],
  'Answer',
)
export type Answer = Readonly<t.TypeOf<typeof Answer>>

/** How an answer came in; nobody is asked to come online. */
export const SurveyChannel = t.keyof({ online: null, paper: null, meeting: null, assisted: null, mail: null, phone: null }, 'SurveyChannel')
export type SurveyChannel = t.TypeOf<typeof SurveyChannel>

import * as t from 'io-ts'
import { Count } from '@isegoria/kernel'

/** What something is about: an id of its kind, and the revision or version that was read, where it has any. */
export const About = t.exact(
  t.intersection([
    t.type({
      kind: t.keyof({ proposal: null, text: null, article: null, amendment: null, contribution: null, project: null, meeting: null, document: null }),
      id: t.string,
    }),
    t.partial({ revision: Count }),
  ]),
  'About',
)
export interface About extends Readonly<t.TypeOf<typeof About>> {}

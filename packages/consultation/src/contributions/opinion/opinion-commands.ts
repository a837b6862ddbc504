import * as t from 'io-ts'
import { Count, eventCodec } from '@isegoria/kernel'
import { Content } from '../content.ts'
import { GivenGate } from '../open-gate.ts'
import { OpenText } from '../text/open-text.ts'
import { Opinion } from './opinion-book.ts'
import type { OpinionCommand } from './opinion-book.ts'

const of = { textId: t.string, voterKey: t.string, articleId: t.string, gate: GivenGate }

/** Decodes a command where it comes in; gate and text are read from the log, never taken from who sends it. */
export const opinionCommands = eventCodec<OpinionCommand>({
  GiveArticleOpinion: t.exact(
    t.intersection([
      t.type({ type: t.literal('GiveArticleOpinion'), ...of, version: Count, opinion: Opinion }),
      t.partial({ why: Content, text: OpenText }),
    ]),
    'GiveArticleOpinion',
  ),
  WithdrawArticleOpinion: t.strict({ type: t.literal('WithdrawArticleOpinion'), ...of }, 'WithdrawArticleOpinion'),
})

import * as t from 'io-ts'
import { Count, E, escapedId, eventCodec } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import { Content, faultOfContent, isSameContent } from '../content.ts'
import type { ContentFault } from '../content.ts'
import { OpenGate, passing } from '../open-gate.ts'
import type { GateFault, GivenGate } from '../open-gate.ts'
import { faultOfArticle } from '../text/open-text.ts'
import type { OpenText, OpenTextFault } from '../text/open-text.ts'

// These names are stored. Add, never change.

export const Opinion = t.keyof({ agree: null, mixed: null, disagree: null }, 'Opinion')
export type Opinion = t.TypeOf<typeof Opinion>

/** On an article as it stood at `version`; a later one on the same article takes its place. `why` is the participant's own text. */
const ArticleOpinionGiven = t.exact(
  t.intersection([
    t.type({
      type: t.literal('ArticleOpinionGiven'),
      textId: t.string,
      voterKey: t.string,
      articleId: t.string,
      version: Count,
      opinion: Opinion,
      gate: OpenGate,
    }),
    t.partial({ why: Content }),
  ]),
  'ArticleOpinionGiven',
)
interface ArticleOpinionGiven extends Readonly<t.TypeOf<typeof ArticleOpinionGiven>> {}

const ArticleOpinionWithdrawn = t.strict(
  { type: t.literal('ArticleOpinionWithdrawn'), textId: t.string, voterKey: t.string, articleId: t.string, gate: OpenGate },
  'ArticleOpinionWithdrawn',
)
interface ArticleOpinionWithdrawn extends Readonly<t.TypeOf<typeof ArticleOpinionWithdrawn>> {}

export type OpinionEvent = ArticleOpinionGiven | ArticleOpinionWithdrawn

export const opinionEvents = eventCodec<OpinionEvent>({ ArticleOpinionGiven, ArticleOpinionWithdrawn })

/** `text`: the terms of the text, as `openTextOf` gives them; absent where it is not open. */
interface GiveArticleOpinion extends Omit<ArticleOpinionGiven, 'type' | 'gate'> {
  readonly type: 'GiveArticleOpinion'
  readonly text?: OpenText
  readonly gate: GivenGate
}
interface WithdrawArticleOpinion extends Omit<ArticleOpinionWithdrawn, 'type' | 'gate'> {
  readonly type: 'WithdrawArticleOpinion'
  readonly gate: GivenGate
}
export type OpinionCommand = GiveArticleOpinion | WithdrawArticleOpinion

export type OpinionRejection = ContentFault | GateFault | OpenTextFault | { readonly type: 'NoOpinionToWithdraw'; readonly articleId: string }

interface KnownOpinion extends Pick<ArticleOpinionGiven, 'articleId' | 'version' | 'opinion' | 'why'> {}

/** What one participant thinks of one text: an article stands there once at most. */
export interface OpinionState {
  readonly opinions: ReadonlyArray<KnownOpinion>
}

type Decision = Either<OpinionRejection, ReadonlyArray<OpinionEvent>>

const initialState: OpinionState = { opinions: [] }

const isSame = (left: KnownOpinion, right: KnownOpinion): boolean => {
  if (left.version !== right.version || left.opinion !== right.opinion) return false
  return left.why === undefined || right.why === undefined ? left.why === right.why : isSameContent(left.why, right.why)
}

const give = ({ type: _, text, gate, ...given }: GiveArticleOpinion, { opinions }: OpinionState): Decision => {
  const fault = faultOfArticle(given, text) ?? (given.why === undefined ? undefined : faultOfContent(given.why))
  if (fault !== undefined) return E.left(fault)
  const opened = passing(gate, ['amend', 'deliberate'])
  if (E.isLeft(opened)) return opened
  const known = opinions.find(({ articleId }) => articleId === given.articleId)
  return E.right(known !== undefined && isSame(known, given) ? [] : [{ type: 'ArticleOpinionGiven', ...given, gate: opened.right }])
}

const withdraw = ({ textId, voterKey, articleId, gate }: WithdrawArticleOpinion, { opinions }: OpinionState): Decision => {
  const opened = passing(gate, ['amend', 'deliberate'])
  if (E.isLeft(opened)) return opened
  return opinions.some((one) => one.articleId === articleId)
    ? E.right([{ type: 'ArticleOpinionWithdrawn', textId, voterKey, articleId, gate: opened.right }])
    : E.left({ type: 'NoOpinionToWithdraw', articleId })
}

const decide = (command: OpinionCommand, state: OpinionState): Decision =>
  command.type === 'GiveArticleOpinion' ? give(command, state) : withdraw(command, state)

const evolve = ({ opinions }: OpinionState, event: OpinionEvent): OpinionState => {
  const others = opinions.filter(({ articleId }) => articleId !== event.articleId)
  if (event.type === 'ArticleOpinionWithdrawn') return { opinions: others }
  const { articleId, version, opinion, why } = event
  return { opinions: [...others, { articleId, version, opinion, ...(why === undefined ? {} : { why }) }] }
}

/** What one participant thinks of the articles of one text: one opinion an article, which can be changed while the text is open. */
export const opinionBook: Decider<OpinionCommand, OpinionState, OpinionEvent, OpinionRejection> = { initialState, decide, evolve }

/** The participant's own stream for a text. */
export const opinionStream = (textId: string, voterKey: string): string => `opinion-${escapedId(textId)}/${voterKey}`

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfOpinionBook {
  readonly command: OpinionCommand['type']
  readonly by: 'participant'
  /** On which articles. */
  readonly articles: ReadonlyArray<string>
}

/** What can happen next while the text is open: an opinion on any of its articles, or that one given is taken back. */
export const expectedOfOpinionBook = ({ opinions }: OpinionState, text: OpenText | undefined): ReadonlyArray<ExpectedOfOpinionBook> => [
  ...(text === undefined ? [] : [{ command: 'GiveArticleOpinion', by: 'participant', articles: text.articles } as const]),
  ...(opinions.length === 0
    ? []
    : [{ command: 'WithdrawArticleOpinion', by: 'participant', articles: opinions.map(({ articleId }) => articleId) } as const]),
]

import { canonicalText, E } from '@isegoria/kernel'
import type { Decider, Either, Instant } from '@isegoria/kernel'
import { faultOfName, faultOfReason } from '../blank.ts'
import type { NameMissing, ReasonMissing } from '../blank.ts'
import type { Article, TextEvent, TextPublished } from './events.ts'

interface PublishText extends Omit<TextPublished, 'type' | 'publishedAt'> {
  readonly type: 'PublishText'
  readonly at: Instant
}
interface OpenTextForAmendment {
  readonly type: 'OpenTextForAmendment'
  readonly textId: string
  readonly by: string
  readonly at: Instant
}
/** `basedOn`: the version that was changed. */
interface PublishTextVersion {
  readonly type: 'PublishTextVersion'
  readonly textId: string
  readonly basedOn: number
  readonly articles: ReadonlyArray<Article>
  readonly amendments: ReadonlyArray<string>
  readonly reason: string
  readonly by: string
  readonly at: Instant
}
interface CloseTextForAmendment {
  readonly type: 'CloseTextForAmendment'
  readonly textId: string
  readonly by: string
  readonly at: Instant
}
export type TextCommand = PublishText | OpenTextForAmendment | PublishTextVersion | CloseTextForAmendment

export type TextRejection =
  | NameMissing
  | ReasonMissing
  | { readonly type: 'TextAlreadyPublished' }
  | { readonly type: 'TextUnknown' }
  | { readonly type: 'TextWithoutArticles' }
  | { readonly type: 'ArticleNamedTwice'; readonly articleId: string }
  | { readonly type: 'TextVersionPassed'; readonly given: number; readonly version: number }

interface Text {
  /** The version in force, from 1, and its articles. */
  readonly version: number
  readonly articles: ReadonlyArray<Article>
  readonly title: string
}
export type TextState = { readonly status: 'Unknown' } | ({ readonly status: 'Published' } & Text) | ({ readonly status: 'Amendable' } & Text)

type Decision = Either<TextRejection, ReadonlyArray<TextEvent>>

const initialState: TextState = { status: 'Unknown' }

const faultOfArticles = (articles: ReadonlyArray<Article>): TextRejection | undefined => {
  if (articles.length === 0) return { type: 'TextWithoutArticles' }
  const seen = new Set<string>()
  for (const { articleId } of articles) {
    if (articleId.trim() === '') return { type: 'NameMissing', field: 'articleId' }
    if (seen.has(articleId)) return { type: 'ArticleNamedTwice', articleId }
    seen.add(articleId)
  }
  return undefined
}

const isSame = (left: ReadonlyArray<Article>, right: ReadonlyArray<Article>): boolean => canonicalText(left) === canonicalText(right)

const publish = ({ type: _, at, ...published }: PublishText, state: TextState): Decision => {
  const { title, articles, by } = published
  if (state.status !== 'Unknown') {
    const isRepeated = state.version === 1 && state.title === title && isSame(state.articles, articles)
    return isRepeated ? E.right([]) : E.left({ type: 'TextAlreadyPublished' })
  }
  const fault = faultOfName('by', by) ?? faultOfName('title', title) ?? faultOfArticles(articles)
  return fault === undefined ? E.right([{ type: 'TextPublished', ...published, publishedAt: at }]) : E.left(fault)
}

const publishVersion = ({ type: _, basedOn, at, ...published }: PublishTextVersion, state: TextState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'TextUnknown' })
  if (isSame(state.articles, published.articles)) return E.right([])
  const { version } = state
  if (basedOn !== version) return E.left({ type: 'TextVersionPassed', given: basedOn, version })
  const fault = faultOfName('by', published.by) ?? faultOfReason('TextVersionPublished', published.reason) ?? faultOfArticles(published.articles)
  return fault === undefined ? E.right([{ type: 'TextVersionPublished', version: version + 1, ...published, publishedAt: at }]) : E.left(fault)
}

const open = ({ textId, by, at }: OpenTextForAmendment, state: TextState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'TextUnknown' })
  const fault = faultOfName('by', by)
  if (fault !== undefined) return E.left(fault)
  const { status, version } = state
  return E.right(status === 'Amendable' ? [] : [{ type: 'TextOpenedForAmendment', textId, version, by, openedAt: at }])
}

const close = ({ textId, by, at }: CloseTextForAmendment, state: TextState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'TextUnknown' })
  const fault = faultOfName('by', by)
  if (fault !== undefined) return E.left(fault)
  const { status, version } = state
  return E.right(status === 'Published' ? [] : [{ type: 'TextClosedForAmendment', textId, version, by, closedAt: at }])
}

const decide = (command: TextCommand, state: TextState): Decision => {
  switch (command.type) {
    case 'PublishText':
      return publish(command, state)
    case 'OpenTextForAmendment':
      return open(command, state)
    case 'PublishTextVersion':
      return publishVersion(command, state)
    case 'CloseTextForAmendment':
      return close(command, state)
  }
}

const evolve = (state: TextState, event: TextEvent): TextState => {
  if (event.type === 'TextPublished') return { status: 'Published', version: 1, title: event.title, articles: event.articles }
  if (state.status === 'Unknown') return state
  switch (event.type) {
    case 'TextOpenedForAmendment':
      return { ...state, status: 'Amendable' }
    case 'TextVersionPublished':
      return { ...state, version: event.version, articles: event.articles }
    case 'TextClosedForAmendment':
      return { ...state, status: 'Published' }
  }
}

/** A text of the public body in versions of articles; while it is open for amendment, each article can be amended and given an opinion on. */
export const textDocument: Decider<TextCommand, TextState, TextEvent, TextRejection> = { initialState, decide, evolve }

/** The stream of one text. */
export const textStream = (textId: string): string => `text-${textId}`

/** One thing that can happen next, and who may do it. */
export interface ExpectedOfText {
  readonly command: TextCommand['type']
  readonly by: 'authority'
}

/** What can happen next to a text. */
export const expectedOfText = ({ status }: TextState): ReadonlyArray<ExpectedOfText> => {
  if (status === 'Unknown') return [{ command: 'PublishText', by: 'authority' }]
  const turn = status === 'Published' ? 'OpenTextForAmendment' : 'CloseTextForAmendment'
  return [
    { command: turn, by: 'authority' },
    { command: 'PublishTextVersion', by: 'authority' },
  ]
}

import * as t from 'io-ts'
import { Count } from '@isegoria/kernel'
import type { TextState } from './text-document.ts'

/** What an amendment or an opinion must know of the text, as it was read: which articles it has, at which version. */
export const OpenText = t.strict({ textId: t.string, version: Count, articles: t.readonlyArray(t.string) }, 'OpenText')
export interface OpenText extends Readonly<t.TypeOf<typeof OpenText>> {}

export type OpenTextFault =
  | { readonly type: 'TextNotOpen'; readonly textId: string }
  | { readonly type: 'ArticleUnknown'; readonly articleId: string; readonly version: number }
  /** Another version has been published since that one was read. */
  | { readonly type: 'TextVersionPassed'; readonly given: number; readonly version: number }

/** The terms of a text that is open for amendment; `undefined` for any other. */
export const openTextOf = (textId: string, state: TextState): OpenText | undefined =>
  state.status === 'Amendable' ? { textId, version: state.version, articles: state.articles.map(({ articleId }) => articleId) } : undefined

/** An article as somebody read it. */
export interface ArticleAt {
  readonly textId: string
  readonly articleId: string
  readonly version: number
}

/** Why nothing can be said of an article of this text now; `undefined` where it can. */
export const faultOfArticle = ({ textId, articleId, version }: ArticleAt, text: OpenText | undefined): OpenTextFault | undefined => {
  if (text === undefined || text.textId !== textId) return { type: 'TextNotOpen', textId }
  if (text.version !== version) return { type: 'TextVersionPassed', given: version, version: text.version }
  return text.articles.includes(articleId) ? undefined : { type: 'ArticleUnknown', articleId, version }
}

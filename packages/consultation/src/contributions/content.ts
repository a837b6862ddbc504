import * as t from 'io-ts'

/** Where a citizen's text is kept outside the log, and the SHA-256 by which it is recognised: the text itself can be erased. */
export const contentFields = { contentRef: t.string, contentHash: t.string }

export const Content = t.strict(contentFields, 'Content')
export interface Content extends Readonly<t.TypeOf<typeof Content>> {}

export type ContentFault =
  | { readonly type: 'ContentMissing'; readonly field: 'contentRef' }
  /** A commitment is 64 lower-case hexadecimal digits. */
  | { readonly type: 'ContentHashNotReadable'; readonly contentHash: string }

const digest = /^[0-9a-f]{64}$/

/** Why `content` commits to nothing; `undefined` where it does. */
export const faultOfContent = ({ contentRef, contentHash }: Content): ContentFault | undefined => {
  if (contentRef.trim() === '') return { type: 'ContentMissing', field: 'contentRef' }
  return digest.test(contentHash) ? undefined : { type: 'ContentHashNotReadable', contentHash }
}

export const isSameContent = (left: Content, right: Content): boolean =>
  left.contentRef === right.contentRef && left.contentHash === right.contentHash

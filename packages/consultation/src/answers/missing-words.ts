/** A text that the public is owed is blank: a reason, motives, a name of an office. */
export interface WordsMissing {
  readonly type: 'WordsMissing'
  /** The event that would have lacked them. */
  readonly of: string
  readonly field: string
}

/** The first of `texts` that is blank; one that is absent is not asked for. */
export const missingWords = (of: string, texts: Readonly<Record<string, string | undefined>>): WordsMissing | undefined => {
  const field = Object.entries(texts).find(([, text]) => text?.trim() === '')?.[0]
  return field === undefined ? undefined : { type: 'WordsMissing', of, field }
}

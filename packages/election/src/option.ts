/** Names one option of a poll. Any non-empty text; compared by UTF-16 code unit. */
export type OptionId = string

/** What may be chosen: a project, a candidate, an answer. */
export interface Option {
  readonly id: OptionId
  /** In minor units; 0 where nothing is spent. */
  readonly cost: bigint
  readonly name?: string
}

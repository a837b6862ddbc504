/** One outcome of ours beside the published outcome of the same election. */
export interface Comparison {
  /** Id and parameters as one writes them after `--rule`. */
  readonly rule: string
  readonly instance: string
  readonly isEqual: boolean
  /** For a difference that is no fault of the count: why the other answer is another one, in a sentence. */
  readonly explained?: string
  /** For any other difference: ours and theirs, to look at. */
  readonly difference?: string
}

/** Published outcomes of one tool or authority. */
export interface Source {
  /** As it stands in the table: `abcvoting 2c0c412`. */
  readonly name: string
  /** Compares everything below the folder of real data. Lazy, so that a reader sees progress. */
  readonly compare: (data: string) => Iterable<Comparison>
}

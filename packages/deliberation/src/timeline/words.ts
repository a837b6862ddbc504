import type { Labels } from '../labels/labels.ts'
import type { Counted, Word } from './detail.ts'
import type { GroupedType } from './group-of.ts'

/** For one and for several; `#` stands for the number. */
export type OneOrMany = readonly [one: string, many: string]

/** All that a timeline needs to be told in a language. */
export interface Words {
  readonly labels: Labels
  /** Between a label and what is told of it. */
  readonly colon: string
  /** Between a whole amount and its decimals. */
  readonly decimal: string
  readonly quotes: readonly [before: string, after: string]
  readonly isOne: (count: number) => boolean
  /** From `2026-03-01`. */
  readonly day: (year: number, month: number, day: number) => string
  readonly period: (from: string, to: string) => string
  readonly since: (day: string) => string
  readonly until: (day: string) => string
  readonly on: (day: string) => string
  readonly due: (day: string) => string
  readonly during: (phase: string) => string
  readonly andMore: (count: string) => string
  /** How contributions and ballots came in, by the name of the channel. */
  readonly channels: ReadonlyMap<string, string>
  readonly otherChannels: string
  readonly words: Readonly<Record<Word, string>>
  readonly counted: Readonly<Record<Counted, OneOrMany>>
  readonly grouped: Readonly<Record<GroupedType, OneOrMany>>
  /** Of a poll whose ballots may not be counted yet. */
  readonly notCountedYet: string
}

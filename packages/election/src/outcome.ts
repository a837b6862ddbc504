import * as t from 'io-ts'
import { WholeNumber } from './whole-number.ts'

const ids = t.readonlyArray(t.string)

/** A place where the rule itself could not choose: who was level, where, and how it was settled. */
export const Tie = t.strict({ round: WholeNumber, tied: ids, chosen: t.string, by: t.string }, 'Tie')
export interface Tie extends Readonly<t.TypeOf<typeof Tie>> {}

/** One step of a count as data: the option decided on, what happened to it, and the figures that decided it, as exact text. */
export const Round = t.strict({ round: WholeNumber, option: t.string, decision: t.string, figures: t.record(t.string, t.string) }, 'Round')
export interface Round extends Readonly<t.TypeOf<typeof Round>> {}

/** Projects funded within a budget; money as decimal text in the unit of the election. */
export const AllocationOutcome = t.strict(
  { type: t.literal('allocation'), selected: ids, cost: t.string, budget: t.string, ties: t.readonlyArray(Tie), rounds: t.readonlyArray(Round) },
  'AllocationOutcome',
)
export interface AllocationOutcome extends Readonly<t.TypeOf<typeof AllocationOutcome>> {}

/** Options in tiers from best to worst; options that the rule cannot separate share a tier. */
export const RankingOutcome = t.strict(
  { type: t.literal('ranking'), ranking: t.readonlyArray(ids), winners: ids, ties: t.readonlyArray(Tie), rounds: t.readonlyArray(Round) },
  'RankingOutcome',
)
export interface RankingOutcome extends Readonly<t.TypeOf<typeof RankingOutcome>> {}

/** What a rule answers. These shapes are stored: add, never change. */
export const Outcome = t.union([AllocationOutcome, RankingOutcome], 'Outcome')
export type Outcome = AllocationOutcome | RankingOutcome

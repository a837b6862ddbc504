import * as t from 'io-ts'
import { WholeNumber } from '@isegoria/kernel'

const ids = t.readonlyArray(t.string)
const figures = t.record(t.string, t.string)

/** A place where the rule itself could not choose: who was level, where, and how it was settled. */
export const Tie = t.strict({ round: WholeNumber, tied: ids, chosen: t.string, by: t.string }, 'Tie')
export interface Tie extends Readonly<t.TypeOf<typeof Tie>> {}

/**
 * One step of a count as data: the option decided on, what happened to it, and the figures that decided it, as exact text.
 * `tallies` are the figures of every option that was compared, by its id.
 */
export const Round = t.exact(
  t.intersection([
    t.type({ round: WholeNumber, option: t.string, decision: t.string, figures }),
    t.partial({ tallies: t.readonly(t.record(t.string, t.string)) }),
  ]),
  'Round',
)
export interface Round extends Readonly<t.TypeOf<typeof Round>> {}

const trace = { ties: t.readonlyArray(Tie), rounds: t.readonlyArray(Round) }

/** A project that gets a part of its cost. */
const PartFunded = t.strict({ option: t.string, amount: t.string }, 'PartFunded')

/**
 * Projects funded within a budget; money as decimal text in the unit of the election. `cost` is what is spent in all, on
 * what was selected and on the projects of which only a part is funded.
 */
export const AllocationOutcome = t.exact(
  t.intersection([
    t.type({ type: t.literal('allocation'), selected: ids, cost: t.string, budget: t.string, ...trace }),
    t.partial({ partial: t.readonlyArray(PartFunded) }),
  ]),
  'AllocationOutcome',
)
export interface AllocationOutcome extends Readonly<t.TypeOf<typeof AllocationOutcome>> {}

/** Options in tiers from best to worst; options that the rule cannot separate share a tier. */
export const RankingOutcome = t.strict({ type: t.literal('ranking'), ranking: t.readonlyArray(ids), winners: ids, ...trace }, 'RankingOutcome')
export interface RankingOutcome extends Readonly<t.TypeOf<typeof RankingOutcome>> {}

/** Committees that the rule finds equally good; one where it is resolute, its members in the order in which they were elected where there is one. */
export const CommitteeOutcome = t.strict({ type: t.literal('committee'), committees: t.readonlyArray(ids), ...trace }, 'CommitteeOutcome')
export interface CommitteeOutcome extends Readonly<t.TypeOf<typeof CommitteeOutcome>> {}

/** Seats of a body shared out among parties, by option id; a party without a seat stands with 0. */
export const SeatsOutcome = t.strict({ type: t.literal('seats'), seats: t.readonly(t.record(t.string, WholeNumber)), ...trace }, 'SeatsOutcome')
export interface SeatsOutcome extends Readonly<t.TypeOf<typeof SeatsOutcome>> {}

/** What a rule answers. These shapes are stored: add, never change. */
export const Outcome = t.union([AllocationOutcome, RankingOutcome, CommitteeOutcome, SeatsOutcome], 'Outcome')
export type Outcome = AllocationOutcome | RankingOutcome | CommitteeOutcome | SeatsOutcome

import * as t from 'io-ts'
import { eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change. Authorities and `by` are public bodies, offices or roles, never persons' names.

const ids = t.readonlyArray(t.string)

/** What is decided on: a proposal, an option of a poll, or an article of a text. */
const Subject = t.union(
  [
    t.strict({ type: t.literal('proposal'), proposalId: t.string }),
    t.strict({ type: t.literal('option'), pollId: t.string, optionId: t.string }),
    t.strict({ type: t.literal('article'), textId: t.string, articleId: t.string }),
  ],
  'Subject',
)
export type Subject = t.TypeOf<typeof Subject>

const Verdict = t.keyof({ adopted: null, 'adopted-in-part': null, rejected: null, deferred: null }, 'Verdict')
export type Verdict = t.TypeOf<typeof Verdict>

const Outcome = t.strict({ subject: Subject, verdict: Verdict, motives: t.string }, 'Outcome')
export interface Outcome extends Readonly<t.TypeOf<typeof Outcome>> {}

/** Findings of syntheses, outcomes of polls and published responses on which the decision rests. */
const Basis = t.strict({ findings: ids, tallies: t.readonlyArray(t.strict({ pollId: t.string, outcomeHash: t.string })), responses: ids }, 'Basis')

/** What a poll's certificate says: the hash of its outcome, and who won. */
const CertifiedResult = t.strict({ pollId: t.string, outcomeHash: t.string, winners: ids }, 'CertifiedResult')
export interface CertifiedResult extends Readonly<t.TypeOf<typeof CertifiedResult>> {}

export const proposal = { decisionId: t.string, consultationId: t.string, authority: t.string, subject: t.string, by: t.string, proposedAt: Instant }
const content = {
  authority: t.string,
  outcomes: t.readonlyArray(Outcome),
  motives: t.string,
  basedOn: Basis,
  certified: t.readonlyArray(CertifiedResult),
}
export const deviation = { deviationReason: t.string }
export const taking = { decisionId: t.string, consultationId: t.string, ...content, takenAt: Instant }
export const amendment = { decisionId: t.string, ...content, reason: t.string, amendedAt: Instant }

/** A matter is put before the authority that is competent to decide it; a later proposal takes its place. */
const DecisionProposed = t.strict({ type: t.literal('DecisionProposed'), ...proposal }, 'DecisionProposed')
interface DecisionProposed extends Readonly<t.TypeOf<typeof DecisionProposed>> {}

/** `certified`: the certified results that were relied upon. `deviationReason`: why it departs from one; absent where it need not. */
export const DecisionTaken = t.exact(t.intersection([t.type({ type: t.literal('DecisionTaken'), ...taking }), t.partial(deviation)]), 'DecisionTaken')
export interface DecisionTaken extends Readonly<t.TypeOf<typeof DecisionTaken>> {}

/** Stands in the place of the decision before it, which stays on record. */
const DecisionAmended = t.exact(
  t.intersection([t.type({ type: t.literal('DecisionAmended'), ...amendment }), t.partial(deviation)]),
  'DecisionAmended',
)
interface DecisionAmended extends Readonly<t.TypeOf<typeof DecisionAmended>> {}

export type DecisionEvent = DecisionProposed | DecisionTaken | DecisionAmended

export const decisionEvents = eventCodec<DecisionEvent>({ DecisionProposed, DecisionTaken, DecisionAmended })

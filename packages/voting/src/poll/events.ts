import * as t from 'io-ts'
import { BallotForm, Outcome, WholeNumber } from '@isegoria/election'
import { eventCodec, Instant } from '@isegoria/kernel'

// These names are stored. Add, never change.

/** A rule as a poll names it: which one, which version, with every parameter spelled out. */
export const RuleChoice = t.strict({ id: t.string, version: t.string, parameters: t.readonly(t.record(t.string, t.string)) }, 'RuleChoice')
export interface RuleChoice extends Readonly<t.TypeOf<typeof RuleChoice>> {}

/** An option as frozen; its cost as decimal text. */
export const FrozenOption = t.strict({ id: t.string, name: t.string, cost: t.string }, 'FrozenOption')
export interface FrozenOption extends Readonly<t.TypeOf<typeof FrozenOption>> {}

export const PollDefined = t.strict(
  {
    type: t.literal('PollDefined'),
    pollId: t.string,
    consultationId: t.string,
    question: t.string,
    form: BallotForm,
    rule: RuleChoice,
    opensAt: Instant,
    closesAt: Instant,
  },
  'PollDefined',
)
export interface PollDefined extends Readonly<t.TypeOf<typeof PollDefined>> {}

/** Budget as decimal text, or null where nothing is spent. */
export const OptionsFrozen = t.strict(
  {
    type: t.literal('OptionsFrozen'),
    pollId: t.string,
    options: t.readonlyArray(FrozenOption),
    budget: t.union([t.string, t.null]),
    currency: t.string,
  },
  'OptionsFrozen',
)
export interface OptionsFrozen extends Readonly<t.TypeOf<typeof OptionsFrozen>> {}

/** From here on nothing that `rulesHash` covers can change: question, ballot form, rule, options with names and costs, budget, currency, calendar. */
export const PollOpened = t.strict({ type: t.literal('PollOpened'), pollId: t.string, rulesHash: t.string, openedAt: Instant }, 'PollOpened')
export interface PollOpened extends Readonly<t.TypeOf<typeof PollOpened>> {}

export const PollClosed = t.strict({ type: t.literal('PollClosed'), pollId: t.string, closedAt: Instant }, 'PollClosed')
export interface PollClosed extends Readonly<t.TypeOf<typeof PollClosed>> {}

/** How many ballots are in the box, and the hash of all that a rule will look at. */
export const BallotBoxSealed = t.strict(
  { type: t.literal('BallotBoxSealed'), pollId: t.string, ballots: WholeNumber, input: t.string },
  'BallotBoxSealed',
)
export interface BallotBoxSealed extends Readonly<t.TypeOf<typeof BallotBoxSealed>> {}

export const TallyComputed = t.strict(
  { type: t.literal('TallyComputed'), pollId: t.string, rule: RuleChoice, input: t.string, outcome: Outcome },
  'TallyComputed',
)
export interface TallyComputed extends Readonly<t.TypeOf<typeof TallyComputed>> {}

export const ResultCertified = t.strict({ type: t.literal('ResultCertified'), pollId: t.string, by: t.string }, 'ResultCertified')
export interface ResultCertified extends Readonly<t.TypeOf<typeof ResultCertified>> {}

export type PollEvent = PollDefined | OptionsFrozen | PollOpened | PollClosed | BallotBoxSealed | TallyComputed | ResultCertified

export const pollEvents = eventCodec<PollEvent>({
  PollDefined,
  OptionsFrozen,
  PollOpened,
  PollClosed,
  BallotBoxSealed,
  TallyComputed,
  ResultCertified,
})

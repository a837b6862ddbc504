import * as t from 'io-ts'
import { BallotForm, ConstraintText, Outcome } from '@isegoria/election'
import { eventCodec, Instant, WholeNumber } from '@isegoria/kernel'

// These names are stored. Add, never change.

/** A rule as a poll names it: which one, which version, with every parameter spelled out. */
export const RuleChoice = t.strict({ id: t.string, version: t.string, parameters: t.readonly(t.record(t.string, t.string)) }, 'RuleChoice')
export interface RuleChoice extends Readonly<t.TypeOf<typeof RuleChoice>> {}

/** An option as frozen; its cost as decimal text. */
export const FrozenOption = t.strict({ id: t.string, name: t.string, cost: t.string }, 'FrozenOption')
export interface FrozenOption extends Readonly<t.TypeOf<typeof FrozenOption>> {}

/**
 * The least share of voters with which a result is adopted, as a fraction: two thirds, or more than one half. `of`: of the
 * ballots that are not blank, or of the electors on the roll when the poll closed.
 */
export const Threshold = t.strict(
  {
    numerator: WholeNumber,
    denominator: WholeNumber,
    comparison: t.keyof({ 'at-least': null, 'more-than': null }),
    of: t.keyof({ ballots: null, electors: null }),
  },
  'Threshold',
)
export interface Threshold extends Readonly<t.TypeOf<typeof Threshold>> {}

/** How many ballots are not blank, how many electors there were, and how many ballots are for each winner. */
export const Support = t.exact(
  t.intersection([t.type({ ballots: WholeNumber, supporters: t.readonly(t.record(t.string, WholeNumber)) }), t.partial({ electors: WholeNumber })]),
  'Support',
)
export interface Support extends Readonly<t.TypeOf<typeof Support>> {}

/**
 * `seats`: how many are elected. `revote`: whether a ballot may be replaced until the poll closes, as where it is not said,
 * or is final. `quorum`: the fewest ballots with which a result is certified. `electors`: the roll
 * of those who may vote, as where it is not said anybody may. `secrecy`: `pseudonymous` where it is not said. `threshold`:
 * the least share of them with which the winner is certified, where the result is one option.
 */
export const PollDefined = t.exact(
  t.intersection([
    t.type({
      type: t.literal('PollDefined'),
      pollId: t.string,
      consultationId: t.string,
      question: t.string,
      form: BallotForm,
      rule: RuleChoice,
      opensAt: Instant,
      closesAt: Instant,
    }),
    t.partial({
      seats: WholeNumber,
      revote: t.keyof({ 'until-close': null, final: null }),
      quorum: WholeNumber,
      electors: t.string,
      secrecy: t.keyof({ open: null, pseudonymous: null, separated: null, credential: null }),
      threshold: Threshold,
    }),
  ]),
  'PollDefined',
)
export interface PollDefined extends Readonly<t.TypeOf<typeof PollDefined>> {}

/** Budget as decimal text, or null where nothing is spent; `constraints`: what an allocation obeys besides it. */
export const OptionsFrozen = t.exact(
  t.intersection([
    t.type({
      type: t.literal('OptionsFrozen'),
      pollId: t.string,
      options: t.readonlyArray(FrozenOption),
      budget: t.union([t.string, t.null]),
      currency: t.string,
    }),
    t.partial({ constraints: t.readonlyArray(ConstraintText) }),
  ]),
  'OptionsFrozen',
)
export interface OptionsFrozen extends Readonly<t.TypeOf<typeof OptionsFrozen>> {}

/** From here on nothing that `rulesHash` covers can change: question, ballot form, rule, options with names and costs, budget, currency, constraints, calendar. */
export const PollOpened = t.strict({ type: t.literal('PollOpened'), pollId: t.string, rulesHash: t.string, openedAt: Instant }, 'PollOpened')
export interface PollOpened extends Readonly<t.TypeOf<typeof PollOpened>> {}

/** The poll ends later than was announced. */
export const PollExtended = t.strict(
  { type: t.literal('PollExtended'), pollId: t.string, closesAt: Instant, reason: t.string, extendedAt: Instant },
  'PollExtended',
)
export interface PollExtended extends Readonly<t.TypeOf<typeof PollExtended>> {}

/** An option is no longer to be had. Ballots that name it stay, and count for whatever else they name. */
export const OptionWithdrawn = t.strict(
  { type: t.literal('OptionWithdrawn'), pollId: t.string, option: t.string, reason: t.string, withdrawnAt: Instant },
  'OptionWithdrawn',
)
export interface OptionWithdrawn extends Readonly<t.TypeOf<typeof OptionWithdrawn>> {}

export const PollClosed = t.strict({ type: t.literal('PollClosed'), pollId: t.string, closedAt: Instant }, 'PollClosed')
export interface PollClosed extends Readonly<t.TypeOf<typeof PollClosed>> {}

/** The order in which a lot puts the options, should the rule ask for one; it follows from the seed by `algorithm`. */
export const LotDrawn = t.strict(
  { type: t.literal('LotDrawn'), pollId: t.string, seed: t.string, algorithm: t.literal('sha256-counter/1'), order: t.readonlyArray(t.string) },
  'LotDrawn',
)
export interface LotDrawn extends Readonly<t.TypeOf<typeof LotDrawn>> {}

/** How many ballots are in the box, and the hash of all that a rule will look at. */
export const BallotBoxSealed = t.strict(
  { type: t.literal('BallotBoxSealed'), pollId: t.string, ballots: WholeNumber, input: t.string },
  'BallotBoxSealed',
)
export interface BallotBoxSealed extends Readonly<t.TypeOf<typeof BallotBoxSealed>> {}

/** `support`: how many stand behind the winners; where the poll has a threshold, and only there. */
export const TallyComputed = t.exact(
  t.intersection([
    t.type({ type: t.literal('TallyComputed'), pollId: t.string, rule: RuleChoice, input: t.string, outcome: Outcome }),
    t.partial({ support: Support }),
  ]),
  'TallyComputed',
)
export interface TallyComputed extends Readonly<t.TypeOf<typeof TallyComputed>> {}

export const ResultCertified = t.strict({ type: t.literal('ResultCertified'), pollId: t.string, by: t.string }, 'ResultCertified')
export interface ResultCertified extends Readonly<t.TypeOf<typeof ResultCertified>> {}

export const ResultContested = t.strict({ type: t.literal('ResultContested'), pollId: t.string, by: t.string, grounds: t.string }, 'ResultContested')
export interface ResultContested extends Readonly<t.TypeOf<typeof ResultContested>> {}

/** The contests so far are answered, and the result stands as it was computed; it can be certified again. */
export const ContestDismissed = t.strict(
  { type: t.literal('ContestDismissed'), pollId: t.string, by: t.string, reason: t.string },
  'ContestDismissed',
)
export interface ContestDismissed extends Readonly<t.TypeOf<typeof ContestDismissed>> {}

/** The poll counts for nothing, whatever stage it had reached; what was stored of it stays. */
export const PollAnnulled = t.strict({ type: t.literal('PollAnnulled'), pollId: t.string, by: t.string, motives: t.string }, 'PollAnnulled')
export interface PollAnnulled extends Readonly<t.TypeOf<typeof PollAnnulled>> {}

export type PollEvent =
  | PollDefined
  | OptionsFrozen
  | PollOpened
  | PollExtended
  | OptionWithdrawn
  | PollClosed
  | LotDrawn
  | BallotBoxSealed
  | TallyComputed
  | ResultCertified
  | ResultContested
  | ContestDismissed
  | PollAnnulled

export const pollEvents = eventCodec<PollEvent>({
  PollDefined,
  OptionsFrozen,
  PollOpened,
  PollExtended,
  OptionWithdrawn,
  PollClosed,
  LotDrawn,
  BallotBoxSealed,
  TallyComputed,
  ResultCertified,
  ResultContested,
  ContestDismissed,
  PollAnnulled,
})

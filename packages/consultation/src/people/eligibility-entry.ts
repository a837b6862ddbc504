import * as t from 'io-ts'
import { canonicalText, E, escapedId, eventCodec, WholeNumber } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import type { RollGate } from './eligibility-roll/roll-gate.ts'
import { isHash, isName } from './is-name.ts'

// These names are stored. Add, never change.

const entry = { rollId: t.string, voterKey: t.string }

/** `by`: the role that vouches. `late`: which of the roll's late additions this is; absent before the seal. */
const EntryAttested = t.exact(
  t.intersection([
    t.type({ type: t.literal('EntryAttested'), ...entry, by: t.string, attributes: t.readonly(t.record(t.string, t.string)) }),
    t.partial({ late: WholeNumber }),
  ]),
  'EntryAttested',
)
interface EntryAttested extends Readonly<t.TypeOf<typeof EntryAttested>> {}

/** `reason` is published as it is: it names nobody. */
const EntryStruckOff = t.exact(
  t.intersection([t.type({ type: t.literal('EntryStruckOff'), ...entry, reason: t.string }), t.partial({ late: WholeNumber })]),
  'EntryStruckOff',
)
interface EntryStruckOff extends Readonly<t.TypeOf<typeof EntryStruckOff>> {}

export type EligibilityEntryEvent = EntryAttested | EntryStruckOff

export const eligibilityEntryEvents = eventCodec<EligibilityEntryEvent>({ EntryAttested, EntryStruckOff })

/** Enters a person by the key of their attestation; on a sealed roll as the late addition of that number, which the roll has announced. */
interface AttestEntry {
  readonly type: 'AttestEntry'
  readonly voterKey: string
  readonly by: string
  readonly attributes: Readonly<Record<string, string>>
  readonly late?: number
  readonly gate: RollGate
}
interface StrikeOffEntry {
  readonly type: 'StrikeOffEntry'
  readonly voterKey: string
  readonly reason: string
  readonly late?: number
  readonly gate: RollGate
}
export type EligibilityEntryCommand = AttestEntry | StrikeOffEntry

export type EligibilityEntryRejection =
  /** A key is 64 hexadecimal digits, so that nobody's name is stored as one. */
  | { readonly type: 'NotAKey' }
  | { readonly type: 'NameMissing'; readonly field: string }
  | { readonly type: 'ReasonMissing'; readonly of: string }
  | { readonly type: 'AttributeNotOfRoll'; readonly attribute: string; readonly values: ReadonlyArray<string> }
  | { readonly type: 'EntryAlreadyAttested'; readonly by: string }
  | { readonly type: 'EntryNotOnRoll' }
  /** The roll has published no such late change: the number must be one of those announced. */
  | { readonly type: 'NotAnnounced'; readonly announced: number; readonly late?: number }
  | { readonly type: 'RollNotSealed' }

export type EligibilityEntryState =
  | { readonly status: 'Unknown' }
  | { readonly status: 'Attested'; readonly by: string; readonly attributes: Readonly<Record<string, string>>; readonly late?: number }
  | { readonly status: 'StruckOff'; readonly late?: number }

type Decision = Either<EligibilityEntryRejection, ReadonlyArray<EligibilityEntryEvent>>

const initialState: EligibilityEntryState = { status: 'Unknown' }
const numbered = (late: number | undefined): { readonly late?: number } => (late === undefined ? {} : { late })

const faultOfLate = (late: number | undefined, announced: number, isSealed: boolean): EligibilityEntryRejection | undefined => {
  if (!isSealed) return late === undefined ? undefined : { type: 'RollNotSealed' }
  const isAnnounced = late !== undefined && Number.isSafeInteger(late) && late >= 1 && late <= announced
  return isAnnounced ? undefined : { type: 'NotAnnounced', announced, ...numbered(late) }
}

const attest = ({ voterKey, by, attributes, late, gate }: AttestEntry, state: EligibilityEntryState): Decision => {
  if (!isHash(voterKey)) return E.left({ type: 'NotAKey' })
  if (!isName(by)) return E.left({ type: 'NameMissing', field: 'by' })
  const foreign = Object.entries(attributes).find(
    ([name, value]) => !(Object.hasOwn(gate.attributes, name) && gate.attributes[name]?.includes(value)),
  )
  if (foreign !== undefined) {
    const [attribute] = foreign
    return E.left({
      type: 'AttributeNotOfRoll',
      attribute,
      values: (Object.hasOwn(gate.attributes, attribute) ? gate.attributes[attribute] : []) ?? [],
    })
  }
  if (state.status === 'Attested') {
    const isSame = state.by === by && canonicalText(state.attributes) === canonicalText(attributes)
    return isSame ? E.right([]) : E.left({ type: 'EntryAlreadyAttested', by: state.by })
  }
  const fault = faultOfLate(late, gate.late.added, gate.isSealed)
  return fault === undefined ? E.right([{ type: 'EntryAttested', rollId: gate.rollId, voterKey, by, attributes, ...numbered(late) }]) : E.left(fault)
}

const strikeOff = ({ voterKey, reason, late, gate }: StrikeOffEntry, state: EligibilityEntryState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'EntryNotOnRoll' })
  if (state.status === 'StruckOff') return E.right([])
  if (!isName(reason)) return E.left({ type: 'ReasonMissing', of: 'EntryStruckOff' })
  const fault = faultOfLate(late, gate.late.struckOff, gate.isSealed)
  return fault === undefined ? E.right([{ type: 'EntryStruckOff', rollId: gate.rollId, voterKey, reason, ...numbered(late) }]) : E.left(fault)
}

const decide = (command: EligibilityEntryCommand, state: EligibilityEntryState): Decision =>
  command.type === 'AttestEntry' ? attest(command, state) : strikeOff(command, state)

const evolve = (_: EligibilityEntryState, event: EligibilityEntryEvent): EligibilityEntryState =>
  event.type === 'EntryAttested'
    ? { status: 'Attested', by: event.by, attributes: event.attributes, ...numbered(event.late) }
    : { status: 'StruckOff', ...numbered(event.late) }

/** One person on one roll. The key is made of what attests the person, so whoever comes twice meets their first entry. */
export const eligibilityEntry: Decider<EligibilityEntryCommand, EligibilityEntryState, EligibilityEntryEvent, EligibilityEntryRejection> = {
  initialState,
  decide,
  evolve,
}

/** The small stream of one entry, so that nobody waits for another. */
export const eligibilityEntryStream = (rollId: string, voterKey: string): string => `eligibility-entry-${escapedId(rollId)}/${voterKey}`

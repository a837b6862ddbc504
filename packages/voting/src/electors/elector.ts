import { canonicalText, E, escapedId } from '@isegoria/kernel'
import type { Decider, Either } from '@isegoria/kernel'
import type { ElectorEvent } from './events.ts'

/** Enters a person on a roll, by the key that `voterKeyOf` gives their attestation: the same person has the same key. */
export interface AttestElector {
  readonly type: 'AttestElector'
  readonly rollId: string
  readonly voterKey: string
  /** Who vouches: a registry, a department, a school. */
  readonly by: string
  readonly attributes: Readonly<Record<string, string>>
}
export interface StrikeOffElector {
  readonly type: 'StrikeOffElector'
  readonly rollId: string
  readonly voterKey: string
  /** Published as it is: it names nobody. */
  readonly reason: string
}
export type ElectorCommand = AttestElector | StrikeOffElector

export type ElectorRejection =
  | { readonly type: 'ElectorAlreadyAttested'; readonly by: string }
  | { readonly type: 'ElectorNotOnRoll' }
  | { readonly type: 'ReasonMissing'; readonly of: string }

export type ElectorState =
  | { readonly status: 'Unknown' }
  | { readonly status: 'Attested'; readonly by: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly status: 'StruckOff' }

type Decision = Either<ElectorRejection, ReadonlyArray<ElectorEvent>>

const initialState: ElectorState = { status: 'Unknown' }

const attest = ({ rollId, voterKey, by, attributes }: AttestElector, state: ElectorState): Decision => {
  if (state.status !== 'Attested') return E.right([{ type: 'ElectorAttested', rollId, voterKey, by, attributes }])
  const isSame = state.by === by && canonicalText(state.attributes) === canonicalText(attributes)
  return isSame ? E.right([]) : E.left({ type: 'ElectorAlreadyAttested', by: state.by })
}

const strikeOff = ({ rollId, voterKey, reason }: StrikeOffElector, state: ElectorState): Decision => {
  switch (state.status) {
    case 'Unknown':
      return E.left({ type: 'ElectorNotOnRoll' })
    case 'StruckOff':
      return E.right([])
    case 'Attested':
      return reason === ''
        ? E.left({ type: 'ReasonMissing', of: 'ElectorStruckOff' })
        : E.right([{ type: 'ElectorStruckOff', rollId, voterKey, reason }])
  }
}

const decide = (command: ElectorCommand, state: ElectorState): Decision =>
  command.type === 'AttestElector' ? attest(command, state) : strikeOff(command, state)

const evolve = (_: ElectorState, event: ElectorEvent): ElectorState =>
  event.type === 'ElectorAttested' ? { status: 'Attested', by: event.by, attributes: event.attributes } : { status: 'StruckOff' }

/**
 * One person on one roll of electors. A second attestation of the same person meets the first one, whatever it says.
 *
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const attest = { type: 'AttestElector', rollId: 'town', voterKey: 'k1', by: 'registry', attributes: { district: 'north' } } as const
 * const attested = { type: 'ElectorAttested', rollId: 'town', voterKey: 'k1', by: 'registry', attributes: { district: 'north' } } as const
 * elector.decide(attest, elector.initialState) // => E.right([attested])
 * const known = elector.evolve(elector.initialState, attested)
 * elector.decide(attest, known) // => E.right([])
 * elector.decide({ ...attest, by: 'school' }, known) // => E.left({ type: 'ElectorAlreadyAttested', by: 'registry' })
 */
export const elector: Decider<ElectorCommand, ElectorState, ElectorEvent, ElectorRejection> = { initialState, decide, evolve }

export const electorStream = (rollId: string, voterKey: string): string => `elector-${escapedId(rollId)}/${voterKey}`

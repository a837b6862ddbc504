import { E } from '@isegoria/kernel'
import type { Decider } from '@isegoria/kernel'
import type { SpentEvent } from './events.ts'

/** What a voter shows instead of a name: poll, serial and prefix, and the issuer's signature over them. */
export interface ShownCredential {
  readonly pollId: string
  readonly serial: string
  readonly prefix: string
  readonly signature: string
}

/** Spends a credential. That it is genuine is checked before, by the issuer's public key. */
export interface SpendCredential {
  readonly type: 'SpendCredential'
  readonly credential: ShownCredential
}

export interface CredentialAlreadySpent {
  readonly type: 'CredentialAlreadySpent'
}

export type SpentState = { readonly status: 'Unspent' } | { readonly status: 'Spent' }

/** One credential, spent at most once: the stream is new or the credential is refused. */
export const spentCredential: Decider<SpendCredential, SpentState, SpentEvent, CredentialAlreadySpent> = {
  initialState: { status: 'Unspent' },
  decide: ({ credential: { pollId, serial, prefix, signature } }, { status }) =>
    status === 'Unspent' ? E.right([{ type: 'CredentialSpent', pollId, serial, prefix, signature }]) : E.left({ type: 'CredentialAlreadySpent' }),
  evolve: () => ({ status: 'Spent' }),
}

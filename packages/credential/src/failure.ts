import { E } from '@isegoria/kernel'
import type { TaskEither } from '@isegoria/kernel'

/** Why a credential shown for a poll is not accepted. */
export type CredentialFault =
  | { readonly type: 'CredentialMalformed'; readonly field: 'serial' | 'prefix' | 'signature' }
  | { readonly type: 'CredentialOfAnotherPoll'; readonly given: string; readonly expected: string }
  | { readonly type: 'CredentialForged' }

/** Why a step between voter and issuer could not be taken. */
export type CredentialFailure =
  | { readonly type: 'KeyNotUsable'; readonly reason: string }
  | { readonly type: 'NotBlinded'; readonly reason: string }
  | { readonly type: 'NotSigned'; readonly reason: string }
  | { readonly type: 'NotFinalised'; readonly reason: string }

/** What a library throws or rejects with, as a typed failure. */
export const attempt =
  <Value>(type: CredentialFailure['type'], run: () => Promise<Value>): TaskEither<CredentialFailure, Value> =>
  async () => {
    try {
      return E.right(await run())
    } catch (thrown) {
      return E.left({ type, reason: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }

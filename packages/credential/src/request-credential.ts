import type { TaskEither } from '@isegoria/kernel'
import { credentialMessage, signedBytes } from './credential.ts'
import type { Credential } from './credential.ts'
import { attempt } from './failure.ts'
import type { CredentialFailure } from './failure.ts'
import { bytesOf, hexadecimalOf } from './hexadecimal.ts'
import type { IssuerKey } from './issuer-keys.ts'
import { prefixBytes, serialBytes, suite } from './suite.ts'

/**
 * What only the voter's device may know until the issuer has answered, and then forgets: `inverse` joins the request to the
 * credential. Lost before the answer, the vote is lost too: nothing allows a second credential for one voter.
 */
export interface CredentialSecret {
  readonly pollId: string
  readonly serial: string
  readonly prefix: string
  readonly inverse: string
}

export interface CredentialRequest {
  /** The blinded message, for the issuer, who learns nothing from it: it fits every credential of the poll equally well. */
  readonly request: string
  readonly secret: CredentialSecret
}

/** The voter's first step: chooses a serial, prepares and blinds the message that binds it to the poll. RFC 9474 §4.1 and §4.2. */
export const requestCredential = (publicKey: IssuerKey, pollId: string): TaskEither<CredentialFailure, CredentialRequest> =>
  attempt('NotBlinded', async () => {
    const serial = hexadecimalOf(crypto.getRandomValues(new Uint8Array(serialBytes)))
    const prepared = suite.prepare(credentialMessage(pollId, serial))
    const { blindedMsg, inv } = await suite.blind(publicKey, prepared)
    const prefix = hexadecimalOf(prepared.subarray(0, prefixBytes))
    return { request: hexadecimalOf(blindedMsg), secret: { pollId, serial, prefix, inverse: hexadecimalOf(inv) } }
  })

/** The voter's last step: takes the blinding off the issuer's answer and checks that what remains is signed. RFC 9474 §4.4. */
export const finaliseCredential = (
  publicKey: IssuerKey,
  { inverse, ...given }: CredentialSecret,
  blindSignature: string,
): TaskEither<CredentialFailure, Credential> =>
  attempt('NotFinalised', async () => {
    const signature = await suite.finalize(publicKey, signedBytes(given), bytesOf(blindSignature), bytesOf(inverse))
    return { ...given, signature: hexadecimalOf(signature) }
  })

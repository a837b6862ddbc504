import { constants, createHash, createPublicKey, KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto'
import type { TaskEither } from '@isegoria/kernel'
import { attempt } from './failure.ts'
import type { CredentialFailure } from './failure.ts'
import { bytesOf, hexadecimalOf } from './hexadecimal.ts'
import type { IssuerKey } from './issuer-keys.ts'

/**
 * The issuer's step: signs a blinded message without seeing what it signs. RFC 9474 §4.3.
 *
 * Whether that voter may have a credential is decided before, on the roll. The same request always has the same answer, so
 * answering it again gives nobody a second credential; signing **another** request of the same voter does, and no signature
 * shows it: only that there are more ballots than entries on the roll, and only if all who were given one vote.
 *
 * The arithmetic is OpenSSL's, with the private key blinded against those who measure time, and each answer is checked with
 * the public key before it leaves: a signature that a fault made wrong would give the key away.
 * Errors: `NotSigned` for a request that is no number of the key's size, or not below its modulus.
 * Cost: about a millisecond for 2048 bits.
 */
export const signRequest = (privateKey: IssuerKey, request: string): TaskEither<CredentialFailure, string> =>
  attempt('NotSigned', async () => {
    const message = bytesOf(request)
    const key = KeyObject.from(privateKey)
    const padding = constants.RSA_NO_PADDING
    const signature = privateDecrypt({ key, padding }, message)
    if (!publicEncrypt({ key: createPublicKey(key), padding }, signature).equals(message)) throw new Error('the signature came out wrong')
    return hexadecimalOf(signature)
  })

/** SHA-256 of the blinded message as it is written: what the roll keeps of a request, to know the same one again. */
export const requestHash = (request: string): string => createHash('sha256').update(request, 'utf8').digest('hex')

import { createHash } from 'node:crypto'
import type { TaskEither } from '@isegoria/kernel'
import { attempt } from './failure.ts'
import type { CredentialFailure } from './failure.ts'
import { bytesOf, hexadecimalOf } from './hexadecimal.ts'
import type { IssuerKey } from './issuer-keys.ts'
import { suite } from './suite.ts'

/**
 * The issuer's step: signs a blinded message without seeing what it signs. RFC 9474 §4.3.
 *
 * Whether that voter may have a credential is decided before, on the roll. The same request always has the same answer, so
 * answering it again gives nobody a second credential; signing **another** request of the same voter does, and no signature
 * shows it: only that there are more ballots than entries on the roll, and only if all who were given one vote.
 *
 * The arithmetic is that of a library in JavaScript, and how long it takes depends on the key: do not let those who ask
 * measure it, answer in batches or after a fixed delay.
 * Cost: about a quarter of a second for 2048 bits, in which the thread does nothing else.
 */
export const signRequest = (privateKey: IssuerKey, request: string): TaskEither<CredentialFailure, string> =>
  attempt('NotSigned', async () => {
    const signature = await suite.blindSign(privateKey, bytesOf(request))
    return hexadecimalOf(signature)
  })

/** SHA-256 of the blinded message as it is written: what the roll keeps of a request, to know the same one again. */
export const requestHash = (request: string): string => createHash('sha256').update(request, 'utf8').digest('hex')

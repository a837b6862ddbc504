import { KeyObject } from 'node:crypto'
import type { webcrypto } from 'node:crypto'
import { E } from '@isegoria/kernel'
import type { TaskEither } from '@isegoria/kernel'
import { attempt } from './failure.ts'
import type { CredentialFailure } from './failure.ts'
import { algorithm } from './suite.ts'

export type IssuerKey = webcrypto.CryptoKey

export interface IssuerKeys {
  readonly privateKey: IssuerKey
  readonly publicKey: IssuerKey
}

const fewestBits = 2048
const exponent = 65_537

/**
 * A new key pair for **one** poll.
 *
 * One poll, because the issuer cannot see what it signs: with one key for two polls, a voter of the first could ask there for
 * a credential of the second. One for all voters of that poll, published before it opens, because an issuer that gave each
 * voter a key of their own would know every ballot by its key. And for nothing else, because it signs whatever it is given.
 * Errors: `KeyNotUsable` below 2048 bits.
 */
export const generateIssuerKeys = (bits = fewestBits): TaskEither<CredentialFailure, IssuerKeys> =>
  attempt('KeyNotUsable', async () => {
    if (bits < fewestBits) throw new RangeError(`a key has at least ${fewestBits} bits, not ${bits}`)
    const parameters = { ...algorithm, modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1) }
    const { privateKey, publicKey } = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
    return { privateKey, publicKey }
  })

/** A key as a JSON Web Key. That of the private key is the poll's secret: who has it makes credentials. */
export const exportKey = (key: IssuerKey): TaskEither<CredentialFailure, webcrypto.JsonWebKey> =>
  attempt('KeyNotUsable', () => crypto.subtle.exportKey('jwk', key))

const importKey = (jwk: webcrypto.JsonWebKey, usage: 'sign' | 'verify'): TaskEither<CredentialFailure, IssuerKey> =>
  attempt('KeyNotUsable', async () => {
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, true, [usage])
    const { modulusLength = 0, publicExponent = 0n } = KeyObject.from(key).asymmetricKeyDetails ?? {}
    if (modulusLength < fewestBits) throw new RangeError(`a key has at least ${fewestBits} bits, not ${modulusLength}`)
    if (publicExponent !== BigInt(exponent)) throw new RangeError(`the public exponent is ${exponent}, not ${publicExponent}`)
    return key
  })

/** Reads the issuer's private key. Errors: `KeyNotUsable` for what is no RSA key, is short or has another exponent than 65537. */
export const importPrivateKey = (jwk: webcrypto.JsonWebKey): TaskEither<CredentialFailure, IssuerKey> => importKey(jwk, 'sign')

/** Reads the public key that a poll publishes; the private part of a key that has one is left out. Errors: as `importPrivateKey`. */
export const importPublicKey = ({ kty, n, e }: webcrypto.JsonWebKey): TaskEither<CredentialFailure, IssuerKey> =>
  n === undefined || e === undefined
    ? async () => E.left({ type: 'KeyNotUsable', reason: 'a public RSA key has a modulus and an exponent' })
    : importKey({ ...(kty === undefined ? {} : { kty }), n, e }, 'verify')

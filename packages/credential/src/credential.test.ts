import { constants, KeyObject, privateDecrypt } from 'node:crypto'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { bytesOf, hexadecimalOf } from './hexadecimal.ts'
import {
  credentialCheck,
  exportKey,
  finaliseCredential,
  generateIssuerKeys,
  importPrivateKey,
  importPublicKey,
  requestCredential,
  requestHash,
  signRequest,
  verifyCredential,
} from './index.ts'
import type { Credential, CredentialRequest, IssuerKey, IssuerKeys } from './index.ts'
import { inverseOf, toPublicExponent, whole } from './modular.fixture.ts'
import { suite } from './suite.ts'

const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}

interface Issued extends CredentialRequest {
  readonly credential: Credential
}
/** The issuer's answer without the check. */
const rawSignature = (privateKey: IssuerKey, request: string): string =>
  hexadecimalOf(privateDecrypt({ key: KeyObject.from(privateKey), padding: constants.RSA_NO_PADDING }, bytesOf(request)))

const issue = async ({ publicKey, privateKey }: IssuerKeys, pollId: string): Promise<Issued> => {
  const asked = right(await requestCredential(publicKey, pollId)())
  const answer = rawSignature(privateKey, asked.request)
  return { ...asked, credential: right(await finaliseCredential(publicKey, asked.secret, answer)()) }
}

let keys: IssuerKeys
let others: IssuerKeys
let voters: ReadonlyArray<Issued>
beforeAll(async () => {
  ;[keys, others] = [right(await generateIssuerKeys()()), right(await generateIssuerKeys()())]
  voters = [await issue(keys, 'p-1'), await issue(keys, 'p-1'), await issue(keys, 'p-1')]
})

/** Both checks, which must agree. */
const faultOf = async (credential: Credential, { publicKey } = keys, pollId = 'p-1'): Promise<unknown> => {
  const fault = credentialCheck(publicKey)(pollId, credential)
  const verified = await verifyCredential(publicKey, pollId, credential)()
  expect(verified).toStrictEqual(fault === undefined ? E.right(credential) : E.left(fault))
  return fault
}
const flipped = (text: string, place: number): string => {
  const bytes = bytesOf(text)
  return hexadecimalOf(bytes.with(place % bytes.length, (bytes[place % bytes.length] ?? 0) ^ 1))
}

describe('a credential', () => {
  it('is good for its poll and its key', async () => {
    for (const { credential } of voters) expect(await faultOf(credential)).toBeUndefined()
  })
  it('is forged wherever one bit of it is changed', async () => {
    const field = fc.constantFrom<'serial' | 'prefix' | 'signature'>('serial', 'prefix', 'signature')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...voters), field, fc.nat(1000), async ({ credential }, name, place) => {
        const changed = { ...credential, [name]: flipped(credential[name], place) }
        expect(await faultOf(changed)).toStrictEqual({ type: 'CredentialForged' })
      }),
      { numRuns: 200 },
    )
  })
  it('has one way to be written, so that it cannot be shown twice under two serials', async () => {
    const [{ credential } = { credential: undefined }] = voters
    if (credential === undefined) throw new Error('unreachable')
    for (const field of ['serial', 'prefix', 'signature'] as const) {
      const upper = { ...credential, [field]: credential[field].toUpperCase() }
      expect(await faultOf(upper)).toStrictEqual({ type: 'CredentialMalformed', field })
      expect(await faultOf({ ...credential, [field]: `${credential[field]}0` })).toStrictEqual({ type: 'CredentialMalformed', field })
    }
    const { n = '' } = right(await exportKey(keys.publicKey)())
    const modulus = whole(Buffer.from(n, 'base64url').toString('hex'))
    const more = (whole(credential.signature) + modulus).toString(16)
    for (const signature of [more.padStart(more.length + (more.length % 2), '0'), `00${credential.signature}`])
      expect(await faultOf({ ...credential, signature })).toStrictEqual({ type: 'CredentialForged' })
  })
  it('is refused under another key and in another poll, even when the poll is renamed in it', async () => {
    const [{ credential } = { credential: undefined }] = voters
    if (credential === undefined) throw new Error('unreachable')
    expect(await faultOf(credential, others)).toStrictEqual({ type: 'CredentialForged' })
    expect(await faultOf(credential, keys, 'p-2')).toStrictEqual({ type: 'CredentialOfAnotherPoll', given: 'p-1', expected: 'p-2' })
    expect(await faultOf({ ...credential, pollId: 'p-2' }, keys, 'p-2')).toStrictEqual({ type: 'CredentialForged' })
  })
})

describe('the issuer', () => {
  it('answers one request always alike, and as the library of RFC 9474 computes it', async () => {
    const [{ request } = { request: '' }] = voters
    const answers = [await signRequest(keys.privateKey, request)(), await signRequest(keys.privateKey, request)()]
    const slowly = E.right(hexadecimalOf(await suite.blindSign(keys.privateKey, bytesOf(request))))
    expect(answers).toStrictEqual([slowly, slowly])
    expect(requestHash(request)).toMatch(/^[0-9a-f]{64}$/)
  })
  it('sees requests that fit each credential equally well: for each pair there is a blinding that joins them', async () => {
    const { n = '' } = right(await exportKey(keys.publicKey)())
    const modulus = whole(Buffer.from(n, 'base64url').toString('hex'))
    for (const { request } of voters) {
      const answer = whole(rawSignature(keys.privateKey, request))
      for (const { credential } of voters) {
        const signature = whole(credential.signature)
        const blinding = (answer * inverseOf(signature, modulus)) % modulus
        expect((toPublicExponent(signature, modulus) * toPublicExponent(blinding, modulus)) % modulus).toBe(whole(request))
      }
    }
  })
  it('cannot see for which poll it signs: hence one key for each poll', async () => {
    const { credential } = await issue(keys, 'p-2')
    expect(await faultOf(credential, keys, 'p-2')).toBeUndefined()
  })
  it.each([
    ['no hexadecimal digits', 'zz'],
    ['nothing', ''],
    ['a number beyond the modulus', 'ff'.repeat(256)],
  ])('does not sign %s', async (_, request) => {
    expect(await signRequest(keys.privateKey, request)()).toMatchObject(E.left({ type: 'NotSigned' }))
  })
  it('does not sign with a public key', async () => {
    expect(await signRequest(keys.publicKey, voters[0]?.request ?? '')()).toMatchObject(E.left({ type: 'NotSigned' }))
  })
})

describe('the voter', () => {
  it('notices an answer that is no signature of the request', async () => {
    const { request, secret } = right(await requestCredential(keys.publicKey, 'p-1')())
    const wrong = rawSignature(others.privateKey, request)
    for (const answer of [wrong, request, '00', 'zz'])
      expect(await finaliseCredential(keys.publicKey, secret, answer)()).toMatchObject(E.left({ type: 'NotFinalised' }))
  })
  it('draws another serial, prefix and blinding for each request', () => {
    const drawn = voters.flatMap(({ request, secret }) => [request, secret.serial, secret.prefix, secret.inverse])
    expect(new Set(drawn).size).toBe(drawn.length)
  })
  it('cannot ask with a private key or for a poll whose id is no text', async () => {
    expect(await requestCredential(keys.privateKey, 'p-1')()).toMatchObject(E.left({ type: 'NotBlinded' }))
    expect(await requestCredential(keys.publicKey, '\ud800')()).toMatchObject(E.left({ type: 'NotBlinded' }))
  })
})

describe('keys', () => {
  it('go out and come in as JSON', async () => {
    const [secret, open] = [right(await exportKey(keys.privateKey)()), right(await exportKey(keys.publicKey)())]
    const read = { privateKey: right(await importPrivateKey(secret)()), publicKey: right(await importPublicKey(open)()) }
    expect(await faultOf((await issue(read, 'p-1')).credential)).toBeUndefined()
    const fromSecret = right(await importPublicKey(secret)())
    expect(right(await exportKey(fromSecret)())).toStrictEqual(open)
  })
  it('are refused when short, of another exponent, or no keys', async () => {
    const parameters = { name: 'RSA-PSS', hash: 'SHA-384' } as const
    const made = async (modulusLength: number, publicExponent: Uint8Array<ArrayBuffer>) => {
      const pair = await crypto.subtle.generateKey({ ...parameters, modulusLength, publicExponent }, true, ['sign', 'verify'])
      return right(await exportKey(pair.privateKey)())
    }
    const [short, odd] = [await made(1024, Uint8Array.of(1, 0, 1)), await made(2048, Uint8Array.of(3))]
    for (const jwk of [short, odd, {}, { kty: 'oct', k: 'AAAA' }, { kty: 'RSA', n: 'AAAA', e: 'AQAB' }])
      for (const read of [importPrivateKey, importPublicKey]) expect(await read(jwk)()).toMatchObject(E.left({ type: 'KeyNotUsable' }))
    expect(await generateIssuerKeys(1024)()).toMatchObject(E.left({ type: 'KeyNotUsable' }))
  })
})

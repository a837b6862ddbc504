import { afterEach, describe, expect, it, vi } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { bytesOf, hexadecimalOf } from './hexadecimal.ts'
import { importPrivateKey, importPublicKey } from './index.ts'
import { inverseOf, whole } from './modular.fixture.ts'
import { vector } from './rfc9474.fixture.ts'
import { signRequest } from './sign-request.ts'
import { suite } from './suite.ts'
import { signatureCheck } from './verify-credential.ts'

const base64 = (number: bigint): string => {
  const text = number.toString(16)
  return Buffer.from(text.padStart(text.length + (text.length % 2), '0'), 'hex').toString('base64url')
}

const [p, q, d, n] = [vector.p, vector.q, vector.d, vector.n].map(whole)
if (p === undefined || q === undefined || d === undefined || n === undefined) throw new Error('unreachable')
const publicPart = { kty: 'RSA', n: base64(n), e: base64(whole(vector.e)) }
const crt = { d: base64(d), p: base64(p), q: base64(q), dp: base64(d % (p - 1n)), dq: base64(d % (q - 1n)), qi: base64(inverseOf(q, p)) }

const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}
const publicKey = right(await importPublicKey(publicPart)())
const privateKey = right(await importPrivateKey({ ...publicPart, ...crt })())
const prepared = bytesOf(vector.msg_prefix + vector.msg)

describe('the test vector of RFC 9474, A.1', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })
  it('is blinded as published, with the published prefix, salt and blinding', async () => {
    const blinding = inverseOf(whole(vector.inv), n).toString(16).padStart(vector.n.length, '0')
    const drawn = [vector.msg_prefix, vector.salt, blinding]
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      const bytes = bytesOf(drawn.shift() ?? '')
      if (array instanceof Uint8Array) array.set(bytes)
      return array
    })
    const given = suite.prepare(bytesOf(vector.msg))
    const { blindedMsg, inv } = await suite.blind(publicKey, given)
    expect(hexadecimalOf(given)).toBe(vector.msg_prefix + vector.msg)
    expect([hexadecimalOf(blindedMsg), hexadecimalOf(inv)]).toStrictEqual([vector.blinded_msg, vector.inv])
  })
  it('is signed by the issuer as published', async () => {
    expect(await signRequest(privateKey, vector.blinded_msg)()).toStrictEqual(E.right(vector.blind_sig))
  })
  it('is finalised as published', async () => {
    const signature = await suite.finalize(publicKey, prepared, bytesOf(vector.blind_sig), bytesOf(vector.inv))
    expect(hexadecimalOf(signature)).toBe(vector.sig)
  })
  it('is accepted by both checks, and not with one bit changed', async () => {
    const isSigned = signatureCheck(publicKey)
    const signature = bytesOf(vector.sig)
    expect([isSigned(prepared, signature), await suite.verify(publicKey, signature, prepared)]).toStrictEqual([true, true])
    for (const place of [0, 100, 511]) {
      const changed = Uint8Array.from(signature, (byte, at) => (at === place ? byte ^ 1 : byte))
      expect([isSigned(prepared, changed), await suite.verify(publicKey, changed, prepared)]).toStrictEqual([false, false])
    }
  })
})

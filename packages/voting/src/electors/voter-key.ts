import { createHmac } from 'node:crypto'

const fewestBytes = 16

/**
 * The key of a person on one roll: HMAC-SHA-256 of what identifies their attestation (the number of a register, never a name
 * alone), under a secret of that roll. One person has one key, however often they are attested; without the secret nobody
 * finds the person of a key, or the keys of one person on two rolls.
 *
 * Errors: throws `RangeError` for a secret of fewer than 16 bytes, with which keys could be tried out, and for no attestation.
 * Source: RFC 2104.
 * @example voterKeyOf('a secret of this roll only', 'resident 4711').length // => 64
 */
export const voterKeyOf = (secret: string, attestation: string): string => {
  if (Buffer.byteLength(secret, 'utf8') < fewestBytes) throw new RangeError(`a secret has at least ${fewestBytes} bytes`)
  if (attestation === '') throw new RangeError('an attestation is not empty')
  return createHmac('sha256', secret).update(attestation, 'utf8').digest('hex')
}

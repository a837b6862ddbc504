import { canonicalText } from '@isegoria/kernel'
import type { CredentialFault } from './failure.ts'
import { bytesOf, isHexadecimal } from './hexadecimal.ts'
import { prefixBytes, serialBytes } from './suite.ts'

/** What a voter shows to cast a ballot without saying who they are. All bytes in lower-case hexadecimal digits. */
export interface Credential {
  readonly pollId: string
  /** 32 random bytes, chosen by the voter and unknown to the issuer. */
  readonly serial: string
  /** The 32 random bytes that stand before the message, as RFC 9474 prepares it. */
  readonly prefix: string
  /** Of the issuer, over prefix and message; as long as its modulus. */
  readonly signature: string
}

/**
 * The bytes that are signed, before they are prepared: the canonical JSON (RFC 8785) of poll and serial, in UTF-8. They have
 * one form only, so one credential has one serial.
 *
 * Errors: throws for a poll id with half a surrogate pair, which has no UTF-8.
 * @example
 * new TextDecoder().decode(credentialMessage('p-1', '00ff')) // => '{"credential":"isegoria/1","pollId":"p-1","serial":"00ff"}'
 */
export const credentialMessage = (pollId: string, serial: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(canonicalText({ credential: 'isegoria/1', pollId, serial }), 'utf8'))

/** The prepared message: what the signature of a credential is over. */
export const signedBytes = ({ pollId, serial, prefix }: Omit<Credential, 'signature'>): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...bytesOf(prefix), ...credentialMessage(pollId, serial)])

/** What is wrong with a credential before its signature is looked at. */
export const faultOfForm = ({ pollId, serial, prefix, signature }: Credential, expected: string): CredentialFault | undefined => {
  if (pollId !== expected) return { type: 'CredentialOfAnotherPoll', given: pollId, expected }
  if (!isHexadecimal(serial, serialBytes)) return { type: 'CredentialMalformed', field: 'serial' }
  if (!isHexadecimal(prefix, prefixBytes)) return { type: 'CredentialMalformed', field: 'prefix' }
  return isHexadecimal(signature) ? undefined : { type: 'CredentialMalformed', field: 'signature' }
}

import { RSABSSA } from '@cloudflare/blindrsa-ts'

/** The variant that RFC 9474 §5 recommends: SHA-384, a salt of 48 bytes, and 32 random bytes before the message. */
export const suite = RSABSSA.SHA384.PSS.Randomized()

export const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' } as const
export const saltLength = 48
export const prefixBytes = 32
export const serialBytes = 32

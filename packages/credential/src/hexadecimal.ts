const pairs = /^(?:[0-9a-f]{2})+$/

/** The bytes are written in lower-case hexadecimal digits, the one way that is accepted; `bytes` of them where it is given. */
export const isHexadecimal = (text: string, bytes = text.length / 2): boolean => text.length === 2 * bytes && pairs.test(text)

export const hexadecimalOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Errors: throws `RangeError` for what is not hexadecimal. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  if (!isHexadecimal(text)) throw new RangeError('bytes are written in pairs of lower-case hexadecimal digits')
  return Uint8Array.from(Buffer.from(text, 'hex'))
}

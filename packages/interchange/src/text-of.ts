import { Fault } from './fault.ts'

/** The text of a file, without its byte order mark. Errors: throws `Fault` naming the line where it is not UTF-8. */
export const textOf = (input: string | Uint8Array): string => {
  if (typeof input === 'string') return input.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch {
    throw new Fault(lineOfFaultyByte(input), 'line', 'not valid UTF-8')
  }
}

const lineOfFaultyByte = (bytes: Uint8Array): number => {
  const lossy = new TextDecoder('utf-8').decode(bytes)
  return lossy.slice(0, lossy.indexOf('\uFFFD')).split('\n').length
}

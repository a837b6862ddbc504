import { Fault, quoted } from '../../fault.ts'
import { countOf } from '../voter-count.ts'

/** What the lines `#/Name: value` of a file say; absent where there is no such line. */
export interface CvotesParameters {
  title?: string
  candidates?: ReadonlyArray<string>
  seats?: number
  isRankingImplicit?: boolean
  isWeightAllowed?: boolean
}

/** Characters that no name may hold, since they mean something else. */
export const reserved = /[><=;,#/*^]|\|\|/

const truthOf = (text: string, line: number, name: string): boolean => {
  const value = text.toLowerCase()
  if (value !== 'true' && value !== 'false') throw new Fault(line, name, `${quoted(text)} is neither true nor false`)
  return value === 'true'
}

const candidatesOf = (text: string, line: number, name: string): ReadonlyArray<string> => {
  const candidates = text.split(';').map((candidate) => candidate.trim())
  const known = new Set<string>()
  for (const candidate of candidates) {
    if (candidate === '') throw new Fault(line, name, 'a candidate has no name')
    if (reserved.test(candidate)) throw new Fault(line, name, `the name ${quoted(candidate)} holds one of > < = ; , # / * ^ ||`)
    if (known.has(candidate)) throw new Fault(line, name, `candidate ${quoted(candidate)} stands twice`)
    known.add(candidate)
  }
  return candidates
}

/** The parameter that a name stands for, in any letter case; `title` is our own, which others pass over. */
const parameterOf: Readonly<Record<string, keyof CvotesParameters>> = {
  title: 'title',
  candidates: 'candidates',
  'number of seat': 'seats',
  'number of seats': 'seats',
  'implicit ranking': 'isRankingImplicit',
  'weight allowed': 'isWeightAllowed',
}

/**
 * Reads one line `#/Name: value` into `parameters`. Gives what is odd about it, or nothing.
 *
 * Errors: throws `Fault` for a value that cannot be, and for a parameter that stands twice.
 */
export const readParameter = (text: string, line: number, parameters: CvotesParameters): string | undefined => {
  const colon = text.indexOf(':')
  if (colon === -1) throw new Fault(line, 'parameter', `${quoted(text)} has no ':' between name and value`)
  const [name, value] = [text.slice(2, colon).trim(), text.slice(colon + 1).trim()]
  const key = name.toLowerCase()
  const parameter = Object.hasOwn(parameterOf, key) ? parameterOf[key] : undefined
  if (parameter === undefined) return `the parameter ${quoted(name)} is not known; it is passed over`
  if (parameters[parameter] !== undefined) throw new Fault(line, name, 'the parameter stands twice')
  switch (parameter) {
    case 'title':
      parameters.title = value
      return undefined
    case 'candidates':
      parameters.candidates = candidatesOf(value, line, name)
      return undefined
    case 'seats':
      parameters.seats = countOf(value, line, name)
      return undefined
    case 'isRankingImplicit':
      parameters.isRankingImplicit = truthOf(value, line, name)
      return undefined
    case 'isWeightAllowed':
      parameters.isWeightAllowed = truthOf(value, line, name)
      return undefined
  }
}

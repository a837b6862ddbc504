import type { OptionId } from './option.ts'

/** Numbers options from 0, in the order in which they are first met. */
export interface OptionNumbers {
  readonly numberOf: (id: OptionId) => number
  /** The options that were met, each at the place of its number. */
  readonly options: () => ReadonlyArray<OptionId>
}

/** A power of two. */
const places = 1024

const nothing: ReadonlyArray<OptionId | undefined> = Array.from({ length: places }, () => undefined)

/** More options than these are hardly ever told apart by one letter. */
const few = 48

/** The letters, counted from 0, one of which may tell a few options apart. */
const letters = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

/** Stands for the last three letters. */
const three = -1

/** A place that depends on the length and one letter, or on the last three: so the digits of numbers share no place. */
const placeOf = (id: OptionId, letter: number): number => {
  const { length } = id
  if (length === 0) return 0
  if (letter !== three) return (128 * length + (letter < length ? id.charCodeAt(letter) : 0)) & (places - 1)
  const last = length - 1
  const before = last > 0 ? last - 1 : 0
  const first = last > 1 ? last - 2 : 0
  return (31 * length + 100 * id.charCodeAt(first) + 10 * id.charCodeAt(before) + id.charCodeAt(last)) & (places - 1)
}

/**
 * Numbers the options that ballots name. Each is remembered at a place that its id tells, where to compare is quicker than
 * to look up; the letter that tells it is looked for anew when two options would share a place. Where no letter tells all
 * apart, three do, and options that still share a place take turns in it.
 */
export const optionNumbers = (): OptionNumbers => {
  const numbers = new Map<OptionId, number>()
  const idAt = nothing.slice()
  const numberAt = new Int32Array(places)
  let letter = 0
  const put = (id: OptionId, number: number): void => {
    const place = placeOf(id, letter)
    idAt[place] = id
    numberAt[place] = number
  }
  const chooseLetter = (): void => {
    const tells = (one: number): boolean => new Set([...numbers.keys()].map((id) => placeOf(id, one))).size === numbers.size
    letter = (numbers.size > few ? undefined : letters.find(tells)) ?? three
    idAt.fill(undefined)
    for (const [id, number] of numbers) put(id, number)
  }
  const lookUp = (id: OptionId): number => {
    const known = numbers.get(id)
    const number = known ?? numbers.size
    if (known === undefined) numbers.set(id, number)
    if (letter !== three && idAt[placeOf(id, letter)] !== undefined) chooseLetter()
    else put(id, number)
    return number
  }
  return {
    numberOf: (id) => {
      const place = placeOf(id, letter)
      const there = idAt[place]
      return there !== undefined && there === id ? (numberAt[place] ?? 0) : lookUp(id)
    },
    options: () => [...numbers.keys()],
  }
}

import { marked, profileBuilder } from '@isegoria/election'
import type { Ballot, Election, Option, OptionId } from '@isegoria/election'
import { readBallot, tokensOf } from './read-ballot.ts'
import type { Token } from './read-ballot.ts'

const wholeNumber = (text: string): number | undefined => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined)

const optionsOf = (tokens: ReadonlyArray<Token>): ReadonlyArray<Option> | undefined => {
  const options: Array<Option> = []
  for (let place = 0; place < tokens.length;) {
    const [option, equals, cost] = tokens.slice(place, place + 3)
    if (option?.id === undefined) return undefined
    const isPriced = equals?.sign === '='
    if (isPriced && !/^\d+$/.test(cost?.id ?? '')) return undefined
    options.push({ id: option.id, cost: isPriced ? BigInt(cost?.id ?? '') : 0n })
    place += isPriced ? 3 : 1
  }
  return options
}

interface Read {
  readonly options?: ReadonlyArray<Option>
  readonly budget?: bigint
  readonly decimals?: number
  readonly seats?: number
  readonly lot?: ReadonlyArray<OptionId>
  readonly seed?: string
}

const headerOf = (name: string, text: string): Read | undefined => {
  const tokens = tokensOf(text) ?? []
  const number = wholeNumber(text)
  switch (name) {
    case 'options': {
      const options = optionsOf(tokens)
      return options && { options }
    }
    case 'lot': {
      const lot = optionsOf(tokens)?.map(({ id }) => id)
      return lot && { lot }
    }
    case 'seed': {
      const [word, ...more] = tokens
      return word?.id === undefined || more.length > 0 ? undefined : { seed: word.id }
    }
    case 'budget':
      return /^\d+$/.test(text.trim()) ? { budget: BigInt(text.trim()) } : undefined
    case 'seats':
      return number === undefined ? undefined : { seats: number }
    default:
      return number === undefined ? undefined : { decimals: number }
  }
}

/** A line ends with the line, or with a semicolon that is in no JSON string. */
const linesOf = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/(?:"(?:[^"\\\n]|\\.)*"|[^;\n])+/g)].map(([line]) => line.trim()).filter((line) => line !== '')

/**
 * An election from a short text: how counterexamples are stored, and small elections written in tests.
 *
 * Each line, ended by its end or a semicolon, is a number of voters, a colon, a space, and their ballot:
 *
 * - `a > b > c` ranks in order, `a > b = c` with a level tier (`tiers a > b` where there is none; `rank`, ranks nothing);
 * - `{a, b}` approves, `{}` nobody; `choose a` chooses one, `choose` none;
 * - `a:3 b:1` scores (`score`, scores nothing); `share a:3 b:1` shares out points.
 *
 * Before them may stand what else an election has: `options: a b=300` in their order, with costs where there are any;
 * `budget: 1000`, `decimals: 2`, `seats: 3`, `lot: b a`, `seed: "a text"`. Costs and budget are whole numbers of minor units. Options that
 * are not listed are added in the order in which ballots name them. An id with spaces or signs in it is written as a JSON
 * string. Empty lines are skipped.
 *
 * Errors: throws `RangeError` with the line that cannot be read, and why.
 * @example
 * const { profile, seats, options } = electionOf('seats: 2; 3: {oak, ash}; 2: {elm}')
 * profile.voters // => 5
 * options.map(({ id }) => id) // => ['oak', 'ash', 'elm']
 * seats // => 2
 */
export const electionOf = (text: string): Election => {
  let read: Read = {}
  const builder = profileBuilder()
  const ballots: Array<Ballot> = []
  for (const line of linesOf(text)) {
    const fail = (reason: string): never => {
      throw new RangeError(`'${line}': ${reason}`)
    }
    const [, name = '', rest = ''] =
      /^(options|budget|decimals|seats|lot|seed|\d+):(?:\s+(.*))?$/.exec(line) ??
      fail('a line is `voters: ballot`, or one of options, budget, decimals, seats, lot, seed')
    if (!/^\d/.test(name)) {
      if (name in read) fail(`${name} is given twice`)
      read = { ...read, ...(headerOf(name, rest) ?? fail(`this is no value of ${name}`)) }
      continue
    }
    const weight = wholeNumber(name) ?? 0
    if (weight < 1) fail('a ballot begins with the number of its voters, at least 1')
    const tokens = tokensOf(rest)
    const ballot = tokens === undefined ? undefined : readBallot(tokens)
    if (ballot === undefined) return fail('this is no ballot')
    builder.add(ballot, weight)
    ballots.push(ballot)
  }
  const listed = read.options ?? []
  const others = [...new Set(ballots.flatMap(marked))].filter((id) => listed.every((option) => option.id !== id))
  const options = [...listed, ...others.map((id) => ({ id, cost: 0n }))]
  return { decimals: 0, ...read, options, profile: builder.build() }
}

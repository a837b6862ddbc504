import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../../fault.ts'
import type { BallotFile, BallotFileOption } from '../ballot-file.ts'
import type { NumberedName } from '../options-of.ts'
import { oneLine, tiersOf, writable } from '../writable.ts'
import type { BallotFileNotWritable } from '../writable.ts'
import type { PreflibType } from './preflib-type.ts'

/** Orders, strict or tied, complete or incomplete. */
export type PreflibOrders = Exclude<PreflibType, 'cat'>

const isNumber = (id: string): boolean => /^(?:0|[1-9]\d*)$/.test(id) && Number.isSafeInteger(Number(id))

/** Ids that are numbers and not the names are the numbers to write; a name that repeats its number was none. */
const numbered = (options: ReadonlyArray<BallotFileOption>): ReadonlyArray<NumberedName> =>
  options.some(({ id, name }) => id !== name) && options.every(({ id }) => isNumber(id))
    ? options.map(({ id, name }) => ({ number: Number(id), name: name === id ? '' : name }))
    : options.map(({ name }, place) => ({ number: place + 1, name }))

const orderOf = (tiers: ReadonlyArray<ReadonlyArray<number>>): string =>
  tiers.map((tier) => (tier.length === 1 ? `${tier[0]}` : `{${tier.join(',')}}`)).join(',')

const write = ({ title, options, ballots }: BallotFile, type: PreflibOrders): string => {
  const [isStrict, isComplete] = [type === 'soc' || type === 'soi', type === 'soc' || type === 'toc']
  const alternatives = numbered(options)
  const numbers = new Map(options.map(({ id }, place) => [id, alternatives[place]?.number ?? 0]))
  if (numbers.size === 0) throw new Fault(0, 'option', 'there is no option')
  const numberOf = (id: string): number => {
    const number = numbers.get(id)
    if (number === undefined) throw new Fault(0, 'ballot', `${quoted(id)} is no option`)
    return number
  }
  const orders = ballots.map(({ ballot, count }) => {
    const tiers = tiersOf(ballot)
    if (isStrict && tiers.some(({ length }) => length > 1)) throw new Fault(0, 'ballot', `options are level, and .${type} has strict orders only`)
    const size = tiers.reduce((sum, { length }) => sum + length, 0)
    if (isComplete && size !== options.length)
      throw new Fault(0, 'ballot', `${size} of ${options.length} options are ranked, and .${type} has complete orders only`)
    return `${count}: ${orderOf(tiers.map((tier) => tier.map(numberOf)))}`
  })
  const header = [
    `# TITLE: ${oneLine(title, 'title')}`,
    `# DATA TYPE: ${type}`,
    `# NUMBER ALTERNATIVES: ${options.length}`,
    `# NUMBER VOTERS: ${ballots.reduce((sum, { count }) => sum + count, 0)}`,
    `# NUMBER UNIQUE ORDERS: ${ballots.length}`,
    ...alternatives.map(({ number, name }) => `# ALTERNATIVE NAME ${number}: ${oneLine(name, 'option')}`),
  ]
  return [...header, ...orders, ''].join('\n')
}

/**
 * The file in a form of PrefLib, which `readPreflib` reads as it was: one line for each entry of `ballots`.
 *
 * Options are numbered from 1 unless their ids are numbers already. Seats, what unranked means, an order for ties, notes
 * and withdrawals have no place in it. Errors: ballots that are no rankings, have ties where `type` has none, or are
 * incomplete where it has only complete ones.
 * Source: Mattei and Walsh, "PrefLib: A Library for Preferences", ADT 2013, https://doi.org/10.1007/978-3-642-41575-3_20
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readCvotes('Ann > Bob = Cora * 42', 'board.cvotes')
 * const written = E.isRight(read) ? writePreflib(read.right, 'toc') : undefined
 * written !== undefined && E.isRight(written) && written.right.split('\n')[8] // => '42: 1,{2,3}'
 */
export const writePreflib = (file: BallotFile, type: PreflibOrders): Either<BallotFileNotWritable, string> => writable(() => write(file, type))

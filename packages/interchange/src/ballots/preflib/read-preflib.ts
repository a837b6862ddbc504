import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../../fault.ts'
import { linesOf } from '../../lines.ts'
import type { Lines } from '../../lines.ts'
import { textOf } from '../../text-of.ts'
import type { BallotFile, BallotFileRejection, CountedBallot } from '../ballot-file.ts'
import { optionsOf } from '../options-of.ts'
import { orderOver } from '../order.ts'
import { refusable } from '../refusable.ts'
import { countOf, voterCount } from '../voter-count.ts'
import { oldPreflibHeader } from './old-preflib-header.ts'
import { preflibBallot } from './preflib-ballot.ts'
import { isHeaderLine, preflibHeaderReader } from './preflib-header.ts'
import type { PreflibHeader } from './preflib-header.ts'
import { preflibTypeOfName, preflibTypes } from './preflib-type.ts'
import type { PreflibType } from './preflib-type.ts'
import { scanOrder } from './scan-order.ts'

type Notes = Array<{ readonly line: number; readonly note: string }>

interface Headed {
  readonly header: PreflibHeader
  /** What stands between the count and the order. */
  readonly separator: string
  /** The first line that is no part of the header. */
  readonly content: string | undefined
}

const readHeader = ({ next, line }: Lines): Headed => {
  const reader = preflibHeaderReader()
  for (let content = next(); ; content = next()) {
    if (content === undefined || (content.trim() !== '' && !content.startsWith('#'))) {
      if (line() === 0) throw new Fault(0, 'line', 'the file is empty')
      if (content !== undefined && /^\s*\d+\s*$/.test(content)) return { ...oldPreflibHeader(content, { next, line }), separator: ',' }
      return { header: reader.header(), separator: ':', content }
    }
    reader.add(content, line())
  }
}

const typeOf = ({ type, typeLine }: PreflibHeader, file: string, notes: Notes): PreflibType => {
  const told = preflibTypeOfName(file)
  if (type === undefined) {
    if (told === undefined)
      throw new Fault(0, 'DATA TYPE', `neither the header nor the name of the file says which of ${preflibTypes.join(', ')} it is`)
    return told
  }
  if (told !== undefined && told !== type)
    notes.push({ line: typeLine, note: `the file is called .${told}; it is read as ${type}, as its header says` })
  return type
}

const read = (input: string | Uint8Array, file: string): BallotFile => {
  const lines = linesOf(textOf(input))
  const { header, separator, content } = readHeader(lines)
  const notes: Notes = []
  const type = typeOf(header, file, notes)
  const { alternatives, categories } = header
  const options = optionsOf(alternatives)
  const places = new Map(alternatives.map(({ number }, place) => [number, place]))
  const order = orderOver(options.map(({ id }) => id))
  const ballotOf = preflibBallot({ type, alternatives: alternatives.length, categories })
  const voters = voterCount()
  const ballots: Array<CountedBallot> = []
  const readLine = (text: string, line: number): void => {
    const end = text.indexOf(separator)
    if (end === -1) throw new Fault(line, 'count', `there is no '${separator}' after the number of voters in ${quoted(text)}`)
    const count = countOf(text.slice(0, end).trim(), line, 'count')
    voters.add(count, line)
    scanOrder(text, end + 1, line, order, places)
    ballots.push({ ballot: ballotOf(order, line), count })
  }
  for (let text = content; text !== undefined; text = lines.next()) {
    if (text.startsWith('#')) {
      if (isHeaderLine(text)) throw new Fault(lines.line(), 'header', 'a line of the header stands after the first ballot')
    } else if (text.trim() !== '') readLine(text, lines.line())
  }
  const announced = header.voters
  if (announced !== undefined && announced.number !== voters.total())
    throw new Fault(announced.line, announced.key, `${announced.number} announced, ${voters.total()} found: the file is truncated or was changed`)
  const orders = header.uniqueOrders
  if (orders !== undefined && orders.number !== ballots.length)
    notes.push({ line: orders.line, note: `${orders.key}: ${orders.number} announced, ${ballots.length} lines found` })
  return { title: header.title, options, ballots, withdrawn: [], notes }
}

/**
 * Reads a PrefLib file (.soc, .soi, .toc, .toi, .cat), in the form with `# KEY: value` or the older one without, wholly
 * or not at all.
 *
 * The header's DATA TYPE decides what the lines are, else the file's name. Strict orders become ordinal ballots, tied
 * ones weak orders. Two categories become approval ballots of the first one; any other number of them become scores, from
 * 0 for the last category upwards, and what a line puts into no category has no score. The file does not say what an
 * unranked alternative means, so neither does this. An option's id is its name, or its number where two share a name.
 * Tolerated: spaces, a comma at the end of a line, a number of orders that is not the number of lines (noted).
 * Errors: the first fault with line and field. Cost: linear in the file.
 * Source: Mattei and Walsh, "PrefLib: A Library for Preferences", ADT 2013, https://doi.org/10.1007/978-3-642-41575-3_20
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readPreflib('# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n42: 2,1\n', 'board.soi')
 * E.isRight(read) && read.right.ballots // => [{ ballot: { type: 'ordinal', ranking: ['Bob', 'Ann'] }, count: 42 }]
 */
export const readPreflib = (input: string | Uint8Array, file: string): Either<BallotFileRejection, BallotFile> =>
  refusable(file, () => read(input, file))

import type { Either } from '@isegoria/kernel'
import { Fault, quoted } from '../../fault.ts'
import type { BallotFile } from '../ballot-file.ts'
import { oneLine, tiersOf, writable } from '../writable.ts'
import type { BallotFileNotWritable } from '../writable.ts'
import { reserved } from './cvotes-parameters.ts'

/** What each id is written as: names where no two are the same, else ids. */
const writtenNames = ({ options }: BallotFile): ReadonlyMap<string, string> => {
  const areDistinct = new Set(options.map(({ name }) => name)).size === options.length
  return new Map(
    options.map(({ id, name }) => {
      const written = oneLine(areDistinct ? name : id, 'option')
      if (written === '' || reserved.test(written))
        throw new Fault(0, 'option', `the name ${quoted(written)} is empty or holds one of > < = ; , # / * ^ ||`)
      return [id, written]
    }),
  )
}

const write = (file: BallotFile): string => {
  const names = writtenNames(file)
  if (names.size === 0) throw new Fault(0, 'option', 'there is no option')
  const nameOf = (id: string): string => {
    const name = names.get(id)
    if (name === undefined) throw new Fault(0, 'ballot', `${quoted(id)} is no option`)
    return name
  }
  const lines = file.title === '' ? [] : [`#/Title: ${oneLine(file.title, 'title')}`]
  lines.push(`#/Candidates: ${[...names.values()].join(' ; ')}`)
  if (file.seats !== undefined) lines.push(`#/Number of Seats: ${file.seats}`)
  lines.push(`#/Implicit Ranking: ${file.unranked !== 'ignored'}`, '#/Weight Allowed: false', '')
  for (const { ballot, count } of file.ballots) {
    const ranking = tiersOf(ballot).map((tier) => tier.map(nameOf).join(' = '))
    lines.push(`${ranking.length === 0 ? '/EMPTY_RANKING/' : ranking.join(' > ')} * ${count}`)
  }
  return `${lines.join('\n')}\n`
}

/**
 * The file in the Condorcet Election Format (.cvotes), which `readCvotes` reads as it was: one line for each entry of
 * `ballots`. The title is a parameter of our own, which other readers pass over.
 *
 * Candidates are written by name, or by id where two share a name. Where the file does not say what an unranked option
 * means, this one says what the format takes for granted: it is last. Notes, an order for ties and withdrawals have no
 * place in it. Errors: ballots that are no rankings, and names that hold a character which the format reserves.
 * Source: https://github.com/CondorcetVote/CondorcetElectionFormat
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readCvotes('Ann > Bob = Cora * 42', 'board.cvotes')
 * const written = E.isRight(read) ? writeCvotes(read.right) : undefined
 * written !== undefined && E.isRight(written) && written.right.split('\n')[4] // => 'Ann > Bob = Cora * 42'
 */
export const writeCvotes = (file: BallotFile): Either<BallotFileNotWritable, string> => writable(() => write(file))

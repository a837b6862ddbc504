import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { readAbcvoting } from './abcvoting.ts'
import type { BallotFile, BallotFileRejection } from './ballot-file.ts'
import { readBlt } from './blt.ts'
import { readBallotCsv } from './csv/read-ballot-csv.ts'
import type { BallotCsvReading } from './csv/read-ballot-csv.ts'
import { readCvotes } from './cvotes/read-cvotes.ts'
import { readPreflib } from './preflib/read-preflib.ts'

type Reader = (bytes: Uint8Array, file: string, reading: BallotCsvReading) => Either<BallotFileRejection, BallotFile>

const readers: Readonly<Record<string, Reader>> = {
  soc: readPreflib,
  soi: readPreflib,
  toc: readPreflib,
  toi: readPreflib,
  cat: readPreflib,
  cvotes: readCvotes,
  blt: readBlt,
  yaml: readAbcvoting,
  yml: readAbcvoting,
  csv: readBallotCsv,
}

/**
 * Reads a file of ballots by the reader that the end of its name tells, in any letter case: PrefLib, Condorcet Election
 * Format, .blt, abcvoting, CSV. `reading` is for CSV only.
 *
 * Errors: those of the reader, and a name that ends in none of them.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const read = readBallotFile(new TextEncoder().encode('Ann,Bob\nx,\nx,x\n'), 'board.csv')
 * E.isRight(read) && read.right.ballots.length // => 2
 * readBallotFile(new Uint8Array(), 'board.doc') // => E.left({ type: 'BallotFileRejected', file: 'board.doc', line: 0, field: 'name', reason: 'the name ends in none of .soc .soi .toc .toi .cat .cvotes .blt .yaml .yml .csv' })
 */
export const readBallotFile = (bytes: Uint8Array, file: string, reading: BallotCsvReading = {}): Either<BallotFileRejection, BallotFile> => {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined
  if (reader !== undefined) return reader(bytes, file, reading)
  const known = Object.keys(readers).map((name) => `.${name}`)
  return E.left({ type: 'BallotFileRejected', file, line: 0, field: 'name', reason: `the name ends in none of ${known.join(' ')}` })
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PastElection } from '@isegoria/election'
import { describePabulibRejection, officialNotes, pabulibPastElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile, PabulibNote } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { isSpecial } from './is-special.ts'
import { CommandRefused } from './terminal.ts'

/** A file's bytes. Errors: `CommandRefused` naming the file. */
export const bytesOf = (path: string): Uint8Array => {
  if (isSpecial(path)) throw new CommandRefused(`${path}: no regular file`)
  try {
    return readFileSync(path)
  } catch (thrown) {
    throw new CommandRefused(`${path}: cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

const pabulibOf = (path: string, bytes: Uint8Array): PabulibFile => {
  const read = readPabulib(bytes, path)
  if (E.isLeft(read)) throw new CommandRefused(describePabulibRejection(read.left))
  return read.right
}

/** Reads a .pb file. Errors: `CommandRefused` naming file, line, field and reason. */
export const readElectionFile = (path: string): PabulibFile => pabulibOf(path, bytesOf(path))

/** An election read from a file, and what is needed to hold it here and to say where the file is at fault. */
export interface ReadPastElection {
  readonly path: string
  readonly past: PastElection
  /** Follows from the bytes of the file. */
  readonly fileId: string
  /** What is odd about the file and was tolerated: a sentence for each kind, naming the first place. */
  readonly notes: ReadonlyArray<string>
  /** The line of each key of META. */
  readonly metaLines: Readonly<Record<string, number>>
}

/** Notes as sentences, one for each kind, naming the first place. */
export const described = (path: string, notes: ReadonlyArray<PabulibNote>): ReadonlyArray<string> => {
  const lines = new Map<string, Array<number>>()
  for (const { line, note } of notes) {
    const known = lines.get(note)
    if (known === undefined) lines.set(note, [line])
    else known.push(line)
  }
  return [...lines].map(([note, [first, ...more]]) => `${path}:${first}: ${note}${more.length === 0 ? '' : `, as on ${more.length} more lines`}`)
}

/** An id that follows from the file's bytes, so that two imports of one file are the same consultation. */
const idOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

/** A .pb file as an election to be held again, with the id that its bytes give it unless one is named. */
export const readPastElection = (path: string, consultationId?: string): ReadPastElection => {
  const bytes = bytesOf(path)
  const fileId = idOfFile(bytes)
  const file = pabulibOf(path, bytes)
  const past = pabulibPastElection(file, consultationId ?? fileId)
  return { path, past, fileId, notes: described(path, [...file.notes, ...officialNotes(file)]), metaLines: file.metaLines }
}

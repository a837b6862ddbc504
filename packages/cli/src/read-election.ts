import { readFileSync } from 'node:fs'
import { chooseRule, rules } from '@isegoria/deliberation'
import type { ChosenRule, PastElection } from '@isegoria/deliberation'
import { describePabulibRejection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { idOfFile, pastElectionOfPabulib } from './past-election-of-pabulib.ts'
import { CommandRefused } from './terminal.ts'

const bytesOf = (path: string): Uint8Array => {
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

/** A .pb file as an election to be held again, with the id that its bytes give it unless one is named. */
export const readPastElection = (
  path: string,
  consultationId?: string,
): { readonly past: PastElection; readonly chosen: ChosenRule; readonly fileId: string } => {
  const bytes = bytesOf(path)
  const fileId = idOfFile(bytes)
  const past = pastElectionOfPabulib(pabulibOf(path, bytes), consultationId ?? fileId)
  const chosen = chooseRule(rules, past.rule.id, past.rule.parameters)
  if (E.isLeft(chosen)) throw new CommandRefused(`${path}: ${JSON.stringify(chosen.left)}`)
  return { past, chosen: chosen.right, fileId }
}

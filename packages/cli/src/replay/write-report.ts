import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { ReplayedLog, WhatIf } from '@isegoria/deliberation'
import { comparisonPage } from '@isegoria/report'
import type { Comparison } from '@isegoria/report'
import { linkTarget } from '../link-target.ts'
import { CommandRefused } from '../terminal.ts'
import { flagsOf } from './changes-of.ts'

const inShell = (text: string): string => (/^[\w./:=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** The command that makes the page again, for a file in the current folder. */
const commandOf = (source: string, rules: ReadonlyArray<string>, changes: WhatIf, page: string): string =>
  [
    'npx -p @isegoria/cli isegoria replay',
    inShell(basename(source)),
    ...rules.flatMap((rule) => ['--rule', inShell(rule)]),
    ...flagsOf(changes).map(inShell),
    '--report',
    inShell(basename(page)),
  ].join(' ')

const isSameFile = (left: string, right: string): boolean => {
  const [l, r] = [left, right].map((path) => statSync(path, { throwIfNoEntry: false }))
  return l !== undefined && r !== undefined && l.dev === r.dev && l.ino === r.ino
}

/** Writes beside the place and then puts it there, so that a full disk leaves what was there; what is no file is written to as it is. */
const writeWhole = (page: string, html: string): void => {
  const found = statSync(page, { throwIfNoEntry: false })
  if (found !== undefined && !found.isFile()) {
    writeFileSync(page, html)
    return
  }
  const place = linkTarget(resolve(page))
  const beside = `${place}.writing-${randomUUID()}`
  try {
    writeFileSync(beside, html, found === undefined ? {} : { mode: found.mode })
    renameSync(beside, place)
  } catch (thrown) {
    rmSync(beside, { force: true })
    throw thrown
  }
}

/** Writes the page of a replay. Errors: `CommandRefused` when the file cannot be written. */
export const writeReport = (
  page: string,
  {
    source,
    log,
    rules,
    changes = {},
    polls,
  }: {
    readonly source: string
    readonly log: ReplayedLog
    readonly rules: ReadonlyArray<string>
    readonly changes?: WhatIf | undefined
    readonly polls: ReadonlyArray<Comparison>
  },
): void => {
  const { title, events, hash } = log
  const html = comparisonPage({ title, source: basename(source), events, hash, command: commandOf(source, rules, changes, page), polls })
  try {
    if (isSameFile(page, source)) throw new Error('it is what is replayed')
    writeWhole(page, html)
  } catch (thrown) {
    throw new CommandRefused(`${page}: the page cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

import { randomUUID } from 'node:crypto'
import { linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CommandRefused } from './terminal.ts'

/** A log that grows beside its place, so that even a killed import leaves nothing under its name. */
export interface NewLog {
  readonly path: string
  /** Puts the whole log in its place. Errors: `CommandRefused` when something stands there by now, or it cannot be put there. */
  readonly finish: () => void
  readonly discard: () => void
}

const removeLog = (path: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true })
}

/** Whether a log may be made there: nothing stands there, or an empty file. */
export const isFree = (path: string): boolean => {
  try {
    const found = statSync(path)
    return found.isFile() && found.size === 0
  } catch {
    return true
  }
}

const mark = '.importing-'
const oneDay = 24 * 60 * 60 * 1000

const namesIn = (folder: string): ReadonlyArray<string> => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const isOlderThanADay = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && Date.now() - found.mtimeMs > oneDay
}

const leftover = /^\d+-[0-9a-f-]{36}(-wal|-shm|-journal)?$/

/** Removes what imports into `log` left behind more than a day ago; a younger one may be of an import that still runs, even on another machine. */
const sweep = (log: string): void => {
  const prefix = `${basename(log)}${mark}`
  for (const name of namesIn(dirname(log))) {
    const path = join(dirname(log), name)
    if (name.startsWith(prefix) && leftover.test(name.slice(prefix.length)) && isOlderThanADay(path)) rmSync(path, { force: true })
  }
}

const codeOf = (thrown: unknown): unknown => (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined)

/** File systems without links answer one of these. */
const linkless: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'])

/** Puts the file `from` at `to`, which it replaces only where that is empty. Gives whether it is there now. */
const publish = (from: string, to: string): boolean => {
  try {
    linkSync(from, to)
    rmSync(from)
    return true
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST' && !linkless.has(codeOf(thrown))) throw thrown
    if (!isFree(to)) return false
    renameSync(from, to)
    return true
  }
}

/** Begins a log at a place that is free; `named` is what the user calls it. */
export const newLog = (log: string, named = log): NewLog => {
  const path = `${log}${mark}${process.pid}-${randomUUID()}`
  return {
    path,
    finish: () => {
      let isPublished: boolean
      try {
        isPublished = publish(path, log)
      } catch (thrown) {
        throw new CommandRefused(`${named}: the log cannot be put in its place: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
      }
      if (!isPublished) throw new CommandRefused(`${named} was made by somebody else meanwhile; nothing was changed`)
      sweep(log)
    },
    discard: () => removeLog(path),
  }
}

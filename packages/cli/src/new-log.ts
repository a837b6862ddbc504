import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CommandRefused } from './terminal.ts'

/** A log that grows beside its place, so that even a killed import leaves nothing under its name. */
export interface NewLog {
  readonly path: string
  /** Puts the whole log in its place. Errors: `CommandRefused` when something stands there by now. */
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

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0)
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code !== 'ESRCH'
  }
}

const mark = '.importing-'

const namesIn = (folder: string): ReadonlyArray<string> => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes what imports into `log` left behind whose process was killed. */
const sweep = (log: string): void => {
  const prefix = `${basename(log)}${mark}`
  for (const name of namesIn(dirname(log))) {
    const id = name.startsWith(prefix) ? /^\d+$/.exec(name.slice(prefix.length))?.[0] : undefined
    if (id !== undefined && !isRunning(Number(id))) removeLog(join(dirname(log), name))
  }
}

/** Begins a log whose place is free. */
export const newLog = (log: string): NewLog => {
  const path = `${log}${mark}${process.pid}`
  return {
    path,
    finish: () => {
      if (!isFree(log)) throw new CommandRefused(`${log} was made by somebody else meanwhile; nothing was changed`)
      renameSync(path, log)
      sweep(log)
    },
    discard: () => removeLog(path),
  }
}

import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Workplace } from './workplace.ts'

/** One stage of a whole run in a process of its own. */
interface Stage {
  readonly stage: string
  /** Milliseconds. */
  readonly time: number
  /** The most memory that the process had held by then, in bytes. */
  readonly peak: number
}

export interface WholeRun {
  readonly file: string
  readonly stages: ReadonlyArray<Stage>
}

const execute = promisify(execFile)
const program = fileURLToPath(new URL('whole-run.ts', import.meta.url))

/** Import, replay and tally of a file in a fresh process. */
export const wholeRun = async (place: Workplace, name: string, file: string): Promise<WholeRun> => {
  place.removeLog('whole.db')
  const { stdout } = await execute(process.execPath, ['--conditions=@isegoria/source', program, file, place.path('whole.db')])
  return { file: name, stages: JSON.parse(stdout) }
}

/** Writes a .pb file with each ballot `times` times, each time by another voter. */
export const multiplied = async (file: string, times: number, to: string): Promise<void> => {
  const out = createWriteStream(to)
  let section = ''
  let line = 0
  for await (const text of createInterface({ input: createReadStream(file) })) {
    if (['META', 'PROJECTS', 'VOTES'].includes(text.trim())) [section, line] = [text.trim(), 0]
    else line++
    const isVote = section === 'VOTES' && line > 1
    const [key, value, ...rest] = text.split(';')
    const isCount = section === 'META' && key === 'num_votes'
    if (isCount) out.write(`${[key, Number(value) * times, ...rest].join(';')}\n`)
    else if (!isVote) out.write(`${text}\n`)
    else for (let copy = 0; copy < times; copy++) if (!out.write(`${copy}-${text}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

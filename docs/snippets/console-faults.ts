import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root } from './collect.ts'
import { argumentsOf, exchangesOf, isPrinted, notPrinted } from './dialogue.ts'
import type { Exchange } from './dialogue.ts'
import { scratchFolder } from './scratch.ts'
import type { Fault, Snippet } from './snippet.ts'

interface Answer {
  readonly printed: string
  readonly code: number
}

const main = join(root, 'packages/cli/src/main.ts')

const isegoria = (args: ReadonlyArray<string>, cwd: string): Promise<Answer> =>
  new Promise((done) => {
    execFile(process.execPath, ['--conditions=@isegoria/source', main, ...args], { cwd, timeout: 60_000 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ printed: `${stdout}${stderr}`, code })
    })
  })

const answer = (command: string, folder: string, before: number): Promise<Answer> | undefined => {
  if (command === 'echo $?') return Promise.resolve({ printed: `${before}\n`, code: 0 })
  const args = argumentsOf(command)
  return args === undefined ? undefined : isegoria(args, folder)
}

const faultOf = ({ file, line, expected }: Exchange, { printed }: Answer): ReadonlyArray<Fault> =>
  isPrinted(expected, printed) ? [] : [{ file, line, reason: notPrinted(expected.join('\n'), printed) }]

/** Holds the dialogues of one page in their order, in one folder; a command that fails must be followed by `echo $?`. */
export const consoleFaults = async (dialogues: ReadonlyArray<Snippet>, parent: string): Promise<ReadonlyArray<Fault>> => {
  const folder = scratchFolder(parent)
  const faults: Array<Fault> = []
  const exchanges = dialogues.flatMap(exchangesOf)
  let before = 0
  for (const [place, exchange] of exchanges.entries()) {
    const { file, line, command } = exchange
    const given = await answer(command, folder, before)
    if (given === undefined) {
      faults.push({ file, line, reason: `'${command}' is no command that a page can show here; fence it as text` })
      continue
    }
    before = given.code
    faults.push(...faultOf(exchange, given))
    if (given.code !== 0 && exchanges[place + 1]?.command !== 'echo $?')
      faults.push({ file, line, reason: `ends with exit code ${given.code}, and no 'echo $?' says so` })
  }
  return faults
}

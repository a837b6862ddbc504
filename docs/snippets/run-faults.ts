import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPrinted, notPrinted } from './dialogue.ts'
import { placeInPage } from './module-of.ts'
import type { Module } from './module-of.ts'
import type { Fault } from './snippet.ts'

interface Answer {
  readonly path: string
  readonly printed: string
  readonly error?: string
}

const longest = 120_000

const runAll = (list: string, answers: string): Promise<string> =>
  new Promise((done) => {
    const flags = ['--conditions=@isegoria/source', '--disable-warning=ExperimentalWarning']
    const args = [...flags, join(import.meta.dirname, 'run-modules.ts'), list, answers]
    execFile(process.execPath, args, { timeout: longest, maxBuffer: 64 * 1024 * 1024 }, (error, _, stderr) =>
      done(error === null ? '' : `${error.message}\n${stderr}`),
    )
  })

/** Where in the page an error was thrown: the first line of its stack that lies in the module. */
const placeOfError = (module: Module, error: string): Pick<Fault, 'file' | 'line'> => {
  const [, after] = error.split(`${module.path}:`, 2)
  const line = /^\d+/.exec(after ?? '')?.[0]
  return placeInPage(module, line === undefined ? 2 : Number(line))
}

const faultOfPrint = (module: Module, printed: string): ReadonlyArray<Fault> => {
  const { prints } = module.snippet
  if (prints === undefined || isPrinted(prints.split('\n'), printed)) return []
  return [{ ...placeInPage(module, 2), reason: notPrinted(prints, printed) }]
}

const place = /^(?:Error: )?\S+:\d+: /

/** Runs the modules one after another in one process of Node and gives what they threw, or printed otherwise than written. */
export const runFaults = async (modules: ReadonlyArray<Module>, folder: string): Promise<ReadonlyArray<Fault>> => {
  const [list, answers] = [join(folder, 'modules.json'), join(folder, 'answers.json')]
  writeFileSync(list, JSON.stringify(modules.map(({ path }) => path)))
  writeFileSync(answers, '[]')
  const crash = await runAll(list, answers)
  const given: ReadonlyArray<Answer> = JSON.parse(readFileSync(answers, 'utf8'))
  const byPath = new Map(given.map((answer) => [answer.path, answer]))
  return modules.flatMap((module) => {
    const answer = byPath.get(module.path)
    if (answer === undefined) return [{ ...placeInPage(module, 2), reason: `did not come to its end: ${crash || 'the process ended before it'}` }]
    if (answer.error === undefined) return faultOfPrint(module, answer.printed)
    return [{ ...placeOfError(module, answer.error), reason: answer.error.replace(place, '').replace(/\n {4}at [\s\S]*$/, '') }]
  })
}

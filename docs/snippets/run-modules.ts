import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { scratchFolder } from './scratch.ts'

/** Runs each module named by the list in a file, each in a folder of its own, and writes what each threw to another file. */
const [list = '', answers = ''] = process.argv.slice(2)
const paths: ReadonlyArray<string> = JSON.parse(readFileSync(list, 'utf8'))
const thrown: Array<{ readonly path: string; readonly error?: string }> = []
for (const path of paths) {
  process.chdir(scratchFolder(dirname(list)))
  try {
    await import(pathToFileURL(path).href)
    thrown.push({ path })
  } catch (error) {
    thrown.push({ path, error: error instanceof Error ? `${error.stack ?? error.message}` : String(error) })
  }
  writeFileSync(answers, JSON.stringify(thrown))
}
process.exit()

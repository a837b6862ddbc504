import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { scratchFolder } from './scratch.ts'

/** Runs each module named by the list in a file, each in a folder of its own, and writes what each printed and threw to another file. */
const [list = '', answers = ''] = process.argv.slice(2)
const paths: ReadonlyArray<string> = JSON.parse(readFileSync(list, 'utf8'))
const given: Array<{ readonly path: string; readonly printed: string; readonly error?: string }> = []
let printed = ''
process.stdout.write = (text: string | Uint8Array): boolean => {
  printed += text.toString()
  return true
}
for (const path of paths) {
  printed = ''
  process.chdir(scratchFolder(dirname(list)))
  try {
    await import(pathToFileURL(path).href)
    given.push({ path, printed })
  } catch (error) {
    given.push({ path, printed, error: error instanceof Error ? `${error.stack ?? error.message}` : String(error) })
  }
  writeFileSync(answers, JSON.stringify(given))
}
process.exit()

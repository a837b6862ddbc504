import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The small town that every snippet may read, and where a page may say that it lies. */
const town = join(import.meta.dirname, '../tutorial/town.pb')
const places = ['town.pb', 'docs/tutorial/town.pb']

/** A new folder inside `folder` that holds the town: where a snippet or the dialogues of one page run. */
export const scratchFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true })
  const scratch = mkdtempSync(join(folder, 'scratch-'))
  for (const place of places) {
    mkdirSync(dirname(join(scratch, place)), { recursive: true })
    copyFileSync(town, join(scratch, place))
  }
  return scratch
}

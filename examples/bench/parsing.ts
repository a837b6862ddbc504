import { readdirSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pabulibElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E } from '@isegoria/kernel'
import { grouped } from '@isegoria/report'
import type { Pair, Work } from './harness.ts'
import { isegoria } from './workplace.ts'

/** The least that looks at every field of a file: read, decode, split into lines, split these into fields. */
const split = (path: string): number => {
  const text = new TextDecoder('utf-8').decode(readFileSync(path))
  let fields = 0
  for (const line of text.split('\n')) fields += line.split(';').length
  return fields
}

const fileOf = (path: string): PabulibFile => {
  const read = readPabulib(readFileSync(path), path)
  if (E.isLeft(read)) throw new Error(`${path}: ${read.left.reason}`)
  return read.right
}

const asElection = (path: string): number => pabulibElection(fileOf(path)).profile.voters

/** What an import looks at: each vote with its attributes. */
const withVotes = (path: string): number => {
  let women = 0
  for (const { attributes } of fileOf(path).votes) if (attributes['sex'] === 'F') women++
  return women
}

const each = (paths: ReadonlyArray<string>, work: (path: string) => number) => (): number => paths.reduce((sum, path) => sum + work(path), 0)

const namesIn = (folder: string): ReadonlyArray<string> => readdirSync(folder).filter((name) => name.endsWith('.pb'))
const megabytes = (paths: ReadonlyArray<string>): number => paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6

/** Reading .pb files beside the splitting of their text, one file of many votes and a whole folder. */
export const parsingPairs = (folder: string, large: string): ReadonlyArray<Pair> => {
  const all = namesIn(folder).map((name) => join(folder, name))
  const sets = [
    { name: 'Łódź 2022', paths: [large] },
    { name: `${grouped(`${all.length}`)} files`, paths: all },
  ]
  return sets.flatMap(({ name, paths }) => {
    const items = megabytes(paths)
    const common = { size: `${name}, ${items.toFixed(1)} MB`, items, unit: 'MB' }
    const other = { ...common, work: 'read, decode and split', run: each(paths, split) }
    return [
      { wanted: 0.25, ours: { ...common, work: 'readPabulib', run: each(paths, (path) => fileOf(path).projects.length) }, other },
      { wanted: 0.25, ours: { ...common, work: 'readPabulib and pabulibElection', run: each(paths, asElection) }, other },
      { wanted: 0.25, ours: { ...common, work: 'readPabulib, each vote looked at', run: each(paths, withVotes) }, other },
    ]
  })
}

/** A folder tallied by the command a user types, by one rule that takes no time to speak of: in this thread, and in one for each processor. */
export const folderWorks = (folder: string): ReadonlyArray<Work> => {
  const names = namesIn(folder)
  const items = megabytes(names.map((name) => join(folder, name)))
  const tally = (jobs: number) => (): Promise<string> => isegoria('tally', folder, '--rule', 'greedy', '--json', '--jobs', `${jobs}`)
  return [...new Set([1, availableParallelism()])].map((jobs) => {
    const work = `tally --rule greedy --jobs ${jobs}`
    return { work, size: `${grouped(`${names.length}`)} files, ${items.toFixed(1)} MB`, items, unit: 'MB', run: tally(jobs) }
  })
}

import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { byCodeUnit } from '@isegoria/kernel'
import { snippetsOfPage } from './of-page.ts'
import { snippetsOfSource } from './of-source.ts'
import type { Snippet } from './snippet.ts'

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..')

const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'packages/*/README.md', 'docs/*.md', 'docs/*/*.md']
const sources = ['packages/*/src/**/*.ts']

const matching = (patterns: ReadonlyArray<string>): ReadonlyArray<string> =>
  globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/node_modules|\.(test|fixture|oracle)\.ts$/.test(path))
    .toSorted(byCodeUnit)

/** Every page of the repository that is kept true, from its root. */
export const pageFiles = (): ReadonlyArray<string> => matching(pages).filter((path) => existsSync(join(root, path)))

/** Every snippet of every page and of every docblock. */
export const collectSnippets = (): ReadonlyArray<Snippet> => [
  ...pageFiles().flatMap((file) => snippetsOfPage(file, readFileSync(join(root, file), 'utf8'))),
  ...matching(sources).flatMap((file) => snippetsOfSource(file, readFileSync(join(root, file), 'utf8'))),
]

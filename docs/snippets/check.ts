import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './collect.ts'
import { consoleFaults } from './console-faults.ts'
import { moduleOf } from './module-of.ts'
import type { Module } from './module-of.ts'
import { runFaults } from './run-faults.ts'
import { isWithin } from './snippet.ts'
import type { Fault, Snippet } from './snippet.ts'
import { typeFaults } from './type-faults.ts'

/** What came of all snippets: their faults, and the modules that only the test runner can run. */
export interface Checked {
  readonly faults: ReadonlyArray<Fault>
  readonly tests: ReadonlyArray<Module>
}

/** Every package under its own name, as if a reader had installed them all. */
const installPackages = (folder: string): void => {
  const scope = join(folder, 'node_modules/@isegoria')
  mkdirSync(scope, { recursive: true })
  for (const name of readdirSync(join(root, 'packages'))) symlinkSync(join(root, 'packages', name), join(scope, name), 'junction')
}

const byFile = (snippets: ReadonlyArray<Snippet>): ReadonlyArray<ReadonlyArray<Snippet>> => {
  const files = new Map<string, Array<Snippet>>()
  for (const snippet of snippets) {
    const known = files.get(snippet.file)
    if (known === undefined) files.set(snippet.file, [snippet])
    else known.push(snippet)
  }
  return [...files.values()]
}

/**
 * Writes each TypeScript snippet as a module, type-checks all of them, runs each under Node, and holds each dialogue.
 *
 * Modules are left in `docs/.build/<name>` to be looked at.
 */
export const checkSnippets = async (snippets: ReadonlyArray<Snippet>, name: string): Promise<Checked> => {
  const folder = join(root, 'docs/.build', name)
  rmSync(folder, { recursive: true, force: true })
  installPackages(folder)
  const typescript = snippets.filter(({ kind }) => kind === 'typescript')
  const modules = typescript.map((snippet) => moduleOf(snippet, join(folder, `${snippet.file.replace(/[^\w]/g, '-')}-${snippet.line}.ts`)))
  for (const { path, text } of modules) writeFileSync(path, text)
  const pages = byFile(snippets.filter(({ kind }) => kind === 'console'))
  const alone = modules.filter(({ isTest }) => !isTest)
  const running = Promise.all([runFaults(alone, folder), ...pages.map((page) => consoleFaults(page, folder))])
  const badlyTyped = typeFaults(modules)
  const faults = [...modules.flatMap((module) => module.faults), ...badlyTyped, ...(await running).flat()]
  const isSound = ({ snippet }: Module): boolean => !badlyTyped.some((fault) => isWithin(fault, snippet))
  return { faults, tests: modules.filter((module) => module.isTest && isSound(module)) }
}

import { join } from 'node:path'
import ts from 'typescript'
import { root } from './collect.ts'
import { placeInPage } from './module-of.ts'
import type { Module } from './module-of.ts'
import type { Fault } from './snippet.ts'

/** As strict as the packages themselves. */
const compilerOptions = (): ts.CompilerOptions => {
  const path = join(root, 'tsconfig.tests.json')
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root, {}, path)
  return { ...options, typeRoots: [join(root, 'node_modules/@types')] }
}

/** What the type-checker says of each module, at its place in the page. One program for all. */
export const typeFaults = (modules: ReadonlyArray<Module>): ReadonlyArray<Fault> => {
  const program = ts.createProgram(
    modules.map(({ path }) => path),
    compilerOptions(),
  )
  return modules.flatMap((module) => {
    const source = program.getSourceFile(module.path)
    if (source === undefined) throw new Error(`${module.path} was not read`)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ start = 0, messageText }) => ({
      ...placeInPage(module, source.getLineAndCharacterOfPosition(start).line + 1),
      reason: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }))
  })
}

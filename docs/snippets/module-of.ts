import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { root } from './collect.ts'
import { exportedBy, indexOf } from './exported.ts'
import { placeOf } from './snippet.ts'
import type { Fault, Snippet } from './snippet.ts'

/** A snippet as a module: one line of imports before it, then its own lines, each on the line after its own. */
export interface Module {
  readonly snippet: Snippet
  readonly path: string
  readonly text: string
  /** An expected value that belongs to no expression. */
  readonly faults: ReadonlyArray<Fault>
  /** It speaks to the test runner and must run inside it. */
  readonly isTest: boolean
}

const expectedValue = /\/\/ => (.+)$/

const specifier = (from: string, to: string): string => {
  const path = relative(dirname(from), to).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

const isNameOfMember = (name: ts.Identifier): boolean => {
  const { parent } = name
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === name
}

const identifiersOf = (source: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isNameOfMember(node)) names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

const declaredBy = (source: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isImportSpecifier(node) || ts.isInterfaceDeclaration(node)) && ts.isIdentifier(node.name))
      names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

/** An `@example` has the names of its own file and package in scope; whatever else it uses it must import. */
const importsOf = ({ file }: Snippet, path: string, source: ts.SourceFile): ReadonlyArray<string> => {
  if (!file.endsWith('.ts')) return []
  const declared = declaredBy(source)
  const wanted = [...identifiersOf(source)].filter((name) => !declared.has(name))
  const own = join(root, file)
  const index = indexOf(own)
  const [inFile, inPackage] = [exportedBy(own), exportedBy(index)]
  return wanted.flatMap((name) => {
    const found = inFile.get(name) ?? inPackage.get(name)
    const from = specifier(path, inFile.has(name) ? own : index)
    return found === undefined ? [] : [`import ${found.isType ? 'type ' : ''}{ ${name} } from '${from}'`]
  })
}

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The statement that ends on `line` with an expected value behind it, turned into an assertion. */
const assertion = (snippet: Snippet, source: ts.SourceFile, line: number, expected: string): Change | undefined => {
  const statement = source.statements.find((candidate) => source.getLineAndCharacterOfPosition(candidate.end).line === line)
  if (statement === undefined) return undefined
  const [start, { end }] = [statement.getStart(source), statement]
  const place = JSON.stringify(placeOf({ file: snippet.file, line: snippet.line + line }))
  const is = (actual: string): string => `;isAsWritten(${actual}, (${expected}), ${place});`
  if (ts.isExpressionStatement(statement)) return { start, end, text: is(statement.expression.getText(source)) }
  if (!ts.isVariableStatement(statement)) return undefined
  const [declaration] = statement.declarationList.declarations
  if (declaration === undefined || !ts.isIdentifier(declaration.name)) return undefined
  return { start, end, text: `${source.text.slice(start, end)}${is(declaration.name.text)}` }
}

/** Makes a module of a snippet, to be written to `path`. */
export const moduleOf = (snippet: Snippet, path: string): Module => {
  const source = ts.createSourceFile(path, snippet.text, ts.ScriptTarget.ESNext, true)
  const faults: Array<Fault> = []
  const changes: Array<Change> = []
  for (const [line, text] of snippet.text.split('\n').entries()) {
    const expected = expectedValue.exec(text)?.[1]
    if (expected === undefined) continue
    const change = assertion(snippet, source, line, expected)
    if (change === undefined)
      faults.push({ file: snippet.file, line: snippet.line + line, reason: 'a value is expected, but no expression ends here' })
    else changes.push(change)
  }
  const body = changes.toReversed().reduce((text, change) => text.slice(0, change.start) + change.text + text.slice(change.end), snippet.text)
  const asserted = changes.length === 0 ? [] : [`import { isAsWritten } from '${specifier(path, join(import.meta.dirname, 'asserted.ts'))}'`]
  const whole = ts.createSourceFile(path, body, ts.ScriptTarget.ESNext, true)
  const prelude = [...asserted, ...importsOf(snippet, path, whole), 'export {}'].join('; ')
  const text = `${prelude};\n${body}\n`
  return { snippet, path, text, faults, isTest: /packages\/testing\/|from '(vitest|@isegoria\/testing)'/.test(text) }
}

/** The place in the page of a line of the module. */
export const placeInPage = ({ snippet }: Pick<Module, 'snippet'>, line: number): Pick<Snippet, 'file' | 'line'> => ({
  file: snippet.file,
  line: Math.max(snippet.line, snippet.line + line - 2),
})

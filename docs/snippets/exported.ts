import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** Public names of a module, each with whether it is a type only. */
export type Exported = ReadonlyMap<string, { readonly isType: boolean }>

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const namesOf = (statement: ts.Statement): ReadonlyArray<{ readonly name: string; readonly isType: boolean }> => {
  if (ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)) {
    const { isTypeOnly } = statement
    return statement.exportClause.elements.map((element) => ({ name: element.name.text, isType: isTypeOnly || element.isTypeOnly }))
  }
  if (!isExported(statement)) return []
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [{ name: name.text, isType: false }] : []))
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [{ name: statement.name.text, isType: true }]
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined)
    return [{ name: statement.name.text, isType: false }]
  return []
}

/** What `path` exports by name; a name that is both a value and a type counts as a value, which brings the type along. */
export const exportedBy = (path: string): Exported => {
  const names = new Map<string, { readonly isType: boolean }>()
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext)
  for (const { name, isType } of source.statements.flatMap(namesOf)) names.set(name, { isType: isType && (names.get(name)?.isType ?? true) })
  return names
}

/** The `index.ts` of the package that a source file belongs to. */
export const indexOf = (path: string): string => {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'index.ts'))) return join(folder, 'index.ts')
  throw new Error(`${path} belongs to no package`)
}

import ts from 'typescript'

const longestLiteral = (parts: ReadonlyArray<string>): string => parts.toSorted((left, right) => right.length - left.length)[0]?.trim() ?? ''

const reasonsOf = (reason: ts.Expression): ReadonlyArray<string> => {
  if (ts.isStringLiteralLike(reason)) return [reason.text]
  if (ts.isConditionalExpression(reason)) return [...reasonsOf(reason.whenTrue), ...reasonsOf(reason.whenFalse)]
  return ts.isTemplateExpression(reason) ? [longestLiteral([reason.head.text, ...reason.templateSpans.map(({ literal }) => literal.text)])] : []
}

/** The fixed words of each reason for which a source of the reader throws a `Fault`. */
export const refusalsOfReader = (source: string): ReadonlyArray<string> => {
  const reasons: Array<string> = []
  const visit = (node: ts.Node): void => {
    const reason = ts.isNewExpression(node) && node.expression.getText() === 'Fault' ? node.arguments?.[2] : undefined
    if (reason !== undefined) reasons.push(...reasonsOf(reason))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('reader.ts', source, ts.ScriptTarget.ESNext, true))
  return reasons
}

import { Lexer } from 'yaml'
import { Fault } from '../fault.ts'

/** Far more than a file of ballots needs, and far less than at what a reader that calls itself gives up. */
const [mostBrackets, mostColumns] = [64, 256]

/** Tokens that stand for nothing in the text: the beginning of a document or of a scalar, the end of a broken collection, a byte order mark. */
const [documentStart, scalarStart, collectionEnd, byteOrderMark] = ['\u0002', '\u001F', '\u0018', '\uFEFF']
const withoutText: ReadonlyArray<string> = [documentStart, scalarStart, collectionEnd, byteOrderMark]

/**
 * Whether a YAML text can be read without running out of stack: its brackets are no deeper than 64, and its lists and keys
 * begin within 256 columns. Brackets in strings and comments do not count.
 *
 * Errors: throws `Fault` with the line. Cost: linear in the text, up to the fault.
 */
export const assertShallow = (text: string): void => {
  let [offset, brackets, columns] = [0, 0, 0]
  let [isIndent, isScalar] = [true, false]
  const fail = (): never => {
    throw new Fault(text.slice(0, offset).split('\n').length, 'yaml', 'lists are nested more deeply than in any file of ballots')
  }
  for (const token of new Lexer().lex(text)) {
    const isText = isScalar
    isScalar = !isText && token === scalarStart
    if (!isText && (token === '[' || token === '{') && ++brackets > mostBrackets) fail()
    if (!isText && (token === ']' || token === '}')) brackets--
    const isIndicator = !isText && (token === '-' || token === '?')
    if (brackets === 0 && isIndent && (isIndicator || isScalar) && columns > mostColumns) fail()
    if (!withoutText.includes(token) || isText) {
      offset += token.length
      isIndent = token.endsWith('\n') || (isIndent && (isIndicator || token.trim() === ''))
      columns = token.endsWith('\n') ? 0 : columns + token.length
    }
  }
}

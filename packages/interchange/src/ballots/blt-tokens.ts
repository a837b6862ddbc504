import { Fault } from '../fault.ts'

/** A word, a text in quotes, or what stands between square brackets, and the line on which it starts. */
export interface BltToken {
  readonly kind: 'word' | 'text' | 'option'
  readonly text: string
  readonly line: number
}

/** A comment, a quoted text up to a quote that ends its line or has white space behind it, an option, or a word. */
const piece = /#[^\n]*|\/\*[^]*?\*\/|"([^\n]*?)"(?=\s*(?:$|\n|#|"))|\[([^\]]*)\]|[^\s"[\]#]+|\S/g

const lineEnds = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/**
 * The tokens of a .blt file; to it a line end is white space like any other, but for a comment after `#`.
 *
 * Errors: throws `Fault` for a quote, a bracket or a comment that is never closed. Cost: linear in the text.
 */
export function* bltTokens(text: string): Generator<BltToken> {
  let line = 1
  let from = 0
  for (const match of text.matchAll(piece)) {
    const [whole, quoted, option] = match
    line += lineEnds(text.slice(from, match.index))
    from = match.index
    if (whole.startsWith('#')) continue
    if (quoted !== undefined) yield { kind: 'text', text: quoted, line }
    else if (option !== undefined) yield { kind: 'option', text: option.trim(), line }
    else if (whole.startsWith('/*')) {
      if (!whole.endsWith('*/')) throw new Fault(line, 'comment', 'a comment is opened and never closed')
    } else if (whole === '"') throw new Fault(line, 'name', 'a quote is opened and never closed on its line')
    else if (whole === '[' || whole === ']') throw new Fault(line, 'option', `a bracket '${whole}' without the other`)
    else yield { kind: 'word', text: whole, line }
  }
}

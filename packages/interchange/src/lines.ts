import { Fault } from './fault.ts'

/** The lines of a text, one after another. */
export interface Lines {
  /** The next line without its end; `undefined` where there is none. Errors: throws `Fault` for a line that is too long or holds a NUL. */
  readonly next: () => string | undefined
  /** Where the line that was read last stands, from 1; 0 before the first. */
  readonly line: () => number
}

/** The lines of a text, some of which are read elsewhere. */
export interface TextLines extends Lines {
  /** Where in the text the next line starts. */
  readonly start: () => number
  /** Takes the next line as read; the one after it starts at `start`. */
  readonly passTo: (start: number) => void
}

export const longestLine = 1024 * 1024

/**
 * Lines that end in a line feed, or in a carriage return and a line feed. Cost: linear in the text.
 *
 * @example
 * const { next } = linesOf('a\r\nb')
 * const read = [next(), next(), next()] // => ['a', 'b', undefined]
 */
export const linesOf = (text: string): TextLines => {
  let start = 0
  let line = 0
  return {
    line: () => line,
    start: () => start,
    passTo: (next) => {
      line++
      start = next
    },
    next: () => {
      if (start >= text.length) return undefined
      const end = text.indexOf('\n', start)
      const stop = end === -1 ? text.length : end
      line++
      if (stop - start > longestLine) throw new Fault(line, 'line', `${stop - start} characters; a line has at most ${longestLine}`)
      const content = text.slice(start, stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop)
      start = stop + 1
      if (content.includes('\0')) throw new Fault(line, 'line', 'a NUL character: this is no text file')
      return content
    },
  }
}

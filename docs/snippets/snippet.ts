/** A piece of a page or a docblock that a reader may copy, with the place where it stands. */
export interface Snippet {
  /** `typescript` is compiled and run as a module of its own; `console` is a dialogue with a shell. */
  readonly kind: 'typescript' | 'console'
  /** From the root of the repository. */
  readonly file: string
  /** Of the first line of the snippet, from 1. */
  readonly line: number
  readonly text: string
  /** What it writes to stdout, where the page says so. */
  readonly prints?: string
}

/** Why a snippet is not true: the place, and what was found there. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** `file:line`, as an editor opens it. */
export const placeOf = ({ file, line }: Pick<Snippet, 'file' | 'line'>): string => `${file}:${line}`

/** Whether a fault stands on one of the lines of a snippet. */
export const isWithin = (fault: Fault, { file, line, text }: Snippet): boolean =>
  fault.file === file && fault.line >= line && fault.line < line + text.split('\n').length

export const describeFault = (fault: Fault): string => `${placeOf(fault)}: ${fault.reason}`

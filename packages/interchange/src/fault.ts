/** Thrown inside a reader and turned into a value at its door; keeps thirty checks readable. */
export class Fault extends Error {
  override readonly name = 'Fault'
  /** From 1; 0 is the file as a whole. */
  readonly line: number
  readonly field: string
  constructor(line: number, field: string, reason: string) {
    super(reason)
    this.line = line
    this.field = field
  }
}

/** A piece of a file as it is told in a reason: cut, so that a reason stays one sentence. */
export const quoted = (text: string): string => `'${text.length > 80 ? `${text.slice(0, 80)}…` : text}'`

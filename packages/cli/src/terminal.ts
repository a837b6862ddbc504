/** Where a command writes. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Progress bars are drawn on a terminal only. */
  readonly isTerminal: boolean
}

/** A command was refused: the sentence that says where and why. Exit code 1. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

/** Writes a document as the only thing on stdout, or its human form. */
export const print = (terminal: Terminal, json: boolean, document: unknown, human: () => string): void => {
  terminal.out(json ? `${JSON.stringify(document)}\n` : `${human()}\n`)
}

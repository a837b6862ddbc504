/** The file is no log that this version can read; nothing in it was changed. */
export class NotAnEventLog extends Error {
  override readonly name = 'NotAnEventLog'
}

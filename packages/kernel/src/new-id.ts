import { v7 } from 'uuid'

/** Makes ids; a port, since domain code draws no randomness itself. */
export type NewId = () => string

/** Ids by uuid version 7 (RFC 9562): unique, and sorting by the time they were made. */
export const uuidV7: NewId = () => v7()

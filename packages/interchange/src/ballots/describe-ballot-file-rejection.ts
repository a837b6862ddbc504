import type { BallotFileRejection } from './ballot-file.ts'

/**
 * One clear sentence: `file:line: field: reason`.
 *
 * @example
 * const rejection = { type: 'BallotFileRejected', file: 'ward.soi', line: 9, field: 'count', reason: "'0' is no number of voters" } as const
 * describeBallotFileRejection(rejection) // => "ward.soi:9: count: '0' is no number of voters"
 */
export const describeBallotFileRejection = ({ file, line, field, reason }: BallotFileRejection): string => `${file}:${line}: ${field}: ${reason}`

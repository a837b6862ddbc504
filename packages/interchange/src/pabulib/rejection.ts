/** Why a .pb file is not read: the place and the reason. `line` counts from 1; 0 is the file as a whole. */
export interface PabulibRejection {
  readonly type: 'PabulibRejected'
  readonly file: string
  readonly line: number
  readonly field: string
  readonly reason: string
}

/**
 * One clear sentence: `file:line: field: reason`.
 *
 * @example
 * const rejection = { type: 'PabulibRejected', file: 'town.pb', line: 9, field: 'cost', reason: '-60 is below zero' } as const
 * describePabulibRejection(rejection) // => 'town.pb:9: cost: -60 is below zero'
 */
export const describePabulibRejection = ({ file, line, field, reason }: PabulibRejection): string => `${file}:${line}: ${field}: ${reason}`

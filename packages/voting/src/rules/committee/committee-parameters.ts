import { tieBreakParameter } from '@isegoria/election'
import type { ParameterDescription, Parameters } from '@isegoria/election'

/** The parameters that every rule of this folder has. */
export const committeeParameters: ReadonlyArray<ParameterDescription> = [
  {
    name: 'resolute',
    values: ['true', 'false'],
    meaning: 'one committee, ties settled by the parameter ties, or every committee that some way of settling them elects',
  },
  tieBreakParameter('given-order'),
]

export const isResolute = (parameters: Parameters): boolean => parameters['resolute'] !== 'false'

export const chainOf = (parameters: Parameters): string => parameters['ties'] ?? 'given-order'

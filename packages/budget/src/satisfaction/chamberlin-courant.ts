import type { Satisfaction } from './satisfaction.ts'

/**
 * One for the first project that is funded, nothing for any other.
 *
 * Source: Chamberlin & Courant, American Political Science Review 77 (1983), https://doi.org/10.2307/1957270
 */
export const chamberlinCourant: Satisfaction = {
  name: 'chamberlin-courant',
  meaning: "one for a voter's first project",
  reads: 'marks',
  isInCost: false,
  isContent: true,
}

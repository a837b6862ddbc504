import { chamberlinCourant } from './chamberlin-courant.ts'
import { effort } from './effort.ts'
import { logarithm } from './logarithm.ts'
import { additive, borda, cardinality, cost, score } from './plain.ts'
import { relativeCardinality, relativeCost } from './relative.ts'
import type { Satisfaction } from './satisfaction.ts'
import { squareRoot } from './square-root.ts'

/** What a voter may gain by a project, of all kinds that rules know; the first is the usual one. */
export const satisfactions: readonly [Satisfaction, ...ReadonlyArray<Satisfaction>] = [
  cost,
  cardinality,
  score,
  additive,
  borda,
  squareRoot,
  logarithm,
  effort,
  relativeCardinality,
  relativeCost,
  chamberlinCourant,
]

/** The satisfaction of that name; the usual one for any other. */
export const satisfactionOf = (name: string | undefined): Satisfaction => satisfactions.find((known) => known.name === name) ?? satisfactions[0]

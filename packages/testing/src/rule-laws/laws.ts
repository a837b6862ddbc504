import type { Axiom, RuleFamily } from '@isegoria/election'
import { anonymity, mergeLaw } from './anonymity.ts'
import { cloneIndependence } from './clone-independence.ts'
import { consistency } from './consistency.ts'
import { determinism } from './determinism.ts'
import { ejr, jr, pjr } from './justified-representation.ts'
import type { Law } from './law.ts'
import { monotonicity } from './monotonicity.ts'
import { neutrality } from './neutrality.ts'
import { condorcetConsistency, condorcetLoser, majority, pareto, smith } from './pairwise-laws.ts'
import { participation } from './participation.ts'
import { proportionality } from './proportionality.ts'
import { houseMonotonicity, quota } from './seat-laws.ts'
import { psc } from './solid-coalitions.ts'

/** Each axiom that a rule may claim, as a law. */
export const laws: ReadonlyArray<Law> = [
  anonymity,
  neutrality,
  determinism,
  mergeLaw,
  pareto,
  majority,
  condorcetConsistency,
  condorcetLoser,
  smith,
  monotonicity,
  participation,
  consistency,
  cloneIndependence,
  jr,
  pjr,
  ejr,
  psc,
  proportionality,
  houseMonotonicity,
  quota,
]

/**
 * The law of an axiom for rules of a family; `undefined` where the axiom says nothing about such rules.
 *
 * @example
 * lawOf('jr', 'committee')?.axiom // => 'jr'
 * lawOf('jr', 'voting') // => undefined
 */
export const lawOf = (axiom: Axiom, family: RuleFamily): Law | undefined => laws.find((law) => law.axiom === axiom && law.families.includes(family))

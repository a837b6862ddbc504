import { describe } from 'vitest'
import type { Axiom, Rule } from '@isegoria/election'
import { obeysItsClaims } from '@isegoria/testing'
import { committeeEqualShares } from './committee-equal-shares.ts'
import { ePluribusHugo } from './elimination-rules.ts'
import { leximaxPhragmen, minimaxPhragmen } from './load-rules.ts'
import { maximinSupport } from './maximin-support.ts'
import { lexMinimaxAv, minimaxAv } from './minimax-av-rules.ts'
import { greedyMonroe, monroe } from './monroe-rules.ts'
import { consensus, phragmenEnestroem, seqPhragmen } from './phragmen-rules.ts'
import { av, sav } from './separable-rules.ts'
import { revSeqPav, seqCc, seqPav, seqSlav } from './sequential-thiele-rules.ts'
import { chamberlinCourant, geometric, lexChamberlinCourant, pav, slav, thieleAdams } from './thiele-rules.ts'
import { trivial } from './trivial.ts'

const shortBallots = `
  options: a b x p q r
  seats: 2
  2: {a, b}
  2: {x, p, q, r}
`
/** A party with two fifths of the votes, whose second seat the first ones of the small parties come before. */
const largeParty = `
  options: a b c d e f
  seats: 5
  8: {a, b}
  3: {c}
  3: {d}
  3: {e}
  3: {f}
`
const largerParty = `
  options: a b c d e f g h
  seats: 7
  15: {a, b, c}
  4: {d}
  4: {e}
  4: {f}
  4: {g}
  4: {h}
`
const blocs = ['a', 'b', 'c', 'd']
/** In each bloc the first member makes the other two worth less, but still more than those who approve only `z`. */
const wastefulBlocs = `
  options: ${blocs.map((bloc) => `${bloc}1 ${bloc}2 ${bloc}3`).join(' ')} z
  seats: 12
  ${blocs.map((bloc) => `21: {${bloc}1, ${bloc}2}\n21: {${bloc}1, ${bloc}3}\n20: {${bloc}2}\n20: {${bloc}3}`).join('\n')}
  30: {z}
`
const rest = 'c3, c4, c5, c6, c7, c8, c9, ca, cb, cc'
/** From Brill et al., "Phragmén's voting methods and justified representation". */
const agreeingOnTwo = `
  options: a b c1 c2 ${rest.replaceAll(',', '')}
  seats: 12
  2: {a, b, c1}
  2: {a, b, c2}
  6: {c1, c2, ${rest}}
  5: {c2, ${rest}}
  9: {${rest}}
`
const oneVoter = `
  options: a d c
  seats: 2
  1: {c, d}
`
const single = `
  options: b a
  seats: 1
  1: {a}
`
const levelLoads = `
  options: f d e a
  seats: 3
  2: {a}
  1: {d}
  1: {e}
  1: {f}
`
const oneMoreOfFive = `
  options: f c e g d b
  seats: 4
  1: {b, c, d}
  1: {b, g}
  1: {c, d, e}
  1: {e, f, g}
  1: {f, g}
`
const oneMoreOfSeven = `
  options: f g d e c a
  seats: 4
  1: {a, c, d, e, f}
  1: {a, c}
  1: {a, g}
  1: {c, d}
  1: {d, e, f}
  1: {e, f, g}
  1: {}
`
const sharedFirst = `
  options: d a c
  seats: 1
  1: {a, c}
  1: {c, d}
`
const overlapping = `
  options: c a b
  seats: 2
  1: {a, b}
  1: {a, c}
`

const allOf = (text: string, axioms: ReadonlyArray<Axiom>): Readonly<Partial<Record<Axiom, string>>> =>
  Object.fromEntries(axioms.map((axiom) => [axiom, text]))

const representation: ReadonlyArray<Axiom> = ['jr', 'pjr', 'ejr', 'psc']
const ofGroups: ReadonlyArray<Axiom> = ['pjr', 'ejr', 'psc']

const rules: ReadonlyArray<readonly [Rule, Readonly<Partial<Record<Axiom, string>>>]> = [
  [av, allOf(shortBallots, representation)],
  [sav, allOf(shortBallots, representation)],
  [pav, { 'house-monotonicity': oneMoreOfFive }],
  [slav, allOf(largeParty, ofGroups)],
  [chamberlinCourant, allOf(largeParty, ofGroups)],
  [lexChamberlinCourant, allOf(largeParty, ofGroups)],
  [thieleAdams, allOf(largeParty, ofGroups)],
  [geometric, allOf(largerParty, ofGroups)],
  [seqPav, allOf(wastefulBlocs, representation)],
  [revSeqPav, {}],
  [seqSlav, allOf(largeParty, ofGroups)],
  [seqCc, allOf(largeParty, ofGroups)],
  [seqPhragmen, { ejr: agreeingOnTwo }],
  [phragmenEnestroem, {}],
  [consensus, {}],
  [maximinSupport, {}],
  [minimaxPhragmen, allOf(levelLoads, representation)],
  [leximaxPhragmen, {}],
  [monroe, { ejr: oneVoter, 'house-monotonicity': sharedFirst }],
  [greedyMonroe, { ejr: oneVoter, neutrality: overlapping }],
  [minimaxAv, allOf(levelLoads, representation)],
  [lexMinimaxAv, allOf('options: c d b f\nseats: 2\n1: {b, c, d}\n1: {f}', representation)],
  [committeeEqualShares, { 'house-monotonicity': oneMoreOfSeven }],
  [ePluribusHugo, allOf(shortBallots, representation)],
  [trivial, allOf(single, representation)],
]

describe('rules for committees', () => {
  for (const [rule, counterexamples] of rules) obeysItsClaims(rule, { runs: 40, counterexamples })
})

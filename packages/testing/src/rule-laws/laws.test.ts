import { describe, expect, it } from 'vitest'
import type { Axiom, Rule } from '@isegoria/election'
import { electionOf } from './election-of.ts'
import { findCounterexample } from './find-counterexample.ts'
import { lawOf } from './laws.ts'
import * as rules from './small-rules.fixture.ts'

/** Rules that are known to obey an axiom, and rules that are known to break it, with an election in which they do. */
const known: ReadonlyArray<readonly [Axiom, ReadonlyArray<readonly [string, Rule]>, ReadonlyArray<readonly [string, Rule, string]>]> = [
  ['anonymity', [['plurality', rules.pluralityRule]], [['a dictator', rules.dictatorRule, '1: choose a\n1: choose b']]],
  ['merge', [['plurality', rules.pluralityRule]], [['a dictator', rules.dictatorRule, '1: choose a\n1: choose b']]],
  [
    'neutrality',
    [
      ['Borda', rules.bordaRule],
      ['proportional approval', rules.thieleRule],
    ],
    [
      ['the first option', rules.firstOptionRule, 'options: a b'],
      ['the first of the level parties, not recorded', rules.dhondtRule, 'options: a b\nseats: 1\n1: choose a\n1: choose b'],
    ],
  ],
  [
    'determinism',
    [['plurality', rules.pluralityRule]],
    [
      ['one that remembers', rules.forgetfulRule(), 'options: a b'],
      ['one that changes what it is given', rules.meddlingRule, '1: choose a; 1: choose b'],
    ],
  ],
  [
    'pareto',
    [
      ['Borda', rules.bordaRule],
      ['Copeland', rules.copelandRule],
    ],
    [['the first option', rules.firstOptionRule, 'options: b a\n1: choose a']],
  ],
  [
    'majority',
    [
      ['plurality', rules.pluralityRule],
      ['runoff', rules.runoffRule],
    ],
    [['Borda', rules.bordaRule, '3: a > b > c\n2: b > c > a']],
  ],
  [
    'condorcet-consistency',
    [['Copeland', rules.copelandRule]],
    [
      ['Borda', rules.bordaRule, '3: a > b > c\n2: b > c > a'],
      ['plurality', rules.pluralityRule, '3: a > b > c\n2: b > c > a\n2: c > b > a'],
    ],
  ],
  [
    'condorcet-loser',
    [
      ['Borda', rules.bordaRule],
      ['Copeland', rules.copelandRule],
    ],
    [['plurality', rules.pluralityRule, '3: a > b > c\n2: b > c > a\n2: c > b > a']],
  ],
  ['smith', [['Copeland', rules.copelandRule]], [['plurality', rules.pluralityRule, '3: a > b > c\n2: b > c > a\n2: c > b > a']]],
  [
    'monotonicity',
    [
      ['Borda', rules.bordaRule],
      ['Copeland', rules.copelandRule],
      ['most approvals', rules.mostApprovalsRule],
      ['most supported projects', rules.mostSupportedRule],
      ["D'Hondt", rules.dhondtRule],
    ],
    [
      ['runoff', rules.runoffRule, '6: a > b > c\n5: c > a > b\n4: b > c > a\n2: b > a > c'],
      ['least supported projects', rules.leastSupportedRule, 'options: b=1 a=1\nbudget: 1\n1: {b}\n2: {}'],
    ],
  ],
  [
    'participation',
    [
      ['Borda', rules.bordaRule],
      ['plurality', rules.pluralityRule],
      ['approval', rules.approvalRule],
    ],
    [['runoff', rules.runoffRule, '4: a > b > c\n3: b > c > a\n3: c > a > b']],
  ],
  [
    'consistency',
    [
      ['Borda', rules.bordaRule],
      ['plurality', rules.pluralityRule],
      ['approval', rules.approvalRule],
    ],
    [['Copeland', rules.copelandRule, '1: a > b > c\n1: b > c > a\n1: c > a > b\n2: b > a > c\n1: a > b > c']],
  ],
  [
    'clone-independence',
    [['approval', rules.approvalRule]],
    [
      ['plurality', rules.pluralityRule, '3: a > b\n2: b > a'],
      ['Borda', rules.bordaRule, '3: a > b\n2: b > a'],
    ],
  ],
  [
    'jr',
    [
      ['proportional approval', rules.thieleRule],
      ['coverage', rules.coverageRule],
    ],
    [['most approvals', rules.mostApprovalsRule, 'seats: 3\n6: {a, b, c}\n3: {d}']],
  ],
  ['pjr', [['proportional approval', rules.thieleRule]], [['coverage', rules.coverageRule, 'seats: 3\n4: {a, b}\n1: {c}\n1: {d}']]],
  ['ejr', [['proportional approval', rules.thieleRule]], [['coverage', rules.coverageRule, 'seats: 3\n4: {a, b}\n1: {c}\n1: {d}']]],
  [
    'psc',
    [['proportional approval', rules.thieleRule]],
    [
      ['most approvals', rules.mostApprovalsRule, 'seats: 2\n4: {a, b}\n3: {c}'],
      ['coverage', rules.coverageRule, 'seats: 3\n4: {a, b}\n1: {c}\n1: {d}'],
    ],
  ],
  [
    'proportionality',
    [['group by group', rules.groupByGroupRule]],
    [['most supported projects', rules.mostSupportedRule, 'options: pool=90 trees=40\nbudget: 100\n3: {pool}\n2: {trees}']],
  ],
  [
    'house-monotonicity',
    [
      ["D'Hondt", rules.dhondtRule],
      ['most approvals', rules.mostApprovalsRule],
    ],
    [
      ['largest remainder', rules.largestRemainderRule, 'seats: 10\n6: choose a\n6: choose b\n2: choose c'],
      ['proportional approval', rules.thieleRule, 'seats: 1\n3: {a, c}\n3: {b, c}\n2: {a}\n2: {b}'],
    ],
  ],
  [
    'quota',
    [['largest remainder', rules.largestRemainderRule]],
    [["D'Hondt", rules.dhondtRule, 'seats: 10\n86: choose a\n5: choose b\n5: choose c\n4: choose d']],
  ],
]

for (const [axiom, obeying, breaking] of known)
  describe(axiom, () => {
    for (const [name, rule] of obeying)
      it(`holds of ${name} in 150 small elections`, () => {
        expect(findCounterexample(rule, axiom, { tries: 150 })).toBeUndefined()
      })
    for (const [name, rule, election] of breaking)
      it(`is broken by ${name}, with a story to tell`, () => {
        const found = lawOf(axiom, rule.family)?.check(rule, {}, electionOf(election))
        expect(found?.axiom).toBe(axiom)
        expect(found?.story).toBeTruthy()
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(found?.elections.map(electionOf)).toHaveLength(found?.outcomes.length ?? -1)
      })
  })

describe('a law', () => {
  it('knows every axiom for some family, and says nothing where it does not apply', () => {
    expect(
      known.every(([axiom]) => ['voting', 'committee', 'apportionment', 'budget'].some((family) => lawOf(axiom, family as never) !== undefined)),
    ).toBe(true)
    expect(lawOf('jr', 'voting')).toBeUndefined()
    expect(lawOf('pareto', 'committee')).toBeUndefined()
    expect(lawOf('quota', 'committee')).toBeUndefined()
  })
  it('is broken by a rule that throws', () => {
    const found = lawOf('pareto', 'voting')?.check(rules.throwingRule, {}, electionOf('options: a b c'))
    expect(found).toStrictEqual({ axiom: 'pareto', story: 'the rule fails: too many', elections: ['options: a b c'], outcomes: [] })
  })
  it('asks no more for a solid coalition than it has Droop quotas, nor than it has options', () => {
    const found = (text: string) => lawOf('psc', 'committee')?.check(rules.mostApprovalsRule, {}, electionOf(text))?.story
    expect(found('seats: 2; 4: {a, b}; 3: {c}')).toBe(
      '3 of 7 voters put c above all others, which is enough for 1 of 2 seats, but a and b are elected',
    )
    // A quota of 9 voters for 2 seats is 4.
    expect([found('seats: 2; 6: {a, b}; 3: {c}'), found('options: d a b c; seats: 3; 8: {a}')]).toStrictEqual([undefined, undefined])
  })
  it('lets a rule refuse', () => {
    expect(lawOf('pareto', 'voting')?.check(rules.throwingRule, {}, electionOf('1: {a, b, c}'))).toBeUndefined()
    expect(lawOf('jr', 'committee')?.check(rules.mostApprovalsRule, {}, electionOf('1: {a, b, c}'))).toBeUndefined()
  })
})

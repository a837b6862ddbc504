import type { Parameters, Rule } from '@isegoria/election'
import { satisfactions } from '../../satisfaction/satisfactions.ts'
import * as rules from '../index.ts'
import {
  budgetMaximinSupport,
  equalShares,
  equalSharesOverspending,
  exactEqualShares,
  greedy,
  majorityJudgmentBudget,
  phragmen,
  welfareMaximum,
} from '../index.ts'

/** A rule with its parameters, and what is known of it. */
export interface Variant {
  readonly rule: Rule
  readonly parameters: Parameters
  /** Whether nothing but the ratios of money matters: no unit of money, no root, no logarithm. */
  readonly isFreeOfUnits: boolean
  /** Whether everything free that somebody supports is funded, where nothing forbids it. */
  readonly fundsFree: boolean
  /** Whether purses are raised by units of money, so that many of these take many rounds. */
  readonly isRaised: boolean
  /** Whether every tie on which the outcome depends is told; not those of a count that was only compared with, or raised over. */
  readonly tellsAllTies: boolean
}

/** Every combination of some values of parameters. */
const combined = (values: Readonly<Record<string, ReadonlyArray<string>>>): ReadonlyArray<Parameters> =>
  Object.entries(values).reduce<ReadonlyArray<Parameters>>(
    (sets, [name, some]) => sets.flatMap((set) => some.map((value) => ({ ...set, [name]: value }))),
    [{}],
  )

const inUnits = new Set(['add1', 'add1u', 'floor', 'square-root', 'logarithm'])
/** With these a project that is free may be left out: a count ends early, or what a ballot marks may count nothing. */
const leavingFree = new Set(['greedy-no-skip', 'no-skip', 'skipped', 'additive', 'score', 'borda'])

const variantsOf = (rule: Rule, values: Readonly<Record<string, ReadonlyArray<string>>>): ReadonlyArray<Variant> =>
  combined({ ...values, ties: ['lowest-cost+most-votes+option-id', 'option-id'] }).map((parameters) => ({
    rule,
    parameters,
    isFreeOfUnits: !Object.values(parameters).some((value) => inUnits.has(value)),
    fundsFree: !Object.values(parameters).some((value) => leavingFree.has(value)) && parameters['least-median'] !== '1',
    isRaised: (parameters['completion'] ?? '').startsWith('add1'),
    tellsAllTies: !(parameters['completion'] ?? '').startsWith('add1') && (parameters['comparison'] ?? 'none') === 'none',
  }))

const names = satisfactions.map(({ name }) => name)
const comparisons = ['none', 'satisfaction', 'exclusion-ratio']
const utilities = ['cost', 'cardinality', 'additive', 'score', 'borda', 'square-root', 'logarithm']

/** Every rule for budgets with each of its parameters. */
const variants: Readonly<Record<string, ReadonlyArray<Variant>>> = {
  'equal-shares': [
    ...variantsOf(equalShares, {
      utility: utilities,
      completion: ['none', 'greedy', 'phragmen'],
      start: ['exact', 'floor'],
      comparison: comparisons,
    }),
    ...variantsOf(equalShares, { utility: ['cost', 'cardinality'], free: ['skipped'] }),
    ...variantsOf(equalShares, {
      utility: utilities,
      completion: ['add1', 'add1u'],
      start: ['exact', 'floor'],
      stop: ['overspend', 'exhaustive'],
      comparison: comparisons,
    }),
  ],
  [equalSharesOverspending.id]: variantsOf(equalSharesOverspending, { utility: ['cost', 'cardinality'], free: ['funded', 'skipped'] }),
  greedy: variantsOf(greedy, { satisfaction: names, dialect: ['greedy', 'greedy-no-skip'], longest: ['0', '4'] }),
  phragmen: variantsOf(phragmen, { stop: ['overspend', 'skip'] }),
  'exact-equal-shares': variantsOf(exactEqualShares, { utility: ['cost', 'cardinality'], start: ['exact', 'floor'] }),
  [budgetMaximinSupport.id]: variantsOf(budgetMaximinSupport, {}),
  'welfare-maximum': variantsOf(welfareMaximum, { satisfaction: names.filter((name) => name !== 'chamberlin-courant') }),
  'majority-judgment-budget': variantsOf(majorityJudgmentBudget, {
    dialect: ['skip', 'no-skip'],
    'same-median': ['removal', 'gauge', 'usual'],
    missing: ['worst', 'normalised'],
    'least-median': ['0', '1'],
  }),
}

/** Of a rule that is not told of above nothing more is known than what every rule promises. */
const asItIs = (rule: Rule): ReadonlyArray<Variant> => variantsOf(rule, {}).map((variant) => ({ ...variant, isFreeOfUnits: false, fundsFree: false }))

/** Every rule of this package, so that none is forgotten, with its variants. */
export const rulesOfBudgets = Object.values(rules).map((rule) => [rule.id, variants[rule.id] ?? asItIs(rule)] as const)

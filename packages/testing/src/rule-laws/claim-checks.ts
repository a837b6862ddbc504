import * as fc from 'fast-check'
import { applyRule } from '@isegoria/election'
import type { Axiom, Election, Parameters, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { determinism } from './determinism.ts'
import { electionOf } from './election-of.ts'
import { elections } from './elections.ts'
import { breachAmong } from './find-counterexample.ts'
import type { Counterexample, Law } from './law.ts'
import { lawOf } from './laws.ts'
import { shrunk } from './shrunk.ts'
import { textOfElection } from './text-of-election.ts'

export interface ClaimOptions {
  /** Those that the claims are made for; the defaults of the rule where left out. */
  readonly parameters?: Parameters
  /** For each axiom that the rule violates an election in which it does, as `electionOf` reads it. */
  readonly counterexamples?: Readonly<Partial<Record<Axiom, string>>>
  /** Random elections for each claim; 200 where left out. */
  readonly runs?: number
  /** Another seed gives other elections; 1 where left out. */
  readonly seed?: number
}

/** One thing to check: its name, and what is wrong, in words; `undefined` if nothing is. */
export interface ClaimCheck {
  readonly title: string
  readonly fault: () => string | undefined
}

/** A counterexample as several lines to read: what happened, each election, and what came out. */
export const tellCounterexample = ({ axiom, story, elections: texts, outcomes }: Counterexample): string =>
  [`${axiom} is broken: ${story}`, ...texts.map((text, place) => `\n${text}\n→ ${JSON.stringify(outcomes[place] ?? 'fails')}`)].join('\n')

/** What is checked: a rule, and the elections that all its claims are tried in. */
interface Tried {
  readonly rule: Rule
  readonly options: ClaimOptions
  readonly sample: () => ReadonlyArray<Election>
}

const claimed = (law: Law | undefined, axiom: Axiom, { rule, options, sample }: Tried): string | undefined => {
  if (law === undefined) return `${axiom} says nothing about rules of the family ${rule.family}: it cannot be claimed`
  const found = breachAmong(sample(), law, rule, options.parameters ?? {})
  return found && tellCounterexample(found)
}

const violated = (law: Law | undefined, axiom: Axiom, { rule, options }: Tried): string | undefined => {
  const { counterexamples = {}, parameters = {} } = options
  if (law === undefined) return `${axiom} says nothing about rules of the family ${rule.family}: it cannot be violated`
  const text = counterexamples[axiom]
  if (text === undefined) return `${axiom} is said to be violated, but no counterexample is given; findCounterexample looks for one`
  return law.check(rule, parameters, electionOf(text)) === undefined
    ? `${axiom} is not broken in the election given as its counterexample`
    : undefined
}

/** Why an election is not counted soundly. */
const unsound = (rule: Rule, parameters: Parameters, election: Election): string | undefined => {
  const outcome = applyRule(rule, election, parameters)
  return E.isLeft(outcome) && outcome.left.type === 'RuleFailed' ? outcome.left.reason : undefined
}

const soundness = ({ rule, options: { parameters = {}, seed = 1 }, sample }: Tried): string | undefined => {
  const all = [
    ...sample(),
    ...fc.sample(elections(rule, { fewestOptions: 1, mostOptions: 1 }), { numRuns: 10, seed }),
    ...fc.sample(elections(rule, { mostVoters: 0 }), { numRuns: 10, seed }),
  ]
  const found = all.find((election) => unsound(rule, parameters, election) !== undefined)
  if (found !== undefined) {
    const smallest = shrunk(found, (smaller) => unsound(rule, parameters, smaller) !== undefined)
    return `the rule fails: ${unsound(rule, parameters, smallest)}\n\n${textOfElection(smallest)}`
  }
  const refused = all.map((election) => applyRule(rule, election, parameters)).filter(E.isLeft)
  const [first] = refused
  if (first === undefined || 2 * refused.length <= all.length) return undefined
  return `${refused.length} of ${all.length} small elections are refused, so that hardly anything is checked: ${JSON.stringify(first.left)}`
}

/**
 * All that `obeysItsClaims` checks of a rule, as values: soundness and determinism, each claim in random elections, each
 * violation in the election that is given for it.
 */
export const claimChecks = (rule: Rule, options: ClaimOptions = {}): ReadonlyArray<ClaimCheck> => {
  const { claims, violates, family } = rule
  const { runs = 200, seed = 1, counterexamples = {} } = options
  let drawn: ReadonlyArray<Election> | undefined
  const tried: Tried = { rule, options, sample: () => (drawn ??= fc.sample(elections(rule), { numRuns: runs, seed })) }
  const others = claims.filter((axiom) => axiom !== 'determinism')
  const strangers = Object.keys(counterexamples).filter((axiom) => violates.every((known) => known !== axiom))
  return [
    { title: 'never fails, and gives sound outcomes', fault: () => soundness(tried) },
    { title: 'counts the same again, and leaves the election as it was', fault: () => claimed(determinism, 'determinism', tried) },
    ...others.map((axiom) => ({ title: `obeys ${axiom}`, fault: () => claimed(lawOf(axiom, family), axiom, tried) })),
    ...violates.map((axiom) => ({ title: `violates ${axiom}`, fault: () => violated(lawOf(axiom, family), axiom, tried) })),
    ...strangers.map((axiom) => ({
      title: `has a counterexample for ${axiom}`,
      fault: () => `a counterexample for ${axiom} is given, which the rule does not say that it violates`,
    })),
  ]
}

import { applyRule } from '@isegoria/election'
import type { Axiom, Election, Outcome, Parameters, Rule, RuleFamily } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { textOfElection } from './text-of-election.ts'

/** How a rule breaks an axiom, as plain JSON. */
export interface Counterexample {
  readonly axiom: Axiom
  /** What happened, in one sentence. */
  readonly story: string
  /** The election, then those made from it that were compared with it, each as `electionOf` reads it. */
  readonly elections: ReadonlyArray<string>
  /** What the rule answered to each of the elections; left out where it failed. */
  readonly outcomes: ReadonlyArray<Outcome>
}

/**
 * An axiom as a predicate, for some families of rules.
 *
 * `check` looks at one election, makes from it what must be compared, and gives the first breach that it finds. What it
 * makes is either everything there is or, of very much, a sample drawn from a seed that is the election itself: the same
 * election gives the same answer. An election that the rule refuses, or to which the axiom does not apply, is no breach; a
 * rule that fails is one.
 */
export interface Law {
  readonly axiom: Axiom
  readonly families: ReadonlyArray<RuleFamily>
  readonly check: (rule: Rule, parameters: Parameters, election: Election) => Counterexample | undefined
}

/** A breach in terms of elections: the outcomes stand in their order. */
export interface Breach {
  readonly story: string
  readonly elections: ReadonlyArray<Election>
  readonly outcomes: ReadonlyArray<Outcome>
}

/** The outcome of an election by the rule that is looked at; `undefined` where the rule refuses it. */
export type Count = (election: Election) => Outcome | undefined

/** Finds a breach in an election, whose outcome is given. */
export type Judge = (count: Count, election: Election, outcome: Outcome) => Breach | undefined

/** Thrown from within a judgement and caught around it: whichever count fails, the law is broken. */
class RuleBroke extends Error {
  override readonly name = 'RuleBroke'
  readonly election: Election
  constructor(reason: string, election: Election) {
    super(reason)
    this.election = election
  }
}

const countBy =
  (rule: Rule, parameters: Parameters): Count =>
  (election) => {
    const outcome = applyRule(rule, election, parameters)
    if (E.isRight(outcome)) return outcome.right
    if (outcome.left.type === 'RuleFailed') throw new RuleBroke(`the rule fails: ${outcome.left.reason}`, election)
    return undefined
  }

const breachIn = (judge: Judge, count: Count, election: Election): Breach | undefined => {
  try {
    const outcome = count(election)
    return outcome === undefined ? undefined : judge(count, election, outcome)
  } catch (thrown) {
    if (!(thrown instanceof RuleBroke)) throw thrown
    return { story: thrown.message, elections: [thrown.election], outcomes: [] }
  }
}

/** The law that `judge` judges by. */
export const defineLaw = (axiom: Axiom, families: ReadonlyArray<RuleFamily>, judge: Judge): Law => ({
  axiom,
  families,
  check: (rule, parameters, election) => {
    const breach = breachIn(judge, countBy(rule, parameters), election)
    return breach && { axiom, story: breach.story, elections: breach.elections.map(textOfElection), outcomes: breach.outcomes }
  },
})

/**
 * A law about who wins: for rules of voting, and for committees of one seat. Of larger committees such an axiom says nothing,
 * and they are not judged.
 */
export const lawOfWinners = (axiom: Axiom, judge: Judge): Law =>
  defineLaw(axiom, ['voting', 'committee'], (count, election, outcome) =>
    outcome.type === 'committee' && election.seats !== 1 ? undefined : judge(count, election, outcome),
  )

/** What an outcome chooses: winners, members of any committee, projects funded, parties with a seat. */
export const chosenBy = (outcome: Outcome): ReadonlyArray<string> => {
  switch (outcome.type) {
    case 'ranking':
      return outcome.winners
    case 'committee':
      return [...new Set(outcome.committees.flat())]
    case 'allocation':
      return outcome.selected
    case 'seats':
      return Object.keys(outcome.seats).filter((party) => (outcome.seats[party] ?? 0) > 0)
  }
}

/** Options as they stand in a story: `a and b`, `nobody`. */
export const named = (options: Iterable<string>): string => [...options].join(' and ') || 'nobody'

/** Who wins, in a story: `a wins`, `a and b win`. */
export const win = (winners: ReadonlyArray<string>): string => `${named(winners)} ${winners.length > 1 ? 'win' : 'wins'}`

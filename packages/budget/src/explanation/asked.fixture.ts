import { applyRule } from '@isegoria/election'
import type { AllocationOutcome, Ballot, Election, Parameters, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { whyProject } from './why-project.ts'
import type { WhyProject } from './why-project.ts'

export const approve = (...approved: ReadonlyArray<string>): Ballot => ({ type: 'approval', approved })

export const allocated = (rule: Rule, parameters: Parameters, election: Election): AllocationOutcome => {
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'allocation') throw new Error(JSON.stringify(outcome))
  return outcome.right
}

export const why = (rule: Rule, parameters: Parameters, election: Election, id: string): WhyProject => {
  const answer = whyProject(rule, parameters, election, allocated(rule, parameters, election), id)
  if (answer === undefined || E.isLeft(answer)) throw new Error(JSON.stringify(answer))
  return answer.right
}

import * as t from 'io-ts'
import type { Requirement } from '../profiles/legal-profile.ts'
import { lackIf } from './lack.ts'
import type { Lack } from './lack.ts'

/** The stages in which a department of the public body has its part. */
export const Stage = t.keyof({ design: null, collection: null, synthesis: null, decision: null, return: null, 'follow-up': null }, 'Stage')
export type Stage = t.TypeOf<typeof Stage>

/** Who watches over a procedure from outside the body that holds it. */
export const Office = t.keyof({ guarantor: null, commissioner: null }, 'Office')
export type Office = t.TypeOf<typeof Office>

export interface Department {
  readonly department: string
  readonly stages: ReadonlyArray<Stage>
}

interface Officer {
  readonly office: Office
  /** A role or pseudonym. */
  readonly officer: string
}

/** What has been made ready so far; `information`: the hashes of the files published. */
export interface Prepared {
  readonly departments: ReadonlyArray<Department>
  readonly officers: ReadonlyArray<Officer>
  readonly information: ReadonlyArray<string>
}

const stages: ReadonlyArray<Stage> = ['design', 'collection', 'synthesis', 'decision', 'return', 'follow-up']

const lacksOfDepartments = (rule: string, departments: ReadonlyArray<Department>): ReadonlyArray<Lack> => {
  if (departments.length === 0) return [{ rule, missing: 'departments', count: 1 }]
  const left = stages.filter((stage) => departments.every((one) => !one.stages.includes(stage)))
  return left.length === 0 ? [] : [{ rule, missing: `departments in ${left.join(', ')}`, count: left.length }]
}

/** What is missing of one requirement; of departments, at least one in every stage from design to follow-up. */
export const lacksOfRequirement = (of: Requirement, rule: string, { departments, officers, information }: Prepared): ReadonlyArray<Lack> => {
  switch (of) {
    case 'departments':
      return lacksOfDepartments(rule, departments)
    case 'guarantor':
    case 'commissioner':
      return lackIf(!officers.some(({ office }) => office === of), rule, of)
    case 'information':
      return lackIf(information.length === 0, rule, of)
  }
}

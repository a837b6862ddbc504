import type { GivenResponse, SurveyResponseState } from '../survey-response.ts'
import { chosenIn } from './answers-of.ts'

/** An attribute of respondents with its values. */
export interface Attribute {
  readonly name: string
  readonly values: ReadonlyArray<string>
}
interface Column {
  answered: number
  readonly choices: Map<string, number>
}
const columnOf = ({ attributes }: GivenResponse, { name, values }: Attribute): string => {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  return value !== undefined && values.includes(value) ? value : ''
}

/** How those of each value answered a question; under `''` those who did not state it. Only values that somebody has. */
export const countsOf = (questionId: string, attribute: Attribute, responses: Iterable<SurveyResponseState>): ReadonlyMap<string, Column> => {
  const columns = new Map<string, Column>()
  for (const response of responses) {
    const chosen = response.status === 'Answered' ? chosenIn(response, questionId) : undefined
    if (response.status !== 'Answered' || chosen === undefined) continue
    const value = columnOf(response, attribute)
    const column = columns.get(value) ?? { answered: 0, choices: new Map<string, number>() }
    columns.set(value, column)
    column.answered++
    for (const choice of chosen) column.choices.set(choice, (column.choices.get(choice) ?? 0) + 1)
  }
  return columns
}

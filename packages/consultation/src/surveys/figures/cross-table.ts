import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { choicesOf } from '../questionnaire/question.ts'
import type { Question } from '../questionnaire/question.ts'
import type { SurveyResponseState } from '../survey-response.ts'
import { countsOf } from './counts-by-attribute.ts'
import type { Attribute } from './counts-by-attribute.ts'
import { shownOfMultiple, shownOfSingle } from './shown-of-table.ts'
import type { Published } from './published.ts'

/** *Shape*: `cells` has a row for each of `rows` (choices) and in it a cell for each of `columns` (values; `''`: not stated). */
export interface CrossTable {
  readonly questionId: string
  readonly attribute: string
  readonly rows: ReadonlyArray<string>
  readonly columns: ReadonlyArray<string>
  readonly cells: ReadonlyArray<ReadonlyArray<Published>>
  /** How many gave each choice. Where several may be chosen they do not add up to `total`. */
  readonly rowTotals: ReadonlyArray<Published>
  /** How many of each value answered the question. */
  readonly columnTotals: ReadonlyArray<Published>
  readonly total: Published
}
export interface NotCounted {
  readonly type: 'QuestionNotCounted'
  readonly questionId: string
  readonly kind: Question['form']['kind']
}

/**
 * How each choice of a question was given by respondents of each value of an attribute, as it may be published under the
 * threshold `k`: no cell and no total below `k`, and none that could be found from the others (`hiddenOfTable`).
 *
 * Each table is protected by itself. Publish no second table that has the same totals, such as of the same question by another
 * attribute, unless it hides the same ones; and none of a group within this one.
 * Errors: numbers and texts are not counted one by one. Throws `RangeError` for a threshold that is none.
 */
export const crossTable = (
  question: Question,
  attribute: Attribute,
  responses: Iterable<SurveyResponseState>,
  k: number,
): Either<NotCounted, CrossTable> => {
  const rows = choicesOf(question)
  if (rows === undefined) return E.left({ type: 'QuestionNotCounted', questionId: question.id, kind: question.form.kind })
  const counts = countsOf(question.id, attribute, responses)
  const columns = [...attribute.values, ...(counts.has('') ? [''] : [])]
  const cells = rows.map((row) => columns.map((column) => counts.get(column)?.choices.get(row) ?? 0))
  const answered = columns.map((column) => counts.get(column)?.answered ?? 0)
  const { form } = question
  const table =
    form.kind === 'multiple' ? shownOfMultiple(cells, answered, Math.min(form.atMost, rows.length), k) : shownOfSingle(cells, answered.length, k)
  const width = columns.length
  const last = table.at(-1) ?? []
  const inner = table.slice(0, -1)
  return E.right({
    questionId: question.id,
    attribute: attribute.name,
    rows,
    columns,
    cells: inner.map((row) => row.slice(0, width)),
    rowTotals: inner.map((row) => row[width] ?? 'suppressed'),
    columnTotals: last.slice(0, width),
    total: last[width] ?? 'suppressed',
  })
}

import { applyRule } from '@isegoria/election'
import type { OptionId, Outcome, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { assertRule, chooseOfficial, chooseWith, describeRuleRejection, isOfficial } from './choose.ts'
import { countedFile, officialFile } from './counted-file.ts'
import type { CountedAs } from './counted-file.ts'
import { bookWith } from './rule-book.ts'
import { settled } from './settled.ts'
import { CommandRefused } from './terminal.ts'

/** How files are to be counted. Plain data: it is handed from thread to thread. */
export interface TallyOptions extends CountedAs {
  readonly rule: string
  readonly unranked?: string
  readonly settle?: string
  readonly rules?: string
}

interface Tallied {
  readonly file: string
  readonly rule: { readonly id: string; readonly version: string; readonly parameters: Readonly<Record<string, string>> }
  readonly outcome: Outcome
}

/** What is printed as JSON, and the names that options have beside their ids, for people. */
interface ToldFile {
  readonly document: Tallied
  readonly names: ReadonlyMap<OptionId, string>
}

/**
 * Counts one file. What the user says of unranked options comes before what the file says, and both before the rule's default.
 * Errors: `CommandRefused`.
 */
export const tallyFile = (
  path: string,
  note: (text: string) => void,
  book: ReadonlyArray<Rule>,
  { rule: text, unranked: asked, settle, ...as }: TallyOptions,
): ToldFile => {
  const { election, unranked, official, notes } = isOfficial(text) ? officialFile(path, as) : countedFile(path, as)
  for (const sentence of notes) note(`note: ${onOneLine(sentence)}\n`)
  const meaning = asked ?? unranked
  const open = meaning === undefined ? {} : { unranked: meaning }
  const { rule, parameters } = official === undefined ? chooseWith(book, text, open, election) : chooseOfficial(book, text, official, election)
  const outcome = applyRule(rule, election, parameters)
  if (E.isLeft(outcome)) throw new CommandRefused(`${path}: ${describeRuleRejection(outcome.left)}`)
  const document = {
    file: path,
    rule: { id: rule.id, version: rule.version, parameters },
    outcome: settle === undefined ? outcome.right : settled(path, settle, election, outcome.right),
  }
  return { document, names: new Map(election.options.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]]))) }
}

/** What is said of one file of a folder. */
export interface FileAnswer {
  /** A line of JSON: the outcome, or why the file is refused. */
  readonly out: string
  /** What is odd about it, or why it is refused. */
  readonly error: string
  readonly isRefused: boolean
}

/** The answer for a file that cannot be counted: a line with its error. */
export const refusedFile = (file: string, reason: string, notes = ''): FileAnswer => {
  const error = onOneLine(reason)
  return { out: `${JSON.stringify({ file, error })}\n`, error: `${notes}${error}\n`, isRefused: true }
}

/**
 * Counts files one after another, whatever is wrong with one of them: each has its answer.
 *
 * Errors: throws `CommandRefused` for a rule that there is not.
 * @example
 * const answerOf = fileTally({ rule: 'greedy' })
 * JSON.parse(answerOf('town.pb').out).outcome.cost // => '900'
 * answerOf('none.pb').isRefused // => true
 */
export const fileTally = (options: TallyOptions): ((path: string) => FileAnswer) => {
  const book = bookWith(options.rules)
  assertRule(book, options.rule)
  return (path) => {
    let notes = ''
    try {
      const { document } = tallyFile(path, (text) => (notes += text), book, options)
      return { out: `${JSON.stringify(document)}\n`, error: notes, isRefused: false }
    } catch (thrown) {
      return refusedFile(path, thrown instanceof CommandRefused ? thrown.message : `${path}: unexpected failure: ${String(thrown)}`, notes)
    }
  }
}

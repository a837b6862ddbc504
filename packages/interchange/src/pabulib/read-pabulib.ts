import { parseMoney, withDecimals } from '@isegoria/exact'
import type { Money } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { Fault } from '../fault.ts'
import { recordReader } from '../records.ts'
import { textOf } from '../text-of.ts'
import { voteTypes } from './ballot-of.ts'
import type { VoteType } from './ballot-of.ts'
import { withCastBallots } from './cast-ballots.ts'
import { pabulibBallotForm } from './pabulib-ballot-form.ts'
import { isNoDay } from './pabulib-days.ts'
import type { PabulibFile, PabulibNote, PabulibProject } from './pabulib-file.ts'
import { pabulibRule } from './pabulib-rule.ts'
import { readVotes } from './read-votes.ts'
import type { PabulibRejection } from './rejection.ts'
import { column, otherColumns, requiredColumn, sectionsOf } from './sections.ts'
import type { Section } from './sections.ts'

interface Meta {
  readonly values: Readonly<Record<string, string>>
  readonly lines: Readonly<Record<string, number>>
  readonly lineOf: (key: string) => number
}

const readMeta = (section: Section): Meta => {
  const [key, value] = [requiredColumn(section, 'key'), requiredColumn(section, 'value')]
  const lines = new Map<string, number>()
  const values: Array<readonly [string, string]> = []
  for (const row of section.rows) {
    if (lines.has(key(row))) throw new Fault(row.line, key(row), 'the key stands twice in META')
    lines.set(key(row), row.line)
    values.push([key(row), value(row)])
  }
  return { values: Object.fromEntries(values), lines: Object.fromEntries(lines), lineOf: (name) => lines.get(name) ?? section.line }
}

const required = ({ values, lineOf }: Meta, key: string): string => {
  const value = values[key]
  if (value === undefined || value === '') throw new Fault(lineOf(key), key, 'the key is missing from META')
  return value
}

const amount = (text: string, line: number, field: string): Money => {
  const money = parseMoney(text)
  if (money === undefined) throw new Fault(line, field, `'${text.slice(0, 80)}' is no amount of money`)
  if (money.minor < 0n) throw new Fault(line, field, `${text.slice(0, 80)} is below zero`)
  return money
}

const assertCount = (meta: Meta, key: string, found: number): void => {
  const text = required(meta, key)
  if (!/^\d+$/.test(text)) throw new Fault(meta.lineOf(key), key, `'${text.slice(0, 80)}' is no whole number`)
  if (Number(text) !== found) throw new Fault(meta.lineOf(key), key, `${text} announced, ${found} found: the file is truncated or was changed`)
}

const voteTypeOf = (meta: Meta): VoteType => {
  const text = required(meta, 'vote_type')
  const type = voteTypes.find((known) => known === text)
  if (type === undefined) throw new Fault(meta.lineOf('vote_type'), 'vote_type', `'${text.slice(0, 80)}' is none of ${voteTypes.join(', ')}`)
  return type
}

const dayNotes = ({ values, lineOf }: Meta): ReadonlyArray<PabulibNote> =>
  ['date_begin', 'date_end'].flatMap((key) => {
    const text = values[key] ?? ''
    return isNoDay(text) ? [{ line: lineOf(key), note: `${key}: '${text.slice(0, 80)}' is no day; it is taken as unknown` }] : []
  })

interface ReadProjects {
  readonly projects: ReadonlyArray<Omit<PabulibProject, 'cost'> & { readonly price: Money }>
  readonly ids: ReadonlyMap<string, string>
}

const readProjects = (section: Section): ReadProjects => {
  const [id, cost] = [requiredColumn(section, 'project_id'), requiredColumn(section, 'cost')]
  const [name, selected] = [column(section, 'name'), column(section, 'selected')]
  const others = otherColumns(section, new Set(['project_id', 'cost', 'name', 'selected']))
  const ids = new Map<string, string>()
  const projects = Array.from(section.rows, (row) => {
    if (id(row) === '') throw new Fault(row.line, 'project_id', 'the project has no id')
    if (ids.has(id(row))) throw new Fault(row.line, 'project_id', `project '${id(row)}' stands twice`)
    ids.set(id(row), id(row))
    const [called, published] = [name(row), selected(row)]
    const named = called === undefined ? {} : { name: called }
    return {
      id: id(row),
      price: amount(cost(row), row.line, 'cost'),
      ...named,
      ...(published === undefined ? {} : { selected: published }),
      attributes: others(row),
    }
  })
  if (projects.length === 0) throw new Fault(section.line, 'PROJECTS', 'there is no project')
  return { projects, ids }
}

const ruleNotes = ({ values, lineOf }: Meta): ReadonlyArray<PabulibNote> => {
  const { note } = pabulibRule(values['rule'])
  return note === undefined ? [] : [{ line: lineOf('rule'), note }]
}

const read = (input: string | Uint8Array): PabulibFile => {
  const records = recordReader(textOf(input), ';')
  const sections = sectionsOf(records)
  const meta = readMeta(sections.meta())
  const voteType = voteTypeOf(meta)
  const budget = amount(required(meta, 'budget'), meta.lineOf('budget'), 'budget')
  const { projects, ids } = readProjects(sections.projects())
  assertCount(meta, 'num_projects', projects.length)
  const { count, ballots, votes, notes } = readVotes(sections.votes(), records, voteType, ids)
  assertCount(meta, 'num_votes', count)
  const limits = pabulibBallotForm({ meta: meta.values, voteType }, ballots)
  const decimals = projects.reduce((most, { price }) => Math.max(most, price.decimals), budget.decimals)
  const file: PabulibFile = {
    meta: meta.values,
    metaLines: meta.lines,
    title: meta.values['description'] ?? 'Participatory budget',
    voteType,
    budget: withDecimals(budget, decimals).minor,
    decimals,
    projects: projects.map(({ price, ...project }) => ({ ...project, cost: withDecimals(price, decimals).minor })),
    get votes() {
      return votes()
    },
    form: limits.form,
    notes: [...dayNotes(meta), ...ruleNotes(meta), ...notes, ...limits.notes],
  }
  return withCastBallots(file, ballots)
}

/**
 * Reads a Pabulib file (.pb): META, PROJECTS and VOTES, wholly or not at all.
 *
 * Tolerated: a byte order mark, either line ending, quoted fields, decimal amounts, ids of any text, a project named twice
 * in one approval. Errors: the first fault with line and field. Cost: linear in the file.
 * Source: Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis", IJCAI 2023, https://arxiv.org/abs/2305.11035
 * @example
 * import { readFileSync } from 'node:fs'
 * import { E } from '@isegoria/kernel'
 *
 * const town = readPabulib(readFileSync('town.pb'), 'town.pb')
 * E.isRight(town) && town.right.votes.length // => 6
 * readPabulib('', 'empty.pb') // => E.left({ type: 'PabulibRejected', file: 'empty.pb', line: 0, field: 'META', reason: 'the file is empty' })
 */
export const readPabulib = (input: string | Uint8Array, file: string): Either<PabulibRejection, PabulibFile> => {
  try {
    return E.right(read(input))
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown
    return E.left({ type: 'PabulibRejected', file, line: thrown.line, field: thrown.field, reason: thrown.message })
  }
}

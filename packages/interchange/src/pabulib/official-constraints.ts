import type { Constraint } from '@isegoria/election'
import { parseMoney, tenTo } from '@isegoria/exact'
import { exclusionsIn } from './exclusions.ts'
import type { PabulibFile, PabulibNote } from './pabulib-file.ts'

/** What a file asks of its own count, and what of that cannot be seen to. */
export interface ReadConstraints {
  readonly constraints: ReadonlyArray<Constraint>
  readonly notes: ReadonlyArray<PabulibNote>
}

/** The cost of projects that were withdrawn after their votes were cast, in whole units of money. */
const withdrawnCost = 999_999_999n

/** Minor units of the file, cut off where the text has more decimals. */
const minorOf = (text: string, decimals: number): bigint | undefined => {
  const money = parseMoney(text.trim())
  return money === undefined || money.minor < 0n ? undefined : (money.minor * tenTo(decimals)) / tenTo(money.decimals)
}

const names = (text = ''): ReadonlyArray<string> => (text === '' ? [] : text.split(',').map((name) => name.trim()))

/** Caps on what is spent in each part of the projects: names under `key`, amounts under `amounts`, and the parts of a project in `column`. */
const caps = (file: PabulibFile, key: string, amounts: string, column: string): ReadConstraints => {
  const { meta, metaLines, projects, decimals } = file
  const text = meta[amounts] ?? ''
  if (text === '') return { constraints: [], notes: [] }
  const parts = names(meta[key])
  const most = names(text).map((amount) => minorOf(amount, decimals))
  const constraints = parts.flatMap((name, place): ReadonlyArray<Constraint> => {
    const cap = most[place]
    const options = projects.filter(({ attributes }) => names(attributes[column]).includes(name) || attributes[column] === name)
    return cap === undefined ? [] : [{ type: 'cap', name, options: options.map(({ id }) => id), most: cap }]
  })
  if (parts.length === most.length && constraints.length === parts.length) return { constraints, notes: [] }
  return {
    constraints: [],
    notes: [{ line: metaLines[amounts] ?? 0, note: `${amounts}: there are not as many amounts as ${key} names; none is kept` }],
  }
}

/** Scores are whole: a threshold between two is the upper one. */
const threshold = ({ meta, metaLines }: PabulibFile): ReadConstraints => {
  const text = meta['min_project_score_threshold'] ?? ''
  if (text === '') return { constraints: [], notes: [] }
  const score = parseMoney(text)
  const unit = tenTo(score?.decimals ?? 0)
  const least = score === undefined ? Number.NaN : Number((score.minor + unit - 1n) / unit)
  if (Number.isSafeInteger(least) && least >= 0) return { constraints: least === 0 ? [] : [{ type: 'least-score', least }], notes: [] }
  const note = `min_project_score_threshold: '${text.slice(0, 80)}' is no score; it is left out`
  return { constraints: [], notes: [{ line: metaLines['min_project_score_threshold'] ?? 0, note }] }
}

const leftovers = ({ meta, metaLines }: PabulibFile): ReadConstraints => {
  const text = meta['leftover_budget'] ?? ''
  if (/^partially fund/i.test(text)) return { constraints: [{ type: 'part-funding' }], notes: [] }
  const isCapped = ['budget_per_category', 'budget_per_neighborhood'].some((key) => (meta[key] ?? '') !== '')
  if (!/^fund additional/i.test(text) || !isCapped) return { constraints: [], notes: [] }
  const note = 'leftover_budget: what is left over is spent within the caps here; the body may have spent it without them'
  return { constraints: [], notes: [{ line: metaLines['leftover_budget'] ?? 0, note }] }
}

const exclusions = ({ meta, metaLines, projects }: PabulibFile): ReadConstraints => {
  const groups = exclusionsIn(meta['comment'] ?? '', new Set(projects.map(({ id }) => id)))
  const constraints = groups.map((options) => ({ type: 'at-most', name: options.join(', '), options, most: 1 }) as const)
  if (meta['rule'] !== 'greedy-exclusive' || constraints.length > 0) return { constraints, notes: [] }
  return {
    constraints,
    notes: [{ line: metaLines['rule'] ?? 0, note: 'rule: no comment lists the projects that exclude one another; none is kept out' }],
  }
}

const withdrawn = ({ projects, decimals, budget }: PabulibFile): ReadConstraints => {
  const cost = withdrawnCost * tenTo(decimals)
  const options = projects.filter((project) => project.cost === cost && cost > budget).map(({ id }) => id)
  return { constraints: options.length === 0 ? [] : [{ type: 'at-most', name: 'withdrawn', options, most: 0 }], notes: [] }
}

/**
 * The constraints under which the winners of a file were chosen: its threshold, its caps by category and neighbourhood, what
 * it says of money left over, exclusions that its comment lists, projects that were withdrawn.
 */
export const officialConstraints = (file: PabulibFile): ReadConstraints => {
  const read = [
    threshold(file),
    caps(file, 'categories', 'budget_per_category', 'category'),
    caps(file, 'neighborhoods', 'budget_per_neighborhood', 'neighborhood'),
    leftovers(file),
    exclusions(file),
    withdrawn(file),
  ]
  return { constraints: read.flatMap(({ constraints }) => constraints), notes: read.flatMap(({ notes }) => notes) }
}

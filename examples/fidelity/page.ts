import type { Summary } from './summary.ts'

const most = 6

const listed = (instances: ReadonlyArray<string>): string =>
  instances.length <= most ? instances.join(', ') : `${instances.slice(0, most).join(', ')} and ${instances.length - most} more`

/** What is compared and no rule stands in round brackets where rules have their ids, and is told without them. */
export const comparedName = (rule: string): string => {
  const [, name, parameters] = /^\((\w+):(.*)\)$/.exec(rule) ?? []
  return name === undefined ? rule : `${name} of options, ${parameters ?? ''}`
}

const asText = (rule: string): string => (comparedName(rule) === rule ? `\`${rule}\`` : comparedName(rule))

/** How many instances differ for a reason that is told. */
export const explainedOf = ({ explained }: Summary): number => [...explained.values()].reduce((sum, instances) => sum + instances.length, 0)

/** The sum of a figure of all comparisons. */
export const totalOf = (summaries: ReadonlyArray<Summary>, figure: (summary: Summary) => number): number =>
  summaries.reduce((sum, summary) => sum + figure(summary), 0)

const cellsOf = (summary: Summary): ReadonlyArray<string> => {
  const { rule, source, compared, equal, unexplained } = summary
  return [asText(rule), source, ...[compared, equal, explainedOf(summary), unexplained.length].map(String)]
}

const isText = (column: number): boolean => column < 2

/** A table whose columns are as wide as their widest cell: two of text, then figures. */
const tableOf = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const [heading = []] = rows
  const widths = heading.map((_, column) => rows.reduce((widest, row) => Math.max(widest, (row[column] ?? '').length), 0))
  const line = (row: ReadonlyArray<string>): string =>
    `| ${row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (isText(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(heading), `| ${rule.join(' | ')} |`, ...rows.slice(1).map(line)].join('\n')
}

const reasonsOf = ({ rule, source, explained }: Summary): ReadonlyArray<string> =>
  [...explained].map(([reason, instances]) => `- ${asText(rule)}, ${source}: ${reason} (${listed(instances)})`)

/** The reference page of what was compared with whom, as Markdown. */
export const fidelityPage = (summaries: ReadonlyArray<Summary>): string => {
  const reasons = summaries.flatMap(reasonsOf)
  const total = (figure: (summary: Summary) => number): number => totalOf(summaries, figure)
  return `${[
    '# Fidelity',
    'Our outcomes beside those that other tools and authorities published for the same elections. `npx -y pnpm@12.21.0 fidelity --write` makes this page from the folder that `ISEGORIA_DATA` names; the tests compare the two.',
    `${total(({ compared }) => compared)} outcomes were compared: ${total(({ equal }) => equal)} are equal, ${total(explainedOf)} differ for a reason that is told, ${total(({ unexplained }) => unexplained.length)} without one.`,
    tableOf([['rule', 'published by', 'compared', 'equal', 'explained', 'not explained'], ...summaries.map(cellsOf)]),
    ...(reasons.length === 0 ? [] : ['## Differences, and why', reasons.join('\n')]),
  ].join('\n\n')}\n`
}

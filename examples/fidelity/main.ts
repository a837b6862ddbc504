import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { textTable } from '@isegoria/report'
import { comparedName, explainedOf, fidelityPage, totalOf } from './page.ts'
import { sources } from './sources.ts'
import { summariesOf } from './summary.ts'
import type { Summary } from './summary.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { json: { type: 'string' }, write: { type: 'boolean', default: false } },
})

const figures: ReadonlyArray<(summary: Summary) => number> = [
  ({ compared }) => compared,
  ({ equal }) => equal,
  explainedOf,
  ({ unexplained }) => unexplained.length,
]

const table = (summaries: ReadonlyArray<Summary>): string =>
  textTable([
    ['rule', 'published by', 'compared', 'equal', 'explained', 'not explained'],
    ...summaries.map((one) => [comparedName(one.rule), one.source, ...figures.map((figure) => `${figure(one)}`)]),
    ['total', '', ...figures.map((figure) => `${totalOf(summaries, figure)}`)],
  ])

const data = process.env['ISEGORIA_DATA']
if (data === undefined) {
  process.stderr.write('ISEGORIA_DATA names no folder of published elections\n')
  process.exitCode = 1
} else {
  const summaries = sources.flatMap((source) => summariesOf(source, data))
  const unexplained = summaries.flatMap((summary) => summary.unexplained.map((difference) => `${summary.rule}, ${summary.source}, ${difference}`))
  process.stdout.write(`${table(summaries)}\n`)
  for (const difference of unexplained) process.stdout.write(`${difference}\n`)
  const plain = summaries.map((summary) => ({ ...summary, explained: Object.fromEntries(summary.explained) }))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(plain, null, 2)}\n`)
  if (values.write) writeFileSync(new URL('../../docs/reference/fidelity.md', import.meta.url), fidelityPage(summaries))
  if (unexplained.length > 0) process.exitCode = 1
}

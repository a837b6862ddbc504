import { writeFileSync } from 'node:fs'
import { townOf } from '@isegoria-examples/participatory-budget/town'
import { grouped } from '@isegoria/report'
import type { Work } from './harness.ts'
import { isegoria } from './workplace.ts'
import type { Workplace } from './workplace.ts'

const residents = [1000, 10_000, 100_000]
const rules = ['greedy', 'equal-shares', 'equal-shares:completion=add1']

/** Import, replay and tally of one generated town, each by the command a user types. */
const worksOf = async (place: Workplace, voters: number): Promise<ReadonlyArray<Work>> => {
  const [file, log, again] = [place.path(`${voters}.pb`), place.path(`${voters}.db`), `${voters}-again.db`]
  writeFileSync(file, townOf('isegoria', voters))
  await isegoria('import', file, '--store', log)
  const common = { size: `${grouped(`${voters}`)} ballots`, items: voters, unit: 'ballots' }
  const importing = (): Promise<string> => {
    place.removeLog(again)
    return isegoria('import', file, '--store', place.path(again))
  }
  return [
    { ...common, work: 'import', run: importing },
    { ...common, work: 'replay', run: () => isegoria('replay', log, '--json') },
    ...rules.map((rule) => ({ ...common, work: `tally ${rule}`, run: () => isegoria('tally', file, '--rule', rule, '--json') })),
  ]
}

export const townWorks = async (place: Workplace): Promise<ReadonlyArray<Work>> => {
  const works: Array<Work> = []
  for (const voters of residents) works.push(...(await worksOf(place, voters)))
  return works
}

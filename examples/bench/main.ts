import { existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { allocationPairs, growthWorks } from './allocation.ts'
import { compare, measure } from './harness.ts'
import type { Compared, Measured, Work } from './harness.ts'
import { pairsOf } from './pairs.ts'
import { folderWorks, parsingPairs } from './parsing.ts'
import { pairsTable, wholeTable, worksTable } from './print.ts'
import { townWorks } from './towns.ts'
import { votingPairs, votingWorks } from './voting.ts'
import { multiplied, wholeRun } from './whole.ts'
import type { WholeRun } from './whole.ts'
import { workplace } from './workplace.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { json: { type: 'string' }, rounds: { type: 'string', default: '7' }, only: { type: 'string' } },
})
const rounds = Number(values.rounds)
if (!Number.isSafeInteger(rounds) || rounds < 1) throw new RangeError(`--rounds is a whole number from 1, not ${values.rounds}`)
const isWanted = (part: string): boolean => values.only === undefined || values.only === part
const print = (title: string, text: string): void => void process.stdout.write(`\n${title}\n\n${text}\n`)

const data = process.env['ISEGORIA_DATA']
const lodz = data === undefined ? undefined : join(data, 'pabulib', 'Poland_Lodz_2022.pb')
const isHere = lodz !== undefined && existsSync(lodz)

const totalOf = (run: WholeRun | undefined): number => (run?.stages ?? []).reduce((sum, { time }) => sum + time, 0)

const place = workplace()
try {
  const works: Array<Measured> = []
  const pairs: Array<Compared> = []
  const whole: Array<WholeRun> = []
  const measured = async (title: string, all: ReadonlyArray<Work>, times: number): Promise<void> => {
    const done: Array<Measured> = []
    for (const work of all) done.push(await measure(work, times))
    works.push(...done)
    print(title, worksTable(done))
  }

  if (isWanted('towns')) {
    await measured('Generated towns, by the command a user types', await townWorks(place), rounds)
  }
  if (!isHere) print('Łódź 2022', 'skipped: the folder named by ISEGORIA_DATA has no pabulib/Poland_Lodz_2022.pb')
  if (isHere && isWanted('pairs')) {
    for (const pair of await pairsOf(place, 'Łódź 2022', lodz)) pairs.push(await compare(pair, rounds))
    print('Beside a loop written by hand, in turns', pairsTable(pairs))
  }
  if (isHere && isWanted('parsing')) {
    const parsing: Array<Compared> = []
    for (const pair of parsingPairs(dirname(lodz), lodz)) parsing.push(await compare(pair, rounds))
    pairs.push(...parsing)
    print('Reading .pb files beside splitting their text, in turns', pairsTable(parsing))
    await measured('A folder of .pb files, by the command a user types', folderWorks(dirname(lodz)), rounds)
  }
  if (isHere && isWanted('allocation')) {
    const allocation: Array<Compared> = []
    for (const pair of allocationPairs(dirname(lodz))) allocation.push(await compare(pair, rounds))
    pairs.push(...allocation)
    print('Allocations beside passes over the ballots, in turns', pairsTable(allocation))
  }
  if (isWanted('growth')) {
    await measured('Equal Shares as elections grow', growthWorks(), Math.min(rounds, 3))
    print('Memory', `At most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, all of these elections at once.`)
  }
  if (isWanted('voting')) {
    await measured('Generated polls, from ballots to outcome', votingWorks(), Math.min(rounds, 5))
  }
  if (data !== undefined && isWanted('peers')) {
    for (const pair of await votingPairs(data)) pairs.push(await compare(pair, rounds))
    print('Beside other packages, in turns', pairsTable(pairs))
  }
  if (isHere && isWanted('whole')) {
    const tenfold = place.path('tenfold.pb')
    await multiplied(lodz, 10, tenfold)
    whole.push(await wholeRun(place, 'Łódź 2022', lodz))
    whole.push(await wholeRun(place, 'Łódź 2022, ten times the ballots', tenfold))
    const ratio = totalOf(whole[1]) / totalOf(whole[0])
    print('The whole run, in a process of its own', `${wholeTable(whole)}\n\nTen times the ballots take ${ratio.toFixed(1)} times as long.`)
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, processors: cpus().length, rounds, works, pairs, whole }, null, 2)}\n`)
} finally {
  place.clear()
}

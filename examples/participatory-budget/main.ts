import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { run } from '@isegoria/cli'
import { townOf } from './town.ts'

const out = 'out'
const rules = ['greedy:satisfaction=cost', 'equal-shares:utility=cost,completion=add1,start=floor,stop=overspend']

/** Runs one command line and gives what it wrote to stdout; a refusal ends the demo with its exit code. */
const isegoria = async (...args: ReadonlyArray<string>): Promise<string> => {
  let written = ''
  const code = await run(args, {
    out: (text) => (written += text),
    error: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  })
  if (code !== 0) process.exit(code)
  return written
}

const sourceOf = (given: string | undefined): string => {
  if (given !== undefined) return given
  const path = join(out, 'town.pb')
  writeFileSync(path, townOf('isegoria', 5000))
  process.stdout.write(`A town of its own making: 5,000 residents, 40 projects (${path})\n`)
  return path
}

mkdirSync(out, { recursive: true })
const source = sourceOf(process.argv.slice(2).find((argument) => argument !== '--'))
const [log, again] = [join(out, 'demo.db'), join(out, 'demo-again.db')]
for (const path of [log, again]) for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })

process.stdout.write(`\n1. Import: the file becomes the events of a whole consultation\n${await isegoria('import', source, '--store', log)}`)
await isegoria('import', source, '--store', again)

const [first, second]: ReadonlyArray<{ hash: string; events: number }> = [
  JSON.parse(await isegoria('replay', log, '--json')),
  JSON.parse(await isegoria('replay', again, '--json')),
]
if (first === undefined || second === undefined || first.hash !== second.hash) {
  process.stderr.write('the two replays differ\n')
  process.exit(1)
}
process.stdout.write(
  `\n2. Replay: two logs of the same file, ${first.events} events each, are byte-identical but for ids and times\n   SHA-256 ${first.hash}\n`,
)
const page = join(out, 'comparison.html')
const asked = rules.flatMap((rule) => ['--rule', rule])
process.stdout.write(`\n3. Decide: the same ballots by two rules\n${await isegoria('replay', log, ...asked, '--report', page)}`)
process.stdout.write(`\n4. Read: the comparison as one page, without scripts or network\n   ${resolve(page)}\n`)

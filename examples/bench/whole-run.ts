import { isegoria } from './workplace.ts'

// A process of its own, so that its memory is that of one run: import, replay and tally of one file, told as JSON.

const [file = '', log = ''] = process.argv.slice(2)
const stages: Array<{ readonly stage: string; readonly time: number; readonly peak: number }> = []

const stage = async (name: string, ...args: ReadonlyArray<string>): Promise<void> => {
  const start = performance.now()
  await isegoria(...args)
  stages.push({ stage: name, time: performance.now() - start, peak: process.resourceUsage().maxRSS * 1024 })
}

await stage('import', 'import', file, '--store', log)
await stage('replay', 'replay', log, '--json')
await stage('tally', 'tally', file, '--rule', 'equal-shares', '--json')
process.stdout.write(JSON.stringify(stages))

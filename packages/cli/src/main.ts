#!/usr/bin/env node
import { run } from './run.ts'

let isUnwritten = false
process.stdout.on('error', (failure: Error) => {
  // A reader that has read enough, such as `head`, is no failure.
  if (isUnwritten || ('code' in failure && failure.code === 'EPIPE')) return
  isUnwritten = true
  process.exitCode = 1
  process.stderr.write(`the answer cannot be written: ${failure.message}\n`)
})
process.stderr.on('error', () => undefined)

const code = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
})
process.exitCode = isUnwritten ? 1 : code

import { E } from '@isegoria/kernel'
import { openSqliteStore } from './index.ts'

/** Appends without end, telling each acknowledged event on stdout: the process that the crash test kills. */
const store = openSqliteStore(process.argv[2] ?? '')
for (let n = 0; ; n++) {
  const appends = Array.from({ length: 8 }, (_, writer) =>
    store.append({
      stream: `s-${writer}`,
      expected: { at: n },
      events: [{ type: 'Noted' }],
      commandId: `c-${n}`,
      recordedAt: '2026-01-01T00:00:00Z',
    })(),
  )
  for (const [writer, answer] of (await Promise.all(appends)).entries())
    if (E.isRight(answer)) process.stdout.write(`s-${writer}@${answer.right.version}\n`)
}

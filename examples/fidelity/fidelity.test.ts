import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fidelityPage } from './page.ts'
import { sources } from './sources.ts'
import { summariesOf } from './summary.ts'

const data = process.env['ISEGORIA_DATA']

describe.skipIf(data === undefined)('our outcomes beside published ones', () => {
  const summaries = data === undefined ? [] : sources.flatMap((source) => summariesOf(source, data))
  it('differ nowhere without a reason that was looked at', () => {
    expect(summaries.flatMap(({ rule, unexplained }) => unexplained.map((difference) => `${rule}: ${difference}`))).toStrictEqual([])
    expect(summaries.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(13_600)
  })
  it('are told by the reference as they are; `pnpm fidelity --write` writes it anew', () => {
    const page = readFileSync(new URL('../../docs/reference/fidelity.md', import.meta.url), 'utf8')
    expect(page).toBe(fidelityPage(summaries))
  })
})

import { describe, expect, it } from 'vitest'
import { Instant } from './index.ts'

const isInstant = (day: string): boolean => Instant.is(`${day}T08:00:00Z`)

describe('an instant', () => {
  it('is on a day that exists', () => {
    expect(
      ['2026-02-28', '2024-02-29', '2000-02-29', '2026-04-30', '2026-12-31', '9999-12-31', '0000-02-29'].filter((day) => !isInstant(day)),
    ).toStrictEqual([])
    expect(
      ['2026-02-29', '2026-02-31', '1900-02-29', '2026-04-31', '2026-06-31', '2026-09-31', '2026-11-31', '2026-01-32', '2026-01-00'].filter(
        isInstant,
      ),
    ).toStrictEqual([])
  })
  it('is so in each month of four centuries as the calendar of the machine has it', () => {
    for (let year = 1900; year < 2300; year++)
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
        const days = [29, 30, 31].filter((day) => isInstant(`${year}-${`${month}`.padStart(2, '0')}-${day}`))
        expect(days).toStrictEqual([29, 30, 31].filter((day) => day <= last))
      }
  })
})

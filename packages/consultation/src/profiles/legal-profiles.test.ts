import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { LegalProfile } from './legal-profile.ts'
import { faultsOfProfile, legalProfiles } from '../index.ts'
import { may, profileOf, register, work } from '../process/process.fixture.ts'
import { begunDays, endOfTerm, fullDays, millisecondsOf } from './term.ts'

const charter = { purpose: 'consult', placeOfCitizens: 'advice', departments: [], officers: [], information: ['0a'] } as const

describe('a legal profile', () => {
  it('is data that comes back as it was, named once, with its source', () => {
    for (const profile of legalProfiles) expect(LegalProfile.is(JSON.parse(JSON.stringify(profile)))).toBe(true)
    expect(new Set(legalProfiles.map(({ id }) => id)).size).toBe(legalProfiles.length)
    expect(legalProfiles.filter(({ source, beyond }) => source === '' || beyond.length === 0)).toStrictEqual([])
  })
  it('counts days begun: thirty from nine in the morning of the first to five in the afternoon of the thirtieth', () => {
    const inquiry = profileOf('public-inquiry')
    const [opensAt, announcedAt] = [instant('2026-05-01T09:00:00Z'), instant('2026-04-01T09:00:00Z')]
    const faults = (closesAt: string) =>
      faultsOfProfile(
        inquiry,
        { ...charter, officers: [{ office: 'commissioner', officer: 'x' }] },
        {
          version: 1,
          phases: [{ ...register(31), opensAt, closesAt: instant(closesAt) }],
          announcedAt,
        },
      )
    expect(faults('2026-05-30T17:00:00Z')).toStrictEqual([])
    expect(faults('2026-05-30T08:00:00Z')).toStrictEqual([
      { type: 'PhaseTooShort', rule: 'C. env. L123-9', phase: 'register', missing: 'days to contribute', count: 1 },
    ])
  })
  it('finds every breach at once', () => {
    const profile = profileOf('prior-concertation-with-guarantor')
    const calendar = { version: 1, phases: [{ ...register(31), closesAt: instant('2026-08-03T08:00:00Z') }] }
    const found = faultsOfProfile(profile, { ...charter, purpose: 'decide', information: [] }, calendar)
    expect(found.map(({ type, count }) => [type, count])).toStrictEqual([
      ['PurposeNotAllowed', 1],
      ['NoticeTooShort', 15],
      ['PhaseTooLong', 2],
      ['RequirementMissing', 1],
      ['RequirementMissing', 1],
    ])
  })
  it('keeps days between the collection and the decision, and misses a phase that is not there', () => {
    const profile = profileOf('participation-by-publication')
    const at = (phases: ReadonlyArray<ReturnType<typeof register>>) =>
      faultsOfProfile(profile, charter, { version: 1, phases }).map(({ type, count }) => [type, count])
    expect(at([register(25), work(29, 45)])).toStrictEqual([])
    expect(at([register(25), work(26, 45)])).toStrictEqual([['PhaseTooEarly', 3]])
    expect(at([register(25)])).toStrictEqual([['PhaseMissing', 1]])
  })
  it('does not bind before it is in force', () => {
    const calendar = { version: 1, phases: [{ ...register(31), opensAt: instant('2003-01-01T08:00:00Z') }] }
    expect(faultsOfProfile(profileOf('open-consultation'), charter, calendar).map(({ type }) => type)).toStrictEqual(['ProfileNotInForce'])
  })
})

describe('a term', () => {
  const moment = fc
    .date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => instant(date.toISOString()))
  it('counts time as the calendar of the machine does', () => {
    fc.assert(
      fc.property(moment, moment, (left, right) => {
        expect(millisecondsOf(right) - millisecondsOf(left)).toBe(Date.parse(right) - Date.parse(left))
      }),
    )
  })
  it('of months ends on the same day, or on the last of a shorter month', () => {
    const end = (from: string, months: number) => endOfTerm(instant(from), { months }) - millisecondsOf(instant('2026-01-01T00:00:00Z'))
    const day = 86_400_000
    expect(end('2025-12-31T00:00:00Z', 2) / day).toBe(58)
    expect(end('2025-11-30T00:00:00Z', 2) / day).toBe(29)
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 11 }), (from, months) => {
        const length = endOfTerm(from, { months }) - millisecondsOf(from)
        expect(length).toBeGreaterThanOrEqual(months * 28 * day)
        expect(length).toBeLessThanOrEqual(months * 31 * day)
      }),
    )
  })
  it('is short by days begun and long by days that are over', () => {
    expect([begunDays(1), begunDays(86_400_000), fullDays(86_399_999), fullDays(86_400_000)]).toStrictEqual([1, 1, 0, 1])
    expect(millisecondsOf(may(2)) - millisecondsOf(may(1))).toBe(86_400_000)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E, instant, replay } from '@isegoria/kernel'
import type { Decider, Instant } from '@isegoria/kernel'
import { consultation, expectedOfConsultation, faultsOfProfile, instantiate, legalProfiles, meeting, questionnaire, templates } from '../index.ts'
import type { ConsultationState, Opening } from '../index.ts'
import { daysAfter, hoursAfter } from './days-after.ts'
import { Template } from './template.ts'

const opensAt = instant('2027-01-15T08:00:00Z')
const each = templates.map((template) => ({ id: template.id, template }))

const prepared = (template: Template, at: Instant): Opening =>
  instantiate(template, {
    consultationId: 'c-1',
    convenor: 'Ville d’Aubel',
    opensAt: at,
    information: { contentRef: 'dossier', contentHash: '0a', publishedAt: daysAfter(at, -1) },
    officers: { commissioner: 'commissaire-7', guarantor: 'garante-3' },
  })

/** The state after commands of which none is refused. */
const after = <Command, State, Event, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  commands: ReadonlyArray<Command>,
  from = decider.initialState,
): State =>
  commands.reduce((state, command) => {
    const decided = decider.decide(command, state)
    expect(decided).toMatchObject({ _tag: 'Right' })
    return E.isRight(decided) ? replay(decider, decided.right, state) : state
  }, from)

const scheduledBy = ({ commands }: Opening): ConsultationState => after(consultation, commands)

describe('templates', () => {
  it('are eleven, each named once', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(11)
  })
  it.each(each)('$id is data that comes back as it was', ({ template }) => {
    expect(Template.decode(JSON.parse(JSON.stringify(template)))).toStrictEqual(E.right(template))
  })
  it.each(each)('$id says what it says in French and in English, and who is expected to do what', ({ template }) => {
    const texts = JSON.stringify(template).match(/"(fr|en)":"[^"]*"/g) ?? []
    expect(texts.filter((text) => /:"\s*"$/.test(text))).toStrictEqual([])
    expect(template.roles.length).toBeGreaterThanOrEqual(4)
    expect(template.departments.every(({ stages }) => stages.length === 6)).toBe(true)
  })
  it.each(each)('$id has no fault by its own legal profile', ({ template }) => {
    const profile = legalProfiles.find(({ id }) => id === template.legalProfile)
    expect(profile?.id).toBe(template.legalProfile)
    const state = scheduledBy(prepared(template, opensAt))
    expect(state.status).toBe('Scheduled')
    if (profile === undefined || state.status !== 'Scheduled') return
    const [calendar] = state.timetable.versions
    expect(calendar).toBeDefined()
    expect(calendar === undefined ? [] : faultsOfProfile(profile, { ...state.charter, ...state }, calendar)).toStrictEqual([])
  })
  it.each(each)('$id votes and surveys in a phase that it has, open for that', ({ template }) => {
    const capabilitiesIn = (phase: string) => template.phases.find(({ id }) => id === phase)?.capabilities
    for (const { phase } of template.polls ?? []) expect(capabilitiesIn(phase)).toContain('vote')
    for (const { phase } of template.questionnaires ?? []) expect(capabilitiesIn(phase)).toContain('contribute')
  })
  it('of the États généraux has five themes and twelve meetings', () => {
    const [states] = templates.filter(({ id }) => id === 'etats-generaux')
    expect(states?.themes).toHaveLength(5)
    expect(states?.meetings).toHaveLength(12)
    for (const { id } of states?.themes ?? []) expect(states?.meetings?.filter(({ theme }) => theme === id)).toHaveLength(2)
  })
})

describe('instantiate', () => {
  it.each(each)('brings $id to an open consultation, whatever day it starts on', ({ template }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const made = prepared(template, daysAfter(opensAt, days))
        expect(made.lacks).toStrictEqual([])
        const state = after(consultation, [made.opening], scheduledBy(made))
        expect(state.status).toBe('Open')
        for (const command of made.meetings) expect(after(meeting, [command]).status).toBe('Scheduled')
      }),
      { numRuns: 20 },
    )
  })
  it.each(each)('says of $id just what its opening would lack', ({ template }) => {
    const bare = instantiate(template, { consultationId: 'c-1', convenor: 'Ville d’Aubel', opensAt })
    const due = expectedOfConsultation(scheduledBy(bare)).find(({ command }) => command === 'OpenConsultation')
    expect((due?.lacks ?? []).map(({ missing }) => missing)).toStrictEqual(bare.lacks.map(({ missing }) => missing))
  })
  it('opens the survey of the barometer on its first day', () => {
    const [barometer] = templates.filter(({ questionnaires }) => questionnaires !== undefined)
    const made = barometer && prepared(barometer, opensAt)
    expect(after(questionnaire, [...(made?.questionnaires ?? []), ...(made?.waves ?? [])]).status).toBe('Open')
  })
  it('speaks French unless asked for English, and takes the words that are given', () => {
    const [plain] = templates
    const one = { consultationId: 'c-1', convenor: 'x', opensAt }
    const wordsOf = (made: Opening | undefined) => made?.commands.flatMap((command) => ('title' in command ? [command.title] : []))
    expect(wordsOf(plain && instantiate(plain, one))).toStrictEqual(['Consultation simple'])
    expect(wordsOf(plain && instantiate(plain, { ...one, language: 'en' }))).toStrictEqual(['Plain consultation'])
    const linked = plain && instantiate(plain, { ...one, title: 'La place', question: 'Quelle place ?', previous: 'c-0' })
    expect(linked?.commands).toMatchObject([
      { title: 'La place' },
      { type: 'LinkRound', previous: 'c-0' },
      { question: 'Quelle place ?' },
      {},
      {},
      {},
    ])
  })
  it('plans polls as data, with their dates', () => {
    const [rhythms] = templates.filter(({ id }) => id === 'school-rhythms')
    expect(rhythms && instantiate(rhythms, { consultationId: 'c-1', convenor: 'x', opensAt }).polls).toMatchObject([
      {
        pollId: 'c-1-rythmes',
        form: { type: 'ordinal' },
        rule: { id: 'schulze' },
        opensAt: '2027-02-05T08:00:00Z',
        closesAt: '2027-02-19T08:00:00Z',
      },
    ])
  })
  it('refuses a profile or a phase that there is none of', () => {
    const [plain] = templates
    const one = { consultationId: 'c-1', convenor: 'x', opensAt }
    const wrong = { id: 'p', question: { fr: 'q', en: 'q' }, form: 'approval', rule: 'approval', phase: 'jamais' } as const
    expect(() => plain && instantiate({ ...plain, legalProfile: 'none' }, one)).toThrow("no legal profile 'none'")
    expect(() => plain && instantiate({ ...plain, polls: [wrong] }, one)).toThrow("no phase 'jamais'")
  })
})

describe('days and hours after', () => {
  it('are those of the calendar of the machine', () => {
    const times = fc.record({ day: fc.integer({ min: 0, max: 60_000 }), days: fc.integer({ min: -2000, max: 2000 }), hours: fc.nat(100) })
    fc.assert(
      fc.property(times, ({ day, days, hours }) => {
        const from = instant(new Date(day * 86_400_000 + 28_800_000).toISOString())
        expect(daysAfter(from, days)).toBe(new Date(Date.parse(from) + days * 86_400_000).toISOString())
        expect(hoursAfter(from, hours)).toBe(new Date(Date.parse(from) + hours * 3_600_000).toISOString())
      }),
    )
  })
})

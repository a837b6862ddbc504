import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Tagged } from '@isegoria/kernel'
import { labelsIn, languages } from '../labels/labels-in.ts'
import { deliberationEvents } from '../deliberation-events.ts'
import { logOfEvents } from './log.fixture.ts'
import { timelineOf } from './timeline-of.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/reference/events.md'), 'utf8')

/** Where an event says who: persons by key, pseudonym or role. */
const whose =
  /^(by|key|author|reporter|respondentKey|subscriberKey|voterKey|replacement|person|evaluator|reviewer|transcriber|custodian|recordedBy|officer|judge|serial|signature)$/

/** The same event with somebody told from all others wherever it says who. */
const marked = (value: unknown, field = ''): unknown => {
  if (typeof value === 'string') return whose.test(field) ? 'SOMEBODY' : value
  if (Array.isArray(value)) return value.map((one) => marked(one, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, name)]))
}

const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].flatMap(([, text = '']): ReadonlyArray<Tagged> => {
  const decoded = deliberationEvents.decode(marked(JSON.parse(text)))
  return E.isRight(decoded) ? [decoded.right] : []
})
const [consultation] = examples.filter(({ type }) => type === 'ConsultationDrafted')
const untold = new Set(['ProposalDrafted', 'ProposalDerivedFrom', 'ResponseDrafted'])
const sealing = examples.filter(({ type }) => type === 'BallotBoxSealed')

const textsOf = async (event: Tagged, language: 'en' | 'fr'): Promise<ReadonlyArray<string>> => {
  const before = consultation === undefined || event.type === 'ConsultationDrafted' ? [] : [consultation]
  const pollId = Object.entries(event).find(([name]) => name === 'pollId')?.[1]
  const after = pollId === undefined || event.type === 'BallotBoxSealed' ? [] : sealing.map((one) => ({ ...one, pollId }))
  const store = await logOfEvents([...before, event, ...after])
  const timeline = timelineOf(store, { language })
  if (E.isLeft(timeline)) return [JSON.stringify(timeline.left)]
  const position = before.length + 1
  return timeline.right.lines.filter(({ events }) => events[0] === position).map(({ text }) => text)
}

describe('every event of the reference', () => {
  it('is an example here, but for what is not documented yet', () => {
    const types = new Set(examples.map(({ type }) => type))
    expect(deliberationEvents.types.filter((type) => !types.has(type))).toStrictEqual([])
  })
  it.each(languages)('has a line in %s that names nobody, and that is not cut short', async (language) => {
    for (const event of examples) {
      const lines = await textsOf(event, language)
      expect({ event: event.type, lines: lines.length }).toStrictEqual({ event: event.type, lines: untold.has(event.type) ? 0 : 1 })
      expect(lines.join('')).not.toMatch(/SOMEBODY|undefined|\bnull\b|\[object|#|[0-9a-f]{64}|: $/)
    }
  })
  it.each(languages)('is told in %s with its label, where it has a line of its own', async (language) => {
    const { events } = labelsIn(language)
    const labels = new Map(Object.entries(events))
    for (const event of examples) {
      const [line = ''] = await textsOf(event, language)
      const isGroup = /^\d/.test(line)
      if (line !== '' && !isGroup) expect(line.startsWith(labels.get(event.type) ?? '?')).toBe(true)
    }
  })
})

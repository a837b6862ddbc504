import { describe, expect, it } from 'vitest'
import { deliberationEvents } from '../deliberation-events.ts'
import { labelsIn, languages } from './labels-in.ts'
import type { Labels } from './labels.ts'

/** Every label with its place, such as `statuses poll Open`. */
const flat = ({ events, statuses, rejections }: Labels): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(events).map(([type, label]) => [`event ${type}`, label] as const),
    ...Object.entries(statuses).flatMap(([name, labels]) =>
      Object.entries(labels).map(([status, label]) => [`status ${name} ${status}`, label] as const),
    ),
    ...Object.entries(rejections).map(([type, label]) => [`rejection ${type}`, label] as const),
  ])

/** What is written alike in French and English. */
const alike = ['status moderationCase Visible']

const { types } = deliberationEvents

describe.each(languages)('the labels in %s', (language) => {
  const labels = labelsIn(language)
  it('name every event that a codec reads, and no other', () => {
    expect(Object.keys(labels.events).toSorted()).toStrictEqual(types.toSorted())
  })
  it('are never empty, nor have spaces around them', () => {
    expect([...flat(labels)].filter(([, label]) => label === '' || label !== label.trim())).toStrictEqual([])
  })
  it('say why a command is refused in a sentence, and what happened in a few words', () => {
    expect(Object.values(labels.rejections).filter((label) => !/^\p{Lu}.*\.$/u.test(label))).toStrictEqual([])
    expect(Object.values(labels.events).filter((label) => !/^\p{Lu}.{3,50}[^.]$/u.test(label))).toStrictEqual([])
  })
  it('tell two events apart, and two rejections', () => {
    for (const part of [labels.events, labels.rejections]) expect(new Set(Object.values(part)).size).toBe(Object.keys(part).length)
  })
  it('are short: no sentence has more than fourteen words', () => {
    const long = [...flat(labels).values()].flatMap((label) => label.split('. ')).filter((sentence) => sentence.split(' ').length > 14)
    expect(long).toStrictEqual([])
  })
})

describe('the languages', () => {
  const [french, english] = [flat(labelsIn('fr')), flat(labelsIn('en'))]
  it('have the same labels', () => {
    expect([...french.keys()].toSorted()).toStrictEqual([...english.keys()].toSorted())
  })
  it('differ but for the words that they share', () => {
    expect([...french].filter(([place, label]) => english.get(place) === label).map(([place]) => place)).toStrictEqual(alike)
  })
})

describe('the types of events', () => {
  it('belong to one aggregate each', () => {
    expect(types.filter((type, place) => types.indexOf(type) !== place)).toStrictEqual([])
  })
})

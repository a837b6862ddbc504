import type { EventStore } from '@isegoria/engine'
import { E, placed } from '@isegoria/kernel'
import type { Either, Undecodable } from '@isegoria/kernel'
import type { Language } from '../labels/labels-in.ts'
import { belonging } from './belonging.ts'
import type { Belonging } from './belonging.ts'
import { dayOf, instantOf } from './day-of.ts'
import { deliberationEvents } from '../deliberation-events.ts'
import { addToGroup, emptyGroup, lineOfGroup } from './group.ts'
import type { Group } from './group.ts'
import { familyOf, isGrouped } from './group-of.ts'
import type { GroupedEvent } from './group-of.ts'
import { known } from './known.ts'
import { tell } from './tell.ts'
import { textOf } from './text-of.ts'
import type { TimelineLine } from './timeline-line.ts'
import { wordsEn } from './words-en.ts'
import { wordsFr } from './words-fr.ts'
import type { Words } from './words.ts'

/** What a timeline is asked for; `consultationId` where the log holds several consultations. */
export interface TimelineQuestion {
  readonly language: Language
  readonly consultationId?: string
}

/** The story of a consultation, in the order of its log. */
export interface Timeline {
  readonly consultationId: string
  readonly title: string
  readonly language: Language
  readonly lines: ReadonlyArray<TimelineLine>
}

export type TimelineRejection =
  | Undecodable
  | { readonly type: 'NoConsultation' }
  | { readonly type: 'ConsultationUnknown'; readonly consultationId: string; readonly consultationIds: ReadonlyArray<string> }
  | { readonly type: 'SeveralConsultations'; readonly consultationIds: ReadonlyArray<string> }

const allWords: Readonly<Record<Language, Words>> = { en: wordsEn, fr: wordsFr }

interface Drafted {
  readonly consultationId: string
  readonly title: string
  readonly isAlone: boolean
}

/** The consultation that is asked about. */
const draftedIn = (store: EventStore, asked: string | undefined): Either<TimelineRejection, Drafted> => {
  const titles = new Map<string, string>()
  for (const { stream, version, event } of store.readOccurrences({ category: 'consultation', types: ['ConsultationDrafted'] })) {
    const decoded = deliberationEvents.decode(event)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    if (decoded.right.type === 'ConsultationDrafted') titles.set(decoded.right.consultationId, decoded.right.title)
  }
  const consultationIds = [...titles.keys()]
  const [only] = consultationIds
  if (only === undefined) return E.left({ type: 'NoConsultation' })
  if (asked === undefined && consultationIds.length > 1) return E.left({ type: 'SeveralConsultations', consultationIds })
  const consultationId = asked ?? only
  const title = titles.get(consultationId)
  if (title === undefined) return E.left({ type: 'ConsultationUnknown', consultationId, consultationIds })
  return E.right({ consultationId, title, isAlone: consultationIds.length === 1 })
}

/** Lines of single events stand as they are; groups are written once all is read. */
const written = (
  items: ReadonlyArray<Group | TimelineLine>,
  line: (group: Group) => TimelineLine | undefined,
  own: Belonging | undefined,
): ReadonlyArray<TimelineLine> =>
  items.flatMap((item) => {
    if ('text' in item) return [item]
    const isOwn = own === undefined || item.family.kind !== 'electors' || own.hasRoll(item.family.id)
    const told = isOwn ? line(item) : undefined
    return told === undefined ? [] : [told]
  })

/**
 * The story of a consultation as a citizen can read it: what happened, on which day, in the public body's own words. Ballots of
 * a poll, contributions of a phase on a day, and all else that many do, are one line each. No person is told of, by name, key
 * or pseudonym; ballots are not counted before their box is sealed; drafts that are their authors' own are not told.
 *
 * In a log of several consultations a study belongs where its project is a proposal.
 * Cost: one pass; memory for the lines, which does not grow with the number of voters or contributions.
 * Errors: the first event that its codec cannot read, with stream and version; no consultation; several, and none named.
 * @example
 * import { E } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * const store = memoryStore()
 * const event = { type: 'ConsultationDrafted', consultationId: 'c-1', title: 'Une place pour tous', convenor: 'La ville' }
 * await store.append({ stream: 'consultation-c-1', expected: 'no-stream', events: [event], commandId: '1', recordedAt: '2026-03-01T08:00:00Z' })()
 * const timeline = timelineOf(store, { language: 'en' })
 * E.isRight(timeline) && timeline.right.lines // => [{ text: 'Consultation drafted: “Une place pour tous”, La ville', events: [1] }]
 */
export const timelineOf = (store: EventStore, { language, consultationId: asked }: TimelineQuestion): Either<TimelineRejection, Timeline> => {
  const drafted = draftedIn(store, asked)
  if (E.isLeft(drafted)) return drafted
  const { consultationId, title, isAlone } = drafted.right
  const words = allWords[language]
  const own = isAlone ? undefined : belonging(consultationId)
  const seen = known()
  const items: Array<Group | TimelineLine> = []
  const groups = new Map<string, Group>()

  const group = (event: GroupedEvent, position: number): void => {
    const family = familyOf(event)
    const key = JSON.stringify([family.kind, family.id, family.day, family.kind === 'opinions' ? '' : family.phase])
    let found = groups.get(key)
    if (found === undefined) {
      found = emptyGroup(family, position)
      groups.set(key, found)
      items.push(found)
    }
    addToGroup(found, event, position)
  }

  for (const { stream, version, position, event: stored } of store.readOccurrences()) {
    const decoded = deliberationEvents.decode(stored)
    if (E.isLeft(decoded)) return E.left(placed(`${stream}@${version}`, decoded.left))
    const event = decoded.right
    const belongs = own === undefined ? true : own.see(event)
    if (belongs === false || (belongs === undefined && event.type !== 'ElectorAttested' && event.type !== 'ElectorStruckOff')) continue
    seen.see(event)
    if (isGrouped(event)) {
      group(event, position)
      continue
    }
    const details = tell(event, seen)
    if (details === undefined) continue
    const day = dayOf(instantOf(event))
    items.push({ ...(day === undefined ? {} : { at: day }), text: textOf(words.labels.events[event.type], details, words), events: [position] })
  }
  return E.right({ consultationId, title, language, lines: written(items, (one) => lineOfGroup(one, seen, words), own) })
}

import type { Session } from './session.ts'

/** What each event tells, in the words of the trade. */
const told: Readonly<Record<string, string>> = {
  ConsultationDrafted: 'La consultation est préparée',
  CharterPublished: 'La charte est publiée',
  DepartmentEngaged: 'Une direction s’engage',
  InformationPublished: 'Le dossier est publié',
  PhasesSet: 'Le calendrier est fixé',
  ConsultationOpened: 'La consultation ouvre',
  CollectionClosed: 'Le recueil est clos',
  DutyDischarged: 'Une obligation est remplie',
  ReturnPublished: 'La restitution est publiée',
  ConsultationClosed: 'La consultation est close',
  ContributionReceived: 'Une contribution arrive',
  ContributionWithdrawn: 'Une contribution est retirée par son auteur',
  ResponsePublished: 'Une réponse est publiée',
  ResponseCorrected: 'Une réponse est corrigée',
  ExemptionPublished: 'Une dispense de réponse est motivée',
  DecisionProposed: 'Une décision est proposée',
  DecisionTaken: 'La décision est prise',
  CommitmentMade: 'Un engagement est pris',
  MilestoneReached: 'Une étape est franchie',
  ProgressReported: 'Un point d’avancement est publié',
  CommitmentOverdue: 'Un engagement est en retard',
  CommitmentDelayed: 'Un engagement est reporté',
  CommitmentFulfilled: 'Un engagement est tenu',
  CommitmentAbandoned: 'Un engagement est abandonné',
  MeetingScheduled: 'Une réunion est annoncée',
  AttendanceRecorded: 'La fréquentation est relevée',
  MinutesPublished: 'Le compte rendu est publié',
  RestitutionHeld: 'La réunion de restitution a lieu',
  BatchReceived: 'Une urne de bulletins papier arrive',
  ItemTranscribed: 'Un bulletin est transcrit',
  DiscrepancyFound: 'Deux transcriptions diffèrent',
  DiscrepancyReconciled: 'L’écart est levé',
  RollCrossChecked: 'Le lot est vérifié',
  ItemEnded: 'Le sort d’un bulletin est fixé',
  BatchAccepted: 'Le lot est accepté',
}

/** Words of the log in the words of the trade. */
const named: Readonly<Record<string, string>> = {
  online: 'en ligne',
  paper: 'sur papier',
  assisted: 'avec l’aide d’un agent',
  mail: 'par courrier',
  meeting: 'en réunion',
  observation: 'observation',
  'meeting-point': 'point de compte rendu',
  synthesis: 'synthèse',
  debate: 'débat',
  workshop: 'atelier',
  restitution: 'restitution',
  adopted: 'adopté',
  'adopted-in-part': 'adopté en partie',
  rejected: 'rejeté',
  deferred: 'reporté',
  accepted: 'accepté',
  void: 'nul',
}
const inFrench = (word: string): string => named[word] ?? word

/** The fields of an event that are words for the public, in the order in which they are told. */
const fields = [
  'title',
  'convenor',
  'question',
  'commitment',
  'department',
  'office',
  'duty',
  'channel',
  'kind',
  'place',
  'subject',
  'authority',
  'owner',
  'measure',
  'milestone',
  'itemId',
  'ending',
  'text',
  'motives',
  'reason',
  'due',
  'newDue',
  'accepted',
  'voided',
] as const

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

const listOf = (value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> => (Array.isArray(value) ? value.filter(isRecord) : [])

const dayOf = (value: unknown): string => String(value).slice(0, 10)

const wordsOf = (event: Readonly<Record<string, unknown>>, texts: Session['texts']): ReadonlyArray<string> => {
  const plain = fields.flatMap((field) => {
    const value = event[field]
    if (!isText(value)) return []
    if (field === 'accepted') return [`${value} accepté(s)`]
    if (field === 'voided') return [`${value} nul(s)`]
    return [field === 'due' || field === 'newDue' ? `pour le ${dayOf(value)}` : inFrench(`${value}`)]
  })
  const phases = listOf(event['phases']).map(({ title, opensAt, closesAt }) => `${String(title)} du ${dayOf(opensAt)} au ${dayOf(closesAt)}`)
  const outcomes = listOf(event['outcomes']).map(({ subject, verdict, motives }) => {
    const about = isRecord(subject) ? String(subject['articleId']) : ''
    return `${about} : ${inFrench(String(verdict))}, ${String(motives)}`
  })
  const counts = listOf(event['counts']).map(({ category, count }) => `${String(count)} ${String(category)}`)
  const text = texts.get(String(event['contentRef']))
  return [...plain, ...phases, ...outcomes, ...counts, ...(text === undefined ? [] : [`« ${text} »`])]
}

/** The whole log as a story, one line for each event, oldest first; citizens' words are read where they are kept. */
export const storyOf = ({ store, texts }: Session): ReadonlyArray<string> =>
  [...store.readAll()].map(({ event, recordedAt }) => {
    const words = isRecord(event) ? wordsOf(event, texts) : []
    return [`${dayOf(recordedAt)} ${told[event.type] ?? event.type}`, ...(words.length === 0 ? [] : [words.join(' ; ')])].join(' : ')
  })

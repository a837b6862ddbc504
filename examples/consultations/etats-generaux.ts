import { decisionInForce, instantiate, isComplete, templates } from '@isegoria/consultation'
import type { Opening } from '@isegoria/consultation'
import { canonicalHash, canonicalText } from '@isegoria/kernel'
import { attendance, findings, followed, forms, online, places, points } from './etats-generaux.content.ts'
import { receiveForms } from './paper.ts'
import { on, openSession } from './session.ts'
import type { Session } from './session.ts'
import type { Shown } from './shown.ts'

const consultationId = 'val-de-lierre'
const decisionId = 'feuille-de-route'
const restitution = 11

const prepare = async ({ process, meetings, kept }: Session): Promise<Opening['meetings']> => {
  const template = templates.find(({ id }) => id === 'etats-generaux')
  if (template === undefined) throw new Error('le modèle des États généraux manque')
  const told = on('2026-12-16')
  const file = kept('dossier/etat-des-lieux.pdf', 'État des lieux du territoire, thème par thème, avec les chiffres et ce que l’on ne sait pas.')
  const opening = instantiate(template, {
    consultationId,
    convenor: 'Communauté de communes du Val-de-Lierre',
    title: 'États généraux du Val-de-Lierre',
    opensAt: on('2027-01-15'),
    information: { ...file, publishedAt: told },
  })
  for (const command of opening.commands) await process.act(consultationId, command, told)
  const scheduled = opening.meetings.map((meeting, rank) => ({
    ...meeting,
    place: places[rank] ?? meeting.place,
    categories: ['habitants', 'associations', 'élus'],
  }))
  for (const meeting of scheduled) await meetings.act(meeting.meetingId, meeting, told)
  await process.act(consultationId, opening.opening, opening.opening.at)
  return scheduled
}

const hold = async ({ meetings, kept }: Session, meeting: Opening['meetings'][number], rank: number): Promise<void> => {
  const { meetingId, endsAt: at } = meeting
  const [residents, associations, elected] = attendance[rank] ?? [0, 0, 0]
  const counts = [
    { category: 'habitants', count: residents },
    { category: 'associations', count: associations },
    { category: 'élus', count: elected },
  ]
  await meetings.act(meetingId, { type: 'RecordAttendance', meetingId, counts, recordedBy: 'animatrice', recordedAt: at }, at)
  if (rank === restitution) {
    const presented = ['synthese', decisionId, ...followed.map(({ theme }) => `engagement-${theme}`)]
    await meetings.act(meetingId, { type: 'HoldRestitution', meetingId, presented, heldAt: at }, at)
  }
  const minutes = kept(`comptes-rendus/${meetingId}`, `Compte rendu de la réunion ${rank + 1}, sans noms.`)
  await meetings.act(meetingId, { type: 'PublishMinutes', meetingId, ...minutes, publishedAt: at }, at)
}

const dayBefore = (left: { readonly day: string }, right: { readonly day: string }): number =>
  left.day < right.day ? -1 : left.day > right.day ? 1 : 0

/** The order of the calendar: whatever comes first is written first. */
const collect = async (session: Session, scheduled: Opening['meetings']): Promise<void> => {
  const said = online.map(({ theme: _, ...one }) => ({ day: one.day, run: () => session.receive(one) }))
  const noted = points.map(({ theme: _, meeting, ...one }) => {
    const about = { kind: 'meeting', id: scheduled[meeting]?.meetingId ?? '' } as const
    return { day: one.day, run: () => session.receive({ ...one, kind: 'meeting-point', about }) }
  })
  const held = scheduled.flatMap((meeting, rank) =>
    rank === restitution ? [] : [{ day: meeting.startsAt.slice(0, 10), run: () => hold(session, meeting, rank) }],
  )
  const paper = { day: '2027-04-12', run: () => receiveForms(session, consultationId, forms) }
  for (const { run } of [...said, ...noted, ...held, paper].toSorted(dayBefore)) await run()
  const at = on('2027-04-15')
  await session.process.act(consultationId, { type: 'CloseCollection', consultationId, at }, at)
}

const synthesise = async ({ process, kept }: Session): Promise<void> => {
  const at = on('2027-05-10')
  const text = findings.map((finding) => `${finding.text} [${finding.cites.join(', ')}]`).join(' ')
  const written = kept('synthese/val-de-lierre', text)
  await process.act(consultationId, { type: 'DischargeDuty', consultationId, duty: 'synthesis', by: 'Rapporteurs par thème', ...written, at }, at)
}

const responseOf = (theme: string): string => `reponse-${theme}`

const answer = async ({ responses }: Session): Promise<void> => {
  const publishedAt = on('2027-05-24')
  for (const { theme, owner, answer: text } of followed) {
    const contributions = findings.flatMap((finding) => (finding.theme === theme ? finding.cites : []))
    const responseId = responseOf(theme)
    await responses.act(
      responseId,
      { type: 'PublishResponse', responseId, consultationId, covers: { contributions }, text, by: owner, publishedAt },
      publishedAt,
    )
  }
}

const decide = async ({ decisions, commitments }: Session): Promise<void> => {
  const at = on('2027-06-10')
  const state = await decisions.act(
    decisionId,
    {
      type: 'TakeDecision',
      decisionId,
      consultationId,
      authority: 'Conseil communautaire',
      outcomes: followed.map(({ theme, verdict, motives }) => ({
        subject: { type: 'article', textId: 'feuille-de-route', articleId: theme },
        verdict,
        motives,
      })),
      motives: 'Une feuille de route à dix ans, qui commence par ce que plusieurs canaux demandent.',
      basedOn: { findings: findings.map(({ id }) => id), tallies: [], responses: followed.map(({ theme }) => responseOf(theme)) },
      certified: [],
      takenAt: at,
    },
    at,
  )
  const decision = decisionInForce(decisionId, state)
  if (decision === undefined) throw new Error('la décision n’est pas prise')
  for (const { theme, owner, measure, due } of followed) {
    const commitmentId = `engagement-${theme}`
    await commitments.act(
      commitmentId,
      { type: 'MakeCommitment', commitmentId, consultationId, decisionId, decision, owner, measure, due: on(due), madeAt: at },
      at,
    )
  }
}

const close = async (session: Session, ids: ReadonlyArray<string>): Promise<Pick<Shown, 'status' | 'isComplete'>> => {
  const { process, store, kept, certificate } = session
  const returned = on('2027-06-30')
  const page = kept('restitution/val-de-lierre', 'Les constats, les décisions, les engagements, et pour chaque contribution ce qu’elle est devenue.')
  await process.act(consultationId, { type: 'PublishReturn', consultationId, form: 'online-synthesis', ...page, at: returned }, returned)
  const answered = await certificate(
    ids,
    followed.map(({ theme }) => responseOf(theme)),
  )
  const { total, covered, hash } = answered
  const at = on('2027-07-14')
  const { status } = await process.act(
    consultationId,
    {
      type: 'CloseConsultation',
      consultationId,
      certificate: { logPosition: store.head(), total, covered, hash },
      synthesisId: 'synthese',
      conclusion: { type: 'decided', decisionId },
      at,
    },
    at,
  )
  return { status, isComplete: isComplete(answered) }
}

const followUp = async ({ commitments }: Session): Promise<void> => {
  const [lake, coach] = ['engagement-environnement', 'engagement-mobilites']
  const [august, october, november] = [on('2027-08-20'), on('2027-10-01'), on('2027-11-08')]
  await commitments.act(
    lake,
    { type: 'FulfilCommitment', commitmentId: lake, text: 'Premiers relevés du lac publiés en août.', fulfilledAt: august },
    august,
  )
  await commitments.act(coach, { type: 'MarkOverdue', commitmentId: coach, at: october }, october)
  const reason = 'Deux conducteurs manquent.'
  await commitments.act(coach, { type: 'DelayCommitment', commitmentId: coach, reason, newDue: on('2027-11-30'), delayedAt: october }, october)
  await commitments.act(
    coach,
    { type: 'FulfilCommitment', commitmentId: coach, text: 'Le car de 20 h 30 roule depuis le 8 novembre.', fulfilledAt: november },
    november,
  )
}

/** Small États généraux, true to form: five themes, twelve meetings, three channels, one synthesis, a decision on each finding. */
export const etatsGeneraux = async (): Promise<Shown> => {
  const session = openSession(consultationId)
  const scheduled = await prepare(session)
  await collect(session, scheduled)
  const readable = forms.filter(({ theme }) => theme !== '')
  const ids = [...online, ...points, ...readable].map(({ id }) => id)
  const cited = findings.flatMap(({ cites }) => cites)
  if (canonicalHash(cited.toSorted()) !== canonicalHash(ids.toSorted())) throw new Error(`la synthèse ne cite pas tout : ${canonicalText(cited)}`)
  await synthesise(session)
  await answer(session)
  await decide(session)
  const last = scheduled[restitution]
  if (last !== undefined) await hold(session, last, restitution)
  const ended = await close(session, ids)
  await followUp(session)
  return { session, refused: [], ...ended }
}

import { decisionInForce, instantiate, isComplete, templates } from '@isegoria/consultation'
import { instant } from '@isegoria/kernel'
import { on, openSession } from './session.ts'
import type { Said, Session } from './session.ts'
import type { Shown } from './shown.ts'

const consultationId = 'place-du-marche'
const town = 'Commune de Saint-Aubel'
const answers = ['reponse-arbres', 'reponse-stationnement', 'reponse-marche', 'reponse-cantine']
const decisionId = 'deliberation-2027-12'

const said: ReadonlyArray<Said> = [
  {
    id: 'c1',
    channel: 'online',
    day: '2027-01-18',
    by: 'p-17',
    text: 'Gardez les trois tilleuls : sans eux, l’été, personne ne reste sur la place.',
  },
  {
    id: 'c2',
    channel: 'online',
    day: '2027-01-19',
    by: 'p-04',
    text: 'Sans places de stationnement, mes clients âgés ne viendront plus à la pharmacie.',
  },
  { id: 'c3', channel: 'paper', day: '2027-01-25', text: 'Il manque un banc à l’ombre et une fontaine. Écrit au comptoir de la mairie.' },
  { id: 'c4', channel: 'assisted', day: '2027-02-01', by: 'p-31', text: 'Les camions du marché doivent pouvoir tourner, sinon le marché partira.' },
  { id: 'c5', channel: 'mail', day: '2027-02-08', by: 'p-09', text: 'Plantez plutôt des arbres qui demandent peu d’eau.' },
  { id: 'c6', channel: 'online', day: '2027-02-13', by: 'p-22', text: 'Et les menus de la cantine, quand en parle-t-on ?' },
]

const prepare = async ({ process, kept }: Session): Promise<void> => {
  const template = templates.find(({ id }) => id === 'plain-consultation')
  if (template === undefined) throw new Error('le modèle de la consultation simple manque')
  const dossier = kept('dossier/plan-de-la-place.pdf', 'Plan de la place, relevé des arbres, comptages du stationnement, coûts de deux esquisses.')
  const opening = instantiate(template, {
    consultationId,
    convenor: town,
    title: 'Réaménager la place du Marché',
    question: 'Que faut-il garder, changer ou ajouter place du Marché ?',
    opensAt: on('2027-01-15'),
    information: { ...dossier, publishedAt: on('2026-12-30') },
  })
  for (const command of opening.commands) await process.act(consultationId, command, on('2026-12-30'))
  await process.act(consultationId, opening.opening, opening.opening.at)
}

const collect = async ({ receive, process, contributions, received }: Session): Promise<string> => {
  for (const one of said) await receive(one)
  await process.act(consultationId, { type: 'CloseCollection', consultationId, at: on('2027-02-14') }, on('2027-02-14'))
  const late = await received({ id: 'c7', channel: 'online', day: '2027-02-20', by: 'p-40', text: 'Trop tard ?' })
  const { type } = await contributions.refusal('c7', late, on('2027-02-20'))
  return type
}

const answer = async ({ process, responses, kept }: Session): Promise<void> => {
  const publish = (responseId: string, contributions: ReadonlyArray<string>, by: string, text: string) =>
    responses.act(
      responseId,
      { type: 'PublishResponse', responseId, consultationId, covers: { contributions }, text, by, publishedAt: on('2027-03-05') },
      on('2027-03-05'),
    )
  const synthesis = kept('synthese/place-du-marche.pdf', 'Six contributions : l’ombre d’abord, le stationnement de courte durée, l’accès du marché.')
  await process.act(
    consultationId,
    { type: 'DischargeDuty', consultationId, duty: 'synthesis', by: 'Participation citoyenne', ...synthesis, at: on('2027-02-26') },
    on('2027-02-26'),
  )
  await publish(
    'reponse-arbres',
    ['c1', 'c3', 'c5'],
    'Espaces verts',
    'Les tilleuls sont gardés ; deux micocouliers, un banc et une fontaine sont ajoutés.',
  )
  await publish('reponse-stationnement', ['c2'], 'Voirie', 'Huit places limitées à trente minutes restent devant les commerces.')
  await publish('reponse-marche', ['c4'], 'Commerce', 'Le rayon de giration des camions a été vérifié sur plan avec les forains.')
  await responses.act(
    'reponse-cantine',
    {
      type: 'PublishExemption',
      responseId: 'reponse-cantine',
      consultationId,
      covers: { contributions: ['c6'] },
      reason: 'Hors du sujet ; transmise à la commission des menus, qui se réunit en avril.',
      by: 'Participation citoyenne',
      publishedAt: on('2027-03-05'),
    },
    on('2027-03-05'),
  )
}

const about = (articleId: string) => ({ type: 'article', textId: 'projet-de-place', articleId }) as const

const decide = async ({ decisions, commitments }: Session): Promise<void> => {
  const at = on('2027-03-18')
  const authority = 'Conseil municipal'
  await decisions.act(
    decisionId,
    {
      type: 'ProposeDecision',
      decisionId,
      consultationId,
      authority,
      subject: 'Projet de la place du Marché',
      by: 'Voirie',
      proposedAt: on('2027-03-08'),
    },
    on('2027-03-08'),
  )
  const taken = await decisions.act(
    decisionId,
    {
      type: 'TakeDecision',
      decisionId,
      consultationId,
      authority,
      outcomes: [
        { subject: about('ombrage'), verdict: 'adopted', motives: 'Trois contributions sur six le demandent et le coût est de 18 000 €.' },
        {
          subject: about('stationnement'),
          verdict: 'adopted-in-part',
          motives: 'Huit places sur vingt, de courte durée, suffisent d’après les comptages.',
        },
        { subject: about('parvis-sans-voitures'), verdict: 'rejected', motives: 'Le marché du jeudi n’aurait plus d’accès.' },
      ],
      motives: 'La place reste un lieu de marché et devient un lieu où l’on s’arrête.',
      basedOn: { findings: [], tallies: [], responses: answers },
      certified: [],
      takenAt: at,
    },
    at,
  )
  const inForce = decisionInForce(decisionId, taken)
  const promised = inForce === undefined ? {} : { decision: inForce }
  const promise = (commitmentId: string, owner: string, measure: string, due: string) =>
    commitments.act(
      commitmentId,
      { type: 'MakeCommitment', commitmentId, consultationId, decisionId, owner, measure, due: on(due), madeAt: at, ...promised },
      at,
    )
  await promise('plantations', 'Espaces verts', 'Deux micocouliers plantés, un banc et une fontaine en service', '2027-11-30')
  await promise('zone-courte-duree', 'Voirie', 'Huit places limitées à trente minutes, marquées et signalées', '2027-06-30')
}

const giveBack = async ({ process, meetings, kept }: Session): Promise<void> => {
  const meetingId = 'restitution-du-26-mars'
  const at = on('2027-03-27')
  await meetings.act(
    meetingId,
    {
      type: 'ScheduleMeeting',
      meetingId,
      consultationId,
      kind: 'restitution',
      place: 'Halle du marché',
      startsAt: instant('2027-03-26T17:30:00Z'),
      endsAt: instant('2027-03-26T19:30:00Z'),
      categories: ['habitants', 'commerçants'],
      scheduledAt: on('2027-03-19'),
    },
    on('2027-03-19'),
  )
  const counts = [
    { category: 'habitants', count: 34 },
    { category: 'commerçants', count: 9 },
  ]
  await meetings.act(meetingId, { type: 'RecordAttendance', meetingId, counts, recordedBy: 'animatrice', recordedAt: at }, at)
  await meetings.act(meetingId, { type: 'HoldRestitution', meetingId, presented: [decisionId, 'plantations', 'zone-courte-duree'], heldAt: at }, at)
  const report = kept(
    'restitution/place-du-marche.pdf',
    'Ce qui a été dit, ce qui est retenu, ce qui ne l’est pas et pourquoi, et qui fait quoi pour quand.',
  )
  await process.act(consultationId, { type: 'PublishReturn', consultationId, form: 'report', ...report, at }, at)
}

const close = async ({ process, store, certificate }: Session, answered: ReadonlyArray<string>): Promise<string> => {
  const at = on('2027-03-31')
  const { total, covered, hash } = await certificate(
    said.map(({ id }) => id),
    answered,
  )
  const command = {
    type: 'CloseConsultation',
    consultationId,
    certificate: { logPosition: store.head(), total, covered, hash },
    conclusion: { type: 'decided', decisionId },
    at,
  } as const
  if (covered < total) return JSON.stringify(await process.refusal(consultationId, command, at))
  const { status } = await process.act(consultationId, command, at)
  return status
}

const followUp = async ({ commitments }: Session): Promise<void> => {
  const short = 'zone-courte-duree'
  await commitments.act(
    short,
    { type: 'FulfilCommitment', commitmentId: short, text: 'Marquage terminé le 11 juin.', fulfilledAt: on('2027-06-12') },
    on('2027-06-12'),
  )
  const trees = 'plantations'
  await commitments.act(
    trees,
    { type: 'ReachMilestone', commitmentId: trees, milestone: 'Banc et fontaine posés', reachedAt: on('2027-09-02') },
    on('2027-09-02'),
  )
  await commitments.act(trees, { type: 'MarkOverdue', commitmentId: trees, at: on('2027-12-01') }, on('2027-12-01'))
  await commitments.act(
    trees,
    {
      type: 'DelayCommitment',
      commitmentId: trees,
      reason: 'Plants indisponibles chez le pépiniériste.',
      newDue: on('2028-02-28'),
      delayedAt: on('2027-12-03'),
    },
    on('2027-12-03'),
  )
  await commitments.act(
    trees,
    { type: 'FulfilCommitment', commitmentId: trees, text: 'Deux micocouliers plantés le 10 février.', fulfilledAt: on('2028-02-11') },
    on('2028-02-11'),
  )
}

/** A plain consultation from its charter to the last commitment kept: a square, six contributions, an answer to each. */
export const placeDuMarche = async (): Promise<Shown> => {
  const session = openSession(consultationId)
  await prepare(session)
  const late = await collect(session)
  await answer(session)
  await decide(session)
  await giveBack(session)
  const tooSoon = await close(session, answers.slice(0, 2))
  const status = await close(session, answers)
  await followUp(session)
  const certificate = await session.certificate(
    said.map(({ id }) => id),
    answers,
  )
  return { session, refused: [late, tooSoon], status, isComplete: isComplete(certificate) }
}

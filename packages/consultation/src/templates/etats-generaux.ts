import { authority, citizens, departments, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { MeetingPlan, Template } from './template.ts'

const themes = [
  { id: 'sante', title: { fr: 'Se soigner près de chez soi', en: 'Care close to home' } },
  { id: 'mobilites', title: { fr: 'Se déplacer', en: 'Getting around' } },
  { id: 'education', title: { fr: 'Apprendre à tout âge', en: 'Learning at every age' } },
  { id: 'logement', title: { fr: 'Se loger', en: 'Housing' } },
  { id: 'environnement', title: { fr: 'Préserver l’eau, l’air et les sols', en: 'Water, air and soil' } },
] as const

/** Two workshops for each theme, between an opening debate and a restitution. */
const meetings: ReadonlyArray<MeetingPlan> = [
  { id: 'reunion-01', kind: 'debate', on: 7, hours: 3 },
  ...[0, 1].flatMap((round) =>
    themes.map(({ id }, place): MeetingPlan => ({
      id: `reunion-${String(2 + round * themes.length + place).padStart(2, '0')}`,
      kind: 'workshop',
      on: 14 + round * 35 + place * 7,
      hours: 3,
      theme: id,
    })),
  ),
  { id: 'reunion-12', kind: 'restitution', on: 165, hours: 2 },
]

/** Several themes in many places, online, on paper and in meetings, that flow into one synthesis. */
export const etatsGeneraux: Template = {
  id: 'etats-generaux',
  title: { fr: 'États généraux', en: 'Estates general' },
  question: { fr: 'Quelles priorités pour le territoire dans les dix ans à venir ?', en: 'Which priorities for the next ten years?' },
  purpose: 'co-design',
  citizenRole: 'co-producer',
  placeOfCitizens: 'advice',
  commitment: {
    fr: 'Une synthèse unique cite les contributions de tous les canaux ; chaque constat reçoit une décision motivée.',
    en: 'One synthesis cites contributions from every channel; each finding gets a decision with reasons.',
  },
  legalProfile: 'open-consultation',
  requires: ['departments'],
  duties: ['synthesis', 'answers', 'decision'],
  noticeDays: 30,
  departments: [
    participation,
    throughout('Santé et solidarités', 'Health and solidarity'),
    throughout('Mobilités', 'Mobility'),
    throughout('Éducation', 'Education'),
    throughout('Habitat', 'Housing'),
    throughout('Transition écologique', 'Ecological transition'),
  ],
  phases: [
    {
      id: 'contributions',
      title: { fr: 'Contributions et réunions', en: 'Contributions and meetings' },
      capabilities: ['inform', 'contribute', 'support', 'deliberate'],
      opensOn: 0,
      lasts: 90,
    },
    processing(90, 90),
    followUp(180, 730),
  ],
  themes,
  meetings,
  roles: [
    expecting(
      citizens,
      'contribuent en ligne, sur papier ou en réunion, sur un thème ou plusieurs',
      'contribute online, on paper or in meetings, on one theme or more',
    ),
    expecting(
      { fr: 'Animateurs', en: 'Facilitators' },
      'tiennent les réunions, publient les comptes rendus et les effectifs, sans noms',
      'run meetings, publish minutes and attendance, without names',
    ),
    expecting(
      { fr: 'Rapporteurs par thème', en: 'Rapporteurs' },
      'rédigent les constats en citant les contributions',
      'write findings that cite contributions',
    ),
    expecting(departments, 'répondent aux contributions et portent les engagements', 'answer contributions and own the commitments'),
    expecting(authority, 'décide sur chaque constat et revient devant le public', 'decides on each finding and comes back before the public'),
  ],
}

import { authority, citizens, departments, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** Which neighbourhood first: a sequence of places, not one winner. */
export const fibreCalendar: Template = {
  id: 'fibre-calendar',
  title: { fr: 'Calendrier de la fibre par quartier', en: 'Calendar of the fibre by neighbourhood' },
  question: { fr: 'Dans quel ordre raccorder les quartiers à la fibre ?', en: 'In which order should the neighbourhoods be connected?' },
  purpose: 'consult',
  citizenRole: 'sensor',
  placeOfCitizens: 'advice',
  commitment: {
    fr: 'Le calendrier adopté suit l’ordre exprimé, sauf contrainte technique publiée quartier par quartier.',
    en: 'The calendar adopted follows the order expressed, save for technical constraints that are published by neighbourhood.',
  },
  legalProfile: 'open-consultation',
  requires: ['departments'],
  duties: ['synthesis', 'decision'],
  noticeDays: 15,
  departments: [participation, throughout('Aménagement numérique', 'Digital infrastructure'), throughout('Voirie', 'Roads')],
  phases: [
    {
      id: 'besoins',
      title: { fr: 'Relevé des besoins et des zones mal couvertes', en: 'Needs and places that are badly covered' },
      capabilities: ['inform', 'contribute'],
      opensOn: 0,
      lasts: 30,
    },
    { id: 'etude', title: { fr: 'Étude technique', en: 'Technical study' }, capabilities: ['inform', 'study'], opensOn: 30, lasts: 30 },
    { id: 'vote', title: { fr: 'Ordre des quartiers', en: 'Order of the neighbourhoods' }, capabilities: ['inform', 'vote'], opensOn: 60, lasts: 21 },
    processing(81, 30),
    followUp(111, 730),
  ],
  polls: [
    {
      id: 'quartiers',
      question: { fr: 'Classez les quartiers, du premier à raccorder au dernier.', en: 'Rank the neighbourhoods, the first to be connected first.' },
      form: 'ordinal',
      rule: 'ranked-pairs',
      phase: 'vote',
      electors: { fr: 'habitants et entreprises de la commune', en: 'residents and firms of the town' },
    },
  ],
  roles: [
    expecting(
      citizens,
      'signalent les adresses mal couvertes et classent les quartiers',
      'report badly covered addresses and rank the neighbourhoods',
    ),
    expecting(departments, 'publient les contraintes techniques avant le vote', 'publish the technical constraints before the vote'),
    expecting(
      { fr: 'Opérateur', en: 'Operator' },
      'confirme la faisabilité et les dates par quartier',
      'confirms feasibility and dates by neighbourhood',
    ),
    expecting(authority, 'arrête le calendrier et motive tout écart', 'settles the calendar, with reasons for any departure'),
  ],
}

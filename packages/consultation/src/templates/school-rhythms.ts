import { authority, convenor, departments, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** Parents and school staff choose among timetables that can be had. */
export const schoolRhythms: Template = {
  id: 'school-rhythms',
  title: { fr: 'Choix des rythmes scolaires', en: 'Choice of school rhythms' },
  question: { fr: 'Quelle organisation de la semaine scolaire préférez-vous ?', en: 'Which school week do you prefer?' },
  purpose: 'consult',
  citizenRole: 'evaluator',
  placeOfCitizens: 'advice',
  commitment: {
    fr: 'Le résultat est publié par école ; si la proposition transmise s’en écarte, la raison en est donnée.',
    en: 'The result is published by school; where the proposal that is passed on departs from it, the reason is given.',
  },
  legalProfile: 'open-consultation',
  requires: ['departments'],
  duties: ['synthesis', 'decision'],
  noticeDays: 15,
  departments: [participation, throughout('Éducation', 'Education'), throughout('Périscolaire et transports', 'After-school care and transport')],
  phases: [
    {
      id: 'information',
      title: { fr: 'Information et débat dans les écoles', en: 'Information and debate in the schools' },
      capabilities: ['inform', 'contribute', 'deliberate'],
      opensOn: 0,
      lasts: 21,
    },
    { id: 'vote', title: { fr: 'Vote', en: 'Vote' }, capabilities: ['inform', 'vote'], opensOn: 21, lasts: 14 },
    processing(35, 30),
    followUp(65),
  ],
  polls: [
    {
      id: 'rythmes',
      question: {
        fr: 'Classez les organisations de la semaine, de la préférée à la moins bonne.',
        en: 'Rank the weeks, from the best to the worst.',
      },
      form: 'ordinal',
      rule: 'schulze',
      phase: 'vote',
      electors: { fr: 'parents d’élèves et personnels, par école', en: 'parents and staff, by school' },
    },
  ],
  roles: [
    expecting(
      convenor,
      'fixe la liste fermée des organisations possibles et leur coût',
      'sets the closed list of weeks that can be had, and their cost',
    ),
    expecting(
      departments,
      'chiffrent chaque option et présentent ses effets école par école',
      'cost each option and show its effects school by school',
    ),
    expecting(
      { fr: 'Conseils d’école', en: 'School councils' },
      'débattent et rendent un avis versé au dossier',
      'debate and give an opinion that goes on file',
    ),
    expecting({ fr: 'Parents et personnels', en: 'Parents and staff' }, 'classent les options', 'rank the options'),
    expecting(authority, 'arrête la proposition et la motive', 'settles the proposal, with reasons'),
  ],
}

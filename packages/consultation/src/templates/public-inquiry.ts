import { authority, citizens, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** The register, the commissioner and the terms of the code of the environment. */
export const publicInquiry: Template = {
  id: 'public-inquiry',
  title: { fr: 'Enquête publique', en: 'Public inquiry' },
  question: { fr: 'Quelles sont vos observations sur le projet soumis à enquête ?', en: 'What do you have to say on the project under inquiry?' },
  purpose: 'consult',
  citizenRole: 'evaluator',
  placeOfCitizens: 'advice',
  commitment: {
    fr: 'La décision prend en considération les observations, et les motifs disent lesquelles ont été retenues.',
    en: 'The decision considers the observations, and its reasons say which were followed.',
  },
  legalProfile: 'public-inquiry',
  requires: ['departments'],
  duties: ['decision'],
  officers: ['commissioner'],
  noticeDays: 16,
  departments: [participation, throughout('Urbanisme', 'Planning'), throughout('Maîtrise d’ouvrage', 'Project owner')],
  phases: [
    {
      id: 'enquete',
      title: { fr: 'Registre d’enquête, sur papier et en ligne', en: 'Register of the inquiry, on paper and online' },
      capabilities: ['inform', 'contribute'],
      opensOn: 0,
      lasts: 32,
    },
    {
      id: 'rapport',
      title: { fr: 'Procès-verbal, réponse du maître d’ouvrage, rapport et conclusions', en: 'Minutes, reply of the owner, report and conclusions' },
      capabilities: ['inform', 'synthesise', 'answer'],
      opensOn: 32,
      lasts: 30,
    },
    { ...processing(62, 60), id: 'decision', title: { fr: 'Décision', en: 'Decision' }, capabilities: ['inform', 'decide'] },
    followUp(122),
  ],
  roles: [
    expecting(
      citizens,
      'consignent leurs observations au registre, par courrier ou en ligne',
      'enter observations in the register, by mail or online',
    ),
    expecting(
      { fr: 'Commissaire enquêteur', en: 'Investigating commissioner' },
      'tient les permanences, remet le procès-verbal, le rapport et des conclusions motivées à part',
      'holds sessions, delivers the minutes, the report and, apart, reasoned conclusions',
    ),
    expecting({ fr: 'Maître d’ouvrage', en: 'Project owner' }, 'répond au procès-verbal de synthèse', 'replies to the minutes'),
    expecting(authority, 'décide au vu du rapport et publie ses motifs', 'decides upon the report and publishes its reasons'),
  ],
}

import { authority, citizens, departments, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { QuestionPlan, Template } from './template.ts'

const rated = (id: string, fr: string, en: string): QuestionPlan => ({
  id,
  text: { fr, en },
  isRequired: true,
  form: { kind: 'scale', from: 1, to: 5 },
})

/** The same questions, wave after wave, so that waves can be compared. */
export const attractivenessBarometer: Template = {
  id: 'attractiveness-barometer',
  title: { fr: 'Baromètre d’attractivité', en: 'Attractiveness barometer' },
  question: { fr: 'Fait-il bon vivre, travailler et étudier ici ?', en: 'Is this a good place to live, work and study?' },
  purpose: 'consult',
  citizenRole: 'evaluator',
  placeOfCitizens: 'inventory',
  commitment: {
    fr: 'Les résultats sont publiés à chaque vague avec le nombre de répondants, sans extrapoler au-delà d’eux.',
    en: 'Results are published with each wave and the number of respondents, and claimed for nobody else.',
  },
  legalProfile: 'plain-survey',
  requires: ['departments'],
  duties: ['synthesis'],
  noticeDays: 7,
  departments: [participation, throughout('Développement économique', 'Economic development')],
  phases: [
    {
      id: 'vague',
      title: { fr: 'Vague du baromètre', en: 'Wave of the barometer' },
      capabilities: ['inform', 'contribute'],
      opensOn: 0,
      lasts: 30,
    },
    processing(30, 30),
    followUp(60, 305),
  ],
  questionnaires: [
    {
      id: 'barometre',
      title: { fr: 'Baromètre d’attractivité', en: 'Attractiveness barometer' },
      phase: 'vague',
      questions: [
        rated('cadre-de-vie', 'Le cadre de vie', 'Surroundings'),
        rated('transports', 'Les transports', 'Transport'),
        rated('emploi', 'L’emploi et les études', 'Jobs and studies'),
        rated('services', 'Les services publics', 'Public services'),
        rated('culture', 'La culture et les loisirs', 'Culture and leisure'),
        {
          id: 'recommander',
          text: { fr: 'Conseilleriez-vous à un proche de s’installer ici ?', en: 'Would you advise a friend to settle here?' },
          isRequired: true,
          form: {
            kind: 'single',
            choices: [
              { id: 'oui', text: { fr: 'Oui', en: 'Yes' } },
              { id: 'non', text: { fr: 'Non', en: 'No' } },
              { id: 'ne-sait-pas', text: { fr: 'Ne sait pas', en: 'Don’t know' } },
            ],
          },
        },
        {
          id: 'priorite',
          text: { fr: 'Que faudrait-il améliorer d’abord ?', en: 'What should be better first?' },
          isRequired: false,
          form: { kind: 'text' },
        },
      ],
    },
  ],
  roles: [
    expecting(citizens, 'répondent, en ligne ou avec un enquêteur', 'answer, online or with an interviewer'),
    expecting(departments, 'tirent de chaque vague un plan d’action', 'draw a plan of action from each wave'),
    expecting(
      { fr: 'Observatoire', en: 'Observatory' },
      'garde les mêmes questions et publie les séries',
      'keeps the questions the same and publishes the series',
    ),
    expecting(authority, 'publie les résultats et ce qu’elle en fait', 'publishes the results and what it makes of them'),
  ],
}

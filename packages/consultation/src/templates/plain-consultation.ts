import { authority, citizens, convenor, departments, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** The smallest whole consultation: a question, contributions, an answer to each, a decision, its follow-up. */
export const plainConsultation: Template = {
  id: 'plain-consultation',
  title: { fr: 'Consultation simple', en: 'Plain consultation' },
  question: { fr: 'Que pensez-vous de ce projet, et que faut-il y changer ?', en: 'What do you think of this project, and what should change?' },
  purpose: 'consult',
  citizenRole: 'evaluator',
  placeOfCitizens: 'advice',
  commitment: {
    fr: 'Chaque contribution recevable reçoit une réponse publiée avant la décision, qui dit ce qui en a été retenu.',
    en: 'Every admissible contribution gets a published answer before the decision, which says what was taken from it.',
  },
  legalProfile: 'open-consultation',
  requires: ['departments'],
  duties: ['answers', 'synthesis', 'decision'],
  noticeDays: 15,
  departments: [participation, throughout('Direction porteuse du projet', 'Department of the project')],
  phases: [
    {
      id: 'contributions',
      title: { fr: 'Recueil des contributions', en: 'Collecting contributions' },
      capabilities: ['inform', 'contribute', 'support'],
      opensOn: 0,
      lasts: 30,
    },
    processing(30, 45),
    followUp(75),
  ],
  roles: [
    expecting(
      convenor,
      'publie le dossier, anime en ligne et sur place, modère avec motifs',
      'publishes the file, runs it online and on site, moderates with reasons',
    ),
    expecting(departments, 'répondent à chaque contribution qui les concerne', 'answer every contribution that concerns them'),
    expecting(authority, 'décide avec motifs et prend des engagements datés', 'decides with reasons and makes dated commitments'),
    expecting(citizens, 'donnent un avis, en ligne ou sur papier', 'give an opinion, online or on paper'),
  ],
}

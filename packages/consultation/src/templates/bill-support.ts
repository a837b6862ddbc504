import { authority, citizens, convenor, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** How far a bill is agreed with, article by article, with reasons and amendments. */
export const billSupport: Template = {
  id: 'bill-support',
  title: { fr: 'Adhésion à une loi, article par article', en: 'Support for a bill, article by article' },
  question: {
    fr: 'Êtes-vous d’accord avec chaque article de ce texte, et que faut-il y changer ?',
    en: 'Do you agree with each article of this text, and what should change?',
  },
  purpose: 'consult',
  citizenRole: 'evaluator',
  placeOfCitizens: 'advice',
  commitment: {
    fr: 'Le résultat de chaque article est publié avec le nombre de participants, sans le présenter comme l’opinion du pays ; les amendements les plus soutenus reçoivent une réponse.',
    en: 'The result of each article is published with the number of participants and never as the opinion of the country; the amendments with most support are answered.',
  },
  legalProfile: 'open-consultation',
  requires: ['departments'],
  duties: ['synthesis', 'answers', 'decision'],
  noticeDays: 8,
  departments: [participation, throughout('Commission saisie du texte', 'Committee in charge'), throughout('Affaires juridiques', 'Legal affairs')],
  phases: [
    {
      id: 'amendements',
      title: { fr: 'Avis, arguments et amendements par article', en: 'Opinions, arguments and amendments by article' },
      capabilities: ['inform', 'contribute', 'amend', 'support', 'deliberate'],
      opensOn: 0,
      lasts: 42,
    },
    { id: 'vote', title: { fr: 'Vote article par article', en: 'Vote on each article' }, capabilities: ['inform', 'vote'], opensOn: 42, lasts: 14 },
    processing(56, 60),
    followUp(116),
  ],
  polls: [
    {
      id: 'article',
      question: { fr: 'Approuvez-vous cet article ?', en: 'Do you approve of this article?' },
      form: 'choose-one',
      rule: 'plurality',
      phase: 'vote',
      each: { fr: 'chaque article du texte', en: 'each article of the text' },
      options: [
        { fr: 'D’accord', en: 'Agree' },
        { fr: 'Mitigé', en: 'Mixed' },
        { fr: 'Pas d’accord', en: 'Disagree' },
      ],
    },
  ],
  roles: [
    expecting(convenor, 'publie le texte article par article avec son exposé des motifs', 'publishes the text by article, with its grounds'),
    expecting(citizens, 'votent, argumentent et amendent article par article', 'vote, argue and amend by article'),
    expecting(
      { fr: 'Rapporteur', en: 'Rapporteur' },
      'répond aux amendements les plus soutenus et rend la synthèse',
      'answers the amendments with most support and delivers the synthesis',
    ),
    expecting(authority, 'dit quels articles changent à la suite de la consultation', 'says which articles change after the consultation'),
  ],
}

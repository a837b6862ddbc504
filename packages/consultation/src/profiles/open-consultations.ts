import type { LegalProfile } from './legal-profile.ts'

const [sourced, toCheck] = ['sourced', 'to-check'] as const

/** Associating the public outside any special text. */
export const openConsultation: LegalProfile = {
  id: 'open-consultation',
  title: { fr: 'Association du public à la conception d’une réforme ou d’un projet', en: 'Associating the public with a reform or a project' },
  source: 'CRPA L131-1; CE Ass. 19 July 2017 no. 403928',
  validFrom: '2016-01-01',
  standing: toCheck,
  purposes: ['inform', 'consult', 'co-design', 'decide'],
  places: ['direct-impact', 'advice', 'inventory'],
  phases: [{ capability: 'contribute', rule: 'CRPA L131-1', standing: sourced }],
  requires: [{ of: 'information', rule: 'CRPA L131-1', standing: sourced }],
  duties: [{ of: 'return', by: 'authority', rule: 'CRPA L131-1', standing: sourced }],
  beyond: [
    'The time given is reasonable for what is asked: the article names no number of days.',
    'The perimeter of the public is relevant, and the result is not vitiated by several opinions of one person.',
    'The authority keeps to the arrangements that it has set itself.',
  ],
}

/** An open consultation on the internet in the place of a commission's opinion. */
export const consultationInsteadOfCommission: LegalProfile = {
  id: 'consultation-instead-of-commission',
  title: { fr: 'Consultation ouverte substituée à une commission consultative', en: 'Open consultation in place of an advisory commission' },
  source: 'CRPA L132-1, L132-2',
  validFrom: '2016-01-01',
  standing: toCheck,
  purposes: ['consult'],
  places: ['advice'],
  phases: [{ capability: 'contribute', rule: 'CRPA R132-6', standing: toCheck, least: { days: 15 } }],
  requires: [{ of: 'information', rule: 'CRPA L132-1', standing: toCheck }],
  duties: [
    { of: 'synthesis', by: 'authority', rule: 'CRPA L132-1', standing: sourced },
    { of: 'return', by: 'authority', rule: 'CRPA L132-1', standing: sourced },
  ],
  beyond: ['The opinion replaced is none of those that the article excepts.'],
}

import type { LegalProfile } from './legal-profile.ts'

const [sourced, toCheck] = ['sourced', 'to-check'] as const

/** A vote of the electors that can decide. */
export const localReferendum: LegalProfile = {
  id: 'local-referendum',
  title: { fr: 'Référendum local', en: 'Local referendum' },
  source: 'CGCT LO1112-1 ff.',
  validFrom: '2003-08-02',
  standing: toCheck,
  purposes: ['decide'],
  places: ['direct-impact'],
  phases: [{ capability: 'vote', rule: 'CGCT LO1112-3', standing: toCheck }],
  requires: [{ of: 'information', rule: 'CGCT LO1112-8', standing: toCheck }],
  duties: [{ of: 'return', by: 'authority', rule: 'CGCT LO1112-7', standing: toCheck }],
  beyond: [
    'The project is adopted where half of the electors on the roll took part and most of the votes cast are for it.',
    'The question is answered by yes or no.',
    'Not in the six months before certain elections; not twice on the same object within a year.',
  ],
}

/** A vote of the electors that advises, and is called nothing else. */
export const votersConsultation: LegalProfile = {
  id: 'voters-consultation',
  title: { fr: 'Consultation des électeurs', en: 'Consultation of the voters' },
  source: 'CGCT L1112-15 ff.',
  validFrom: '2005-01-01',
  standing: toCheck,
  purposes: ['consult'],
  places: ['advice'],
  phases: [{ capability: 'vote', rule: 'CGCT L1112-15', standing: sourced }],
  requires: [{ of: 'information', rule: 'CGCT L1112-18', standing: toCheck }],
  duties: [
    { of: 'decision', by: 'authority', rule: 'CGCT L1112-20', standing: toCheck },
    { of: 'return', by: 'authority', rule: 'CGCT L1112-20', standing: toCheck },
  ],
  beyond: [
    'The question is answered by yes or no, and it is said that the consultation is no more than an opinion.',
    'Not twice on the same object within a year; not in the six months before certain elections.',
  ],
}

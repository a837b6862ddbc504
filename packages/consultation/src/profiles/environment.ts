import type { LegalProfile } from './legal-profile.ts'

const [sourced, toCheck] = ['sourced', 'to-check'] as const

const advising = { purposes: ['inform', 'consult', 'co-design'], places: ['advice', 'inventory'] } as const
const information = { of: 'information', rule: 'C. env. L120-1', standing: toCheck } as const

/** Prior concertation at the project owner's own hand. */
export const concertation: LegalProfile = {
  id: 'prior-concertation',
  title: { fr: 'Concertation préalable sans garant', en: 'Prior concertation without a guarantor' },
  source: 'C. env. L121-15-1 ff., L121-16',
  validFrom: '2017-01-01',
  standing: toCheck,
  ...advising,
  notice: { days: 15, rule: 'C. env. L121-16', standing: sourced },
  phases: [{ capability: 'contribute', rule: 'C. env. L121-16', standing: toCheck, least: { days: 15 }, most: { months: 3 } }],
  requires: [information],
  duties: [
    { of: 'report', by: 'project owner', rule: 'C. env. L121-16', standing: sourced },
    { of: 'owner-reply', by: 'project owner', rule: 'C. env. L121-16', standing: sourced },
  ],
  beyond: ['The project is one that is subject to it, or whose owner chose it.'],
}

/** Prior concertation watched over by a guarantor. */
export const concertationWithGuarantor: LegalProfile = {
  ...concertation,
  id: 'prior-concertation-with-guarantor',
  title: { fr: 'Concertation préalable avec garant', en: 'Prior concertation with a guarantor' },
  source: 'C. env. L121-16-1; R121-24',
  requires: [information, { of: 'guarantor', rule: 'C. env. L121-16-1', standing: sourced }],
  duties: [
    { of: 'report', by: 'guarantor', rule: 'C. env. L121-16-1', standing: sourced, within: { months: 1 } },
    { of: 'owner-reply', by: 'project owner', rule: 'C. env. R121-24', standing: toCheck, within: { months: 2 }, after: 'report' },
  ],
  beyond: ['The guarantor is named by the national commission of public debate.'],
}

/** A debate held by the national commission. */
export const publicDebate: LegalProfile = {
  id: 'public-debate',
  title: { fr: 'Débat public', en: 'Public debate' },
  source: 'C. env. L121-8 ff.; national commission of public debate',
  validFrom: '2017-01-01',
  standing: toCheck,
  ...advising,
  phases: [{ capability: 'deliberate', rule: 'C. env. L121-11', standing: toCheck }],
  requires: [information],
  duties: [
    { of: 'report', by: 'commission of the debate', rule: 'C. env. L121-11', standing: toCheck, within: { months: 2 } },
    { of: 'owner-reply', by: 'project owner', rule: 'C. env. L121-13', standing: toCheck, within: { months: 3 }, after: 'report' },
  ],
  beyond: ['The longest duration of a debate, and when it may be extended.', 'Who seizes the commission, and within what delay.'],
}

/** The inquiry that comes before a decision with an assessment of its effects on the environment. */
export const publicInquiry: LegalProfile = {
  id: 'public-inquiry',
  title: { fr: 'Enquête publique (avec évaluation environnementale)', en: 'Public inquiry (with environmental assessment)' },
  source: 'C. env. L123-1 ff., R123-1 ff.',
  validFrom: '2017-01-01',
  standing: toCheck,
  purposes: ['consult'],
  places: ['advice'],
  notice: { days: 15, rule: 'C. env. L123-10', standing: toCheck },
  phases: [{ capability: 'contribute', rule: 'C. env. L123-9', standing: sourced, least: { days: 30 } }],
  requires: [information, { of: 'commissioner', rule: 'C. env. L123-4', standing: toCheck }],
  duties: [
    { of: 'minutes', by: 'commissioner', rule: 'C. env. R123-18', standing: toCheck, within: { days: 8 } },
    { of: 'owner-reply', by: 'project owner', rule: 'C. env. R123-18', standing: toCheck, within: { days: 15 }, after: 'minutes' },
    { of: 'report', by: 'commissioner', rule: 'C. env. L123-15', standing: sourced, within: { days: 30 } },
    { of: 'conclusions', by: 'commissioner', rule: 'C. env. L123-15', standing: sourced, within: { days: 30 } },
  ],
  beyond: [
    'A register on paper is kept beside the electronic one.',
    'The report lists the observations, the proposals and the answers of the project owner; the conclusions stand apart, with reasons.',
    'The parallel consultation of three months for environmental permits (law of 23 October 2023) is another procedure.',
  ],
}

/** The same without an environmental assessment: a shorter register. */
export const publicInquiryWithoutAssessment: LegalProfile = {
  ...publicInquiry,
  id: 'public-inquiry-without-assessment',
  title: { fr: 'Enquête publique (sans évaluation environnementale)', en: 'Public inquiry (without environmental assessment)' },
  phases: [{ capability: 'contribute', rule: 'C. env. L123-9', standing: toCheck, least: { days: 15 } }],
}

/** Public participation on the other decisions that affect the environment. */
export const participationByPublication: LegalProfile = {
  id: 'participation-by-publication',
  title: { fr: 'Participation du public hors procédure particulière', en: 'Public participation outside a particular procedure' },
  source: 'C. env. L123-19-1',
  validFrom: '2017-01-01',
  standing: toCheck,
  purposes: ['consult'],
  places: ['advice'],
  phases: [
    { capability: 'contribute', rule: 'C. env. L123-19-1', standing: sourced, least: { days: 21 } },
    { capability: 'decide', rule: 'C. env. L123-19-1', standing: sourced, afterCollection: { days: 4 } },
  ],
  requires: [{ of: 'information', rule: 'C. env. L123-19-1', standing: sourced }],
  duties: [
    { of: 'synthesis', by: 'authority', rule: 'C. env. L123-19-1', standing: sourced },
    { of: 'decision', by: 'authority', rule: 'C. env. L123-19-1', standing: sourced },
    { of: 'return', by: 'authority', rule: 'C. env. L123-19-1', standing: sourced },
  ],
  beyond: ['The synthesis says which observations were taken into account; the motives stand in a document of their own.'],
}

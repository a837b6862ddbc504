import type { LegalProfile } from './legal-profile.ts'
import { openConsultation } from './open-consultations.ts'

const toCheck = 'to-check'
const ownRules = 'rules that the authority set itself'
const source = `${openConsultation.source}; ${ownRules}`

/** Residents propose projects and choose among them within an envelope: an optional open consultation. */
export const participatoryBudget: LegalProfile = {
  ...openConsultation,
  id: 'participatory-budget',
  title: { fr: 'Budget participatif', en: 'Participatory budget' },
  source: `${source}; TA Grenoble 4 October 2024 no. 2106063 (first instance)`,
  purposes: ['consult', 'co-design', 'decide'],
  places: ['direct-impact', 'advice'],
  phases: [...openConsultation.phases, { capability: 'vote', rule: ownRules, standing: toCheck }],
  requires: [...openConsultation.requires, { of: 'departments', rule: ownRules, standing: toCheck }],
  duties: [
    ...openConsultation.duties,
    { of: 'answers', by: 'authority', rule: 'TA Grenoble 2106063', standing: toCheck },
    { of: 'decision', by: 'authority', rule: ownRules, standing: toCheck },
  ],
  beyond: [...openConsultation.beyond, 'Each refusal of a project has its reasons, and the steps are on record.'],
}

/** A panel drawn by lot deliberates and reports. */
export const assemblyByLot: LegalProfile = {
  ...openConsultation,
  id: 'assembly-by-lot',
  title: { fr: 'Convention citoyenne, panel tiré au sort', en: 'Assembly drawn by lot' },
  source,
  purposes: ['consult', 'co-design'],
  places: ['direct-impact', 'advice'],
  phases: [{ capability: 'deliberate', rule: ownRules, standing: toCheck }],
  duties: [
    ...openConsultation.duties,
    { of: 'report', by: 'assembly', rule: ownRules, standing: toCheck },
    { of: 'owner-reply', by: 'authority', rule: ownRules, standing: toCheck, after: 'report' },
  ],
  beyond: [...openConsultation.beyond, 'The draw, its pool and its quotas are on record and can be drawn again.'],
}

/** A questionnaire: little is asked, and the result is given back. */
export const plainSurvey: LegalProfile = {
  ...openConsultation,
  id: 'plain-survey',
  title: { fr: 'Enquête par questionnaire', en: 'Plain survey' },
  purposes: ['inform', 'consult'],
  places: ['advice', 'inventory'],
  requires: [],
  beyond: [...openConsultation.beyond, 'What is read from answers that nobody drew by lot holds for those who answered.'],
}

import { authority, citizens, convenor, departments, expecting, followUp, participation, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** Residents propose projects, departments study them, a vote shares out an envelope. */
export const participatoryBudgetTemplate: Template = {
  id: 'participatory-budget',
  title: { fr: 'Budget participatif', en: 'Participatory budget' },
  question: {
    fr: 'Quels projets la commune doit-elle réaliser avec l’enveloppe ?',
    en: 'Which projects should the town carry out with the envelope?',
  },
  purpose: 'decide',
  citizenRole: 'co-producer',
  placeOfCitizens: 'direct-impact',
  commitment: {
    fr: 'Les projets retenus par le vote sont réalisés dans la limite de l’enveloppe ; tout projet écarté l’est avec des motifs publiés.',
    en: 'The projects that the vote selects are carried out within the envelope; none is set aside without published reasons.',
  },
  legalProfile: 'participatory-budget',
  noticeDays: 15,
  departments: [participation, throughout('Finances', 'Finance'), throughout('Services techniques', 'Works')],
  phases: [
    {
      id: 'depot',
      title: { fr: 'Dépôt des projets', en: 'Proposing projects' },
      capabilities: ['inform', 'contribute', 'support', 'amend'],
      opensOn: 0,
      lasts: 45,
    },
    {
      id: 'etude',
      title: { fr: 'Étude de faisabilité et chiffrage', en: 'Feasibility and costs' },
      capabilities: ['inform', 'study', 'answer'],
      opensOn: 45,
      lasts: 75,
    },
    { id: 'vote', title: { fr: 'Vote', en: 'Vote' }, capabilities: ['inform', 'vote'], opensOn: 120, lasts: 21 },
    {
      id: 'decision',
      title: { fr: 'Proclamation et décision', en: 'Result and decision' },
      capabilities: ['inform', 'synthesise', 'decide'],
      opensOn: 141,
      lasts: 30,
    },
    followUp(171, 730),
  ],
  polls: [
    {
      id: 'projets',
      question: { fr: 'Quels projets soutenez-vous ?', en: 'Which projects do you support?' },
      form: 'approval',
      rule: 'equal-shares',
      parameters: { utility: 'cost', completion: 'add1' },
      phase: 'vote',
      electors: { fr: 'habitants inscrits, sans condition de nationalité', en: 'registered residents of any nationality' },
    },
  ],
  roles: [
    expecting(citizens, 'déposent, soutiennent et choisissent des projets', 'propose, support and choose projects'),
    expecting(departments, 'étudient chaque projet et motivent chaque refus', 'study every project and give reasons for every refusal'),
    expecting(convenor, 'accompagne les porteurs et tient les bureaux de vote papier', 'helps those who propose and runs polling places on paper'),
    expecting(authority, 'adopte la liste et rend compte des chantiers', 'adopts the list and accounts for the works'),
  ],
}

import { authority, citizens, convenor, departments, expecting, followUp, participation, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** From the body to the public: warnings and information by place and topic. Nobody is asked, and that is said. */
export const notices: Template = {
  id: 'notices',
  title: { fr: 'Alertes et informations aux citoyens', en: 'Alerts and information for citizens' },
  question: { fr: 'De quoi les habitants doivent-ils être avertis, où et comment ?', en: 'What must residents be told, where and how?' },
  purpose: 'inform',
  citizenRole: 'sensor',
  placeOfCitizens: 'inventory',
  commitment: {
    fr: 'Toute alerte dit où elle vaut et jusqu’à quand, et sa levée est annoncée aux mêmes personnes.',
    en: 'Every alert says where it holds and until when, and the same people are told when it is lifted.',
  },
  requires: ['departments'],
  duties: ['return'],
  noticeDays: 0,
  departments: [participation, throughout('Sécurité civile', 'Civil protection'), throughout('Communication', 'Communication')],
  phases: [
    { id: 'diffusion', title: { fr: 'Diffusion des alertes', en: 'Sending alerts' }, capabilities: ['inform'], opensOn: 0, lasts: 365 },
    {
      id: 'bilan',
      title: { fr: 'Bilan annuel', en: 'Yearly review' },
      capabilities: ['synthesise', 'answer', 'decide'],
      opensOn: 365,
      lasts: 30,
    },
    followUp(395, 90),
  ],
  roles: [
    expecting(convenor, 'tient la liste des thèmes et des zones', 'keeps the list of topics and areas'),
    expecting(departments, 'rédigent, mettent à jour et lèvent les alertes', 'write, update and lift the alerts'),
    expecting(citizens, 'choisissent ce dont ils veulent être avertis', 'choose what they want to be told'),
    expecting(authority, 'publie le bilan des alertes diffusées', 'publishes a review of the alerts sent'),
  ],
}

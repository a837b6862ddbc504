import { authority, citizens, departments, expecting, followUp, participation, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** What is broken in streets and squares: reported, routed, closed with a reason. */
export const issueReports: Template = {
  id: 'issue-reports',
  title: { fr: 'Signalements des citoyens', en: 'Citizen reports' },
  question: {
    fr: 'Qu’est-ce qui est abîmé, dangereux ou manquant dans l’espace public ?',
    en: 'What is broken, dangerous or missing in public space?',
  },
  purpose: 'consult',
  citizenRole: 'sensor',
  placeOfCitizens: 'inventory',
  commitment: {
    fr: 'Chaque signalement est orienté vers une direction et clos avec un motif publié.',
    en: 'Every report is routed to a department and closed with a published reason.',
  },
  requires: ['departments'],
  duties: ['return'],
  noticeDays: 0,
  departments: [participation, throughout('Voirie et éclairage', 'Roads and lighting'), throughout('Propreté', 'Cleaning')],
  phases: [
    {
      id: 'signalements',
      title: { fr: 'Recueil et traitement des signalements', en: 'Reports and their treatment' },
      capabilities: ['inform', 'contribute', 'answer'],
      opensOn: 0,
      lasts: 365,
    },
    {
      id: 'bilan',
      title: { fr: 'Bilan annuel et programme de travaux', en: 'Yearly review and works programme' },
      capabilities: ['inform', 'synthesise', 'decide'],
      opensOn: 365,
      lasts: 30,
    },
    followUp(395, 180),
  ],
  roles: [
    expecting(citizens, 'signalent avec un lieu, confirment ou contestent la réparation', 'report with a place, confirm or dispute the repair'),
    expecting(
      departments,
      'prennent en charge, planifient, closent avec un code et une note publique',
      'take charge, schedule, close with a code and a public note',
    ),
    expecting({ fr: 'Standard', en: 'Front desk' }, 'confirme, oriente et réunit les doublons', 'confirms, routes and merges duplicates'),
    expecting(authority, 'publie les délais et le programme de travaux', 'publishes delays and the works programme'),
  ],
}

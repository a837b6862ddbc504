import type { Language } from '@isegoria/consultation'

/** Names in the log and what a French plan calls them; English plans call them as the log does. */
const french: Readonly<Record<string, string>> = {
  inform: 'informer',
  contribute: 'contribuer',
  support: 'soutenir',
  amend: 'amender',
  deliberate: 'débattre',
  study: 'étudier',
  vote: 'voter',
  synthesise: 'synthétiser',
  answer: 'répondre',
  decide: 'décider',
  'follow-up': 'suivre',
  information: 'dossier d’information',
  departments: 'directions',
  guarantor: 'garant',
  commissioner: 'commissaire enquêteur',
  answers: 'réponses',
  synthesis: 'synthèse',
  minutes: 'procès-verbal',
  'owner-reply': 'réponse du maître d’ouvrage',
  report: 'rapport',
  conclusions: 'conclusions',
  decision: 'décision',
  return: 'restitution',
  authority: 'autorité',
  'project owner': 'maître d’ouvrage',
  assembly: 'convention',
}

export const inWords = (name: string, language: Language): string => (language === 'fr' ? (french[name] ?? name) : name)

import type { SomeLabels } from '../labels.ts'

/** French for what is said of several kinds of things alike. */
export const shared = {
  events: {},
  statuses: {},
  rejections: {
    NameMissing: 'Il manque un nom.',
    ReasonMissing: 'Il faut donner une raison.',
    WordsMissing: 'Un texte obligatoire est vide.',
    ContentMissing: 'Le contenu manque.',
    ContentHashNotReadable: 'L’empreinte du contenu n’est pas lisible.',
    NotAHash: 'Cette empreinte n’est pas lisible.',
    NotAKey: 'Cette clé n’est pas valable. Un nom ne peut pas servir de clé.',
    NotTheAuthor: 'Seule la personne qui a écrit ce texte peut le faire.',
    GateClosed: 'Ce n’est pas possible en ce moment.',
    GateForSomethingElse: 'Cette étape permet autre chose.',
    GateOfAnotherTime: 'L’étape a été vérifiée pour un autre moment.',
    GateOfAnotherPhase: 'Une autre étape est ouverte en ce moment.',
    AmountNotReadable: 'Ce montant n’est pas lisible.',
    NumberOutOfRange: 'Ce nombre n’est pas possible ici.',
    OutsideVotingTime: 'Le vote n’est pas ouvert à ce moment.',
    NotOnRoll: 'Cette personne n’est pas sur la liste électorale.',
  },
} satisfies SomeLabels

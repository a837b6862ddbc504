import type { Said } from './session.ts'

/** A contribution and the theme that it is about. */
export interface Themed extends Said {
  readonly theme: string
}

export const places: ReadonlyArray<string> = [
  'Théâtre de Lierre',
  'Maison de santé de Brévans',
  'Gare de Lierre',
  'Collège des Tanneurs, Lierre',
  'Salle des fêtes de Mésanges',
  'Moulin de Courcelle',
  'Foyer rural d’Ausson',
  'Salle polyvalente de Pontreux',
  'Médiathèque de Brévans',
  'Mairie de Saint-Loup',
  'Maison du lac, Ausson',
  'Théâtre de Lierre',
]

/** Who came to each meeting: residents, associations, elected members. */
export const attendance: ReadonlyArray<readonly [number, number, number]> = [
  [142, 21, 17],
  [38, 6, 3],
  [51, 4, 4],
  [29, 9, 2],
  [44, 3, 5],
  [33, 12, 3],
  [27, 5, 2],
  [36, 2, 4],
  [22, 7, 2],
  [31, 4, 3],
  [40, 15, 2],
  [118, 18, 19],
]

export const online: ReadonlyArray<Themed> = [
  {
    id: 'e1',
    theme: 'sante',
    channel: 'online',
    day: '2027-01-20',
    by: 'p-101',
    text: 'Deux mois pour voir un médecin ; je renonce et je vais aux urgences.',
  },
  {
    id: 'e2',
    theme: 'mobilites',
    channel: 'online',
    day: '2027-01-27',
    by: 'p-102',
    text: 'Le dernier car part à 18 h 10 : impossible de travailler en ville sans voiture.',
  },
  {
    id: 'e3',
    theme: 'education',
    channel: 'online',
    day: '2027-02-03',
    by: 'p-103',
    text: 'À cinquante ans je voudrais apprendre un métier sans déménager.',
  },
  {
    id: 'e4',
    theme: 'logement',
    channel: 'online',
    day: '2027-02-17',
    by: 'p-104',
    text: 'Les maisons vides du bourg pourraient loger des apprentis.',
  },
  {
    id: 'e5',
    theme: 'environnement',
    channel: 'online',
    day: '2027-03-22',
    by: 'p-105',
    text: 'On arrose encore les stades en plein midi au mois d’août.',
  },
  {
    id: 'e6',
    theme: 'mobilites',
    channel: 'online',
    day: '2027-03-30',
    by: 'p-106',
    text: 'Un abri à vélos fermé devant la gare, et je laisse la voiture.',
  },
]

/** What workshops put into their minutes. */
export const points: ReadonlyArray<Themed & { readonly meeting: number }> = [
  {
    id: 'r1',
    theme: 'sante',
    meeting: 6,
    channel: 'meeting',
    day: '2027-03-08',
    text: 'Un bus de consultation passerait chaque semaine dans les six villages.',
  },
  {
    id: 'r2',
    theme: 'mobilites',
    meeting: 7,
    channel: 'meeting',
    day: '2027-03-15',
    text: 'Le groupe préfère un car du soir à une nouvelle rocade.',
  },
  {
    id: 'r3',
    theme: 'education',
    meeting: 8,
    channel: 'meeting',
    day: '2027-03-22',
    text: 'Le collège ouvrirait ses ateliers le samedi aux adultes.',
  },
  {
    id: 'r4',
    theme: 'logement',
    meeting: 9,
    channel: 'meeting',
    day: '2027-03-29',
    text: 'Désaccord : une moitié du groupe refuse toute construction hors du bourg.',
  },
  {
    id: 'r5',
    theme: 'environnement',
    meeting: 10,
    channel: 'meeting',
    day: '2027-04-05',
    text: 'Le groupe demande que les relevés du lac soient publiés chaque mois.',
  },
]

/** Forms from the box at the town hall of Saint-Loup: what the first and the second transcriber read. */
export const forms: ReadonlyArray<{
  readonly id: string
  readonly theme: string
  readonly first: string
  readonly second: string
  readonly agreed?: string
}> = [
  {
    id: 'f1',
    theme: 'sante',
    first: 'Ma mère ne peut plus sortir, que quelqu’un passe.',
    second: 'Ma mère ne peut plus sortir, que quelqu’un passe.',
  },
  {
    id: 'f2',
    theme: 'logement',
    first: 'Le loyer prend 600 de mes 1100 euros.',
    second: 'Le loyer prend 660 de mes 1100 euros.',
    agreed: 'Le loyer prend 660 de mes 1100 euros.',
  },
  { id: 'f3', theme: 'environnement', first: 'Laissez les haies.', second: 'Laissez les haies.' },
  { id: 'f4', theme: '', first: '[illisible : encre effacée]', second: '[illisible : encre effacée]' },
]

/** One finding for each theme, written by hand by its rapporteur, with the contributions that it rests on. */
export interface Finding {
  readonly id: string
  readonly theme: string
  readonly text: string
  readonly cites: ReadonlyArray<string>
}

export const findings: ReadonlyArray<Finding> = [
  { id: 'constat-sante', theme: 'sante', text: 'On renonce à se soigner faute de rendez-vous et de visites à domicile.', cites: ['e1', 'r1', 'f1'] },
  {
    id: 'constat-mobilites',
    theme: 'mobilites',
    text: 'Le soir manque plus que la vitesse : un car tardif et des abris à vélos.',
    cites: ['e2', 'e6', 'r2'],
  },
  {
    id: 'constat-education',
    theme: 'education',
    text: 'Des adultes veulent se former près de chez eux, et les lieux existent.',
    cites: ['e3', 'r3'],
  },
  {
    id: 'constat-logement',
    theme: 'logement',
    text: 'Des maisons sont vides et des loyers trop lourds ; construire hors du bourg divise.',
    cites: ['e4', 'r4', 'f2'],
  },
  {
    id: 'constat-environnement',
    theme: 'environnement',
    text: 'L’eau est gaspillée sans que l’on sache où en est le lac.',
    cites: ['e5', 'r5', 'f3'],
  },
]

/** For each finding: who answers, what is answered, what is decided and why, what is promised for when. */
export const followed = [
  {
    theme: 'sante',
    owner: 'Santé et solidarités',
    answer: 'Un bus de consultation est financé ; les visites à domicile dépendent des infirmiers, que nous réunissons en juin.',
    verdict: 'adopted',
    motives: 'Le besoin revient sur les trois canaux.',
    measure: 'Le bus passe chaque semaine dans les six villages',
    due: '2027-12-31',
  },
  {
    theme: 'mobilites',
    owner: 'Mobilités',
    answer: 'Un car à 20 h 30 est mis à l’essai un an ; l’abri à vélos est commandé.',
    verdict: 'adopted',
    motives: 'L’essai coûte moins que l’étude de la rocade, qui est arrêtée.',
    measure: 'Car de 20 h 30 en service cinq soirs par semaine',
    due: '2027-09-30',
  },
  {
    theme: 'education',
    owner: 'Éducation',
    answer: 'Les ateliers du collège ouvrent un samedi sur deux, sous réserve d’un encadrant.',
    verdict: 'adopted-in-part',
    motives: 'Un samedi sur deux : il n’y a qu’un encadrant.',
    measure: 'Dix samedis d’atelier tenus dans l’année scolaire',
    due: '2028-06-30',
  },
  {
    theme: 'logement',
    owner: 'Habitat',
    answer: 'Douze logements vides sont rachetés ; la construction hors du bourg est renvoyée au plan d’urbanisme.',
    verdict: 'deferred',
    motives: 'Les participants sont partagés sur la construction : le plan d’urbanisme en débattra.',
    measure: 'Douze logements vacants rachetés et loués à des apprentis',
    due: '2028-12-31',
  },
  {
    theme: 'environnement',
    owner: 'Transition écologique',
    answer: 'L’arrosage en journée est arrêté ; les relevés du lac sont publiés chaque mois ; les haies sont protégées au plan.',
    verdict: 'adopted',
    motives: 'Ces mesures ne coûtent presque rien et peuvent commencer cet été.',
    measure: 'Relevés du lac publiés chaque mois',
    due: '2027-08-31',
  },
] as const

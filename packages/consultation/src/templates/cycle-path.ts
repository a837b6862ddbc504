import { authority, citizens, departments, expecting, followUp, participation, processing, throughout } from './parts.ts'
import type { Template } from './template.ts'

/** A route is drawn together: places on a map, variants, amendments to them, a choice. */
export const cyclePath: Template = {
  id: 'cycle-path',
  title: { fr: 'Piste cyclable avec variantes de tracé', en: 'Cycle path with variants' },
  question: { fr: 'Par où doit passer la piste cyclable ?', en: 'Where should the cycle path go?' },
  purpose: 'co-design',
  citizenRole: 'co-producer',
  placeOfCitizens: 'direct-impact',
  commitment: {
    fr: 'La variante arrivée en tête est celle qui est soumise au vote du conseil.',
    en: 'The variant that comes first is the one put to the council.',
  },
  legalProfile: 'open-consultation',
  requires: ['departments'],
  duties: ['answers', 'synthesis', 'decision'],
  noticeDays: 15,
  departments: [participation, throughout('Mobilités', 'Mobility'), throughout('Espaces verts', 'Parks')],
  phases: [
    {
      id: 'diagnostic',
      title: { fr: 'Diagnostic sur la carte', en: 'Findings on the map' },
      capabilities: ['inform', 'contribute'],
      opensOn: 0,
      lasts: 30,
    },
    {
      id: 'variantes',
      title: { fr: 'Variantes, amendements et soutiens', en: 'Variants, amendments and supports' },
      capabilities: ['inform', 'contribute', 'amend', 'support', 'deliberate'],
      opensOn: 30,
      lasts: 30,
    },
    {
      id: 'etude',
      title: { fr: 'Étude et chiffrage des variantes', en: 'Study and costs of the variants' },
      capabilities: ['inform', 'study'],
      opensOn: 60,
      lasts: 45,
    },
    { id: 'vote', title: { fr: 'Choix de la variante', en: 'Choice of the variant' }, capabilities: ['inform', 'vote'], opensOn: 105, lasts: 21 },
    processing(126, 45),
    followUp(171, 730),
  ],
  polls: [
    {
      id: 'variante',
      question: { fr: 'Donnez une mention à chaque variante.', en: 'Grade each variant.' },
      form: 'score',
      mostPoints: 5,
      rule: 'majority-judgment',
      phase: 'vote',
      electors: { fr: 'habitants et usagers du secteur', en: 'residents and users of the area' },
    },
  ],
  roles: [
    expecting(
      citizens,
      'placent points, lignes et zones, proposent et amendent des variantes',
      'place points, lines and areas, propose and amend variants',
    ),
    expecting(
      departments,
      'disent pour chaque variante ce qui est possible et à quel coût',
      'say of each variant what is possible and what it costs',
    ),
    expecting({ fr: 'Animateur', en: 'Facilitator' }, 'tient les balades urbaines et les ateliers', 'leads the walks and workshops'),
    expecting(authority, 'retient une variante et motive tout écart au résultat', 'adopts a variant, with reasons for any departure'),
  ],
}

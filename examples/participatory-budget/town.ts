import { seededPrng } from '@isegoria/kernel'
import type { Prng } from '@isegoria/kernel'

const districts = ['Riverside', 'Old Town', 'Hillcrest', 'Station', 'Northfield'] as const
const kinds = [
  { name: 'Trees and shade', low: 8, high: 40 },
  { name: 'Safe crossing', low: 15, high: 60 },
  { name: 'Playground', low: 40, high: 120 },
  { name: 'Cycle path', low: 60, high: 240 },
  { name: 'Library corner', low: 5, high: 25 },
  { name: 'Benches and fountains', low: 3, high: 18 },
  { name: 'Sports field', low: 90, high: 300 },
  { name: 'Community garden', low: 6, high: 30 },
] as const
const ages = ['16-24', '25-39', '40-64', '65+'] as const

interface Project {
  readonly id: number
  readonly district: string
  readonly kind: string
  readonly cost: number
  readonly appeal: number
}

const one = <Item>(prng: Prng, items: ReadonlyArray<Item>): Item => {
  const item = items[prng.below(items.length)]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

const projectsOf = (prng: Prng): ReadonlyArray<Project> =>
  Array.from({ length: 40 }, (_, place) => {
    const kind = one(prng, kinds)
    const cost = 1000 * (kind.low + prng.below(kind.high - kind.low + 1))
    return { id: place + 1, district: one(prng, districts), kind: kind.name, cost, appeal: 1 + prng.below(12) }
  })

/** The tickets from which a resident of `home` draws: those of projects nearby count three times, large ones have more. */
const ticketsOf = (projects: ReadonlyArray<Project>, home: string): ReadonlyArray<number> =>
  projects.flatMap(({ id, district, appeal, cost }) => {
    const weight = (district === home ? 3 : 1) * (appeal + Math.floor(cost / 40_000))
    return Array.from({ length: weight }, () => id)
  })

/** Two to six projects that a resident likes. */
const choices = (prng: Prng, tickets: ReadonlyArray<number>): ReadonlyArray<number> => {
  const wanted = 2 + prng.below(5)
  const chosen = new Set<number>()
  while (chosen.size < wanted) chosen.add(tickets[prng.below(tickets.length)] ?? 1)
  return [...chosen]
}

/**
 * A town that does not exist, as a .pb file: 40 projects, one budget, a ballot for each resident. The same seed is the same town.
 *
 * Residents prefer their own district and like large projects a little too much, as people do.
 */
export const townOf = (seed: string, residents: number): string => {
  const prng = seededPrng(seed)
  const projects = projectsOf(prng)
  const tickets = new Map(districts.map((district) => [district, ticketsOf(projects, district)]))
  const votes = Array.from({ length: residents }, (_, place) => {
    const home = one(prng, districts)
    return `${place + 1};${choices(prng, tickets.get(home) ?? []).join(',')};${home};${one(prng, ages)};${one(prng, ['online', 'online', 'online', 'paper'])}`
  })
  const meta = [
    'description;Participatory budget of Newhaven-on-Lys',
    'country;Nowhere',
    'unit;Newhaven-on-Lys',
    'instance;2026',
    `num_projects;${projects.length}`,
    `num_votes;${votes.length}`,
    'budget;1000000',
    'vote_type;approval',
    'rule;greedy',
    'date_begin;01.03.2026',
    'date_end;31.03.2026',
    'currency;EUR',
  ]
  const listed = projects.map(({ id, district, kind, cost }) => `${id};${cost};${kind}, ${district};${district}`)
  const sections = [
    ['META', 'key;value', ...meta],
    ['PROJECTS', 'project_id;cost;name;district', ...listed],
    ['VOTES', 'voter_id;vote;district;age;voting_method', ...votes],
  ]
  return `${sections.flat().join('\n')}\n`
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule, profileBuilder } from '@isegoria/election'
import type { Parameters, Rule, SeatsOutcome } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { dhondt, largestRemainder, sainteLague } from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'

type Counts = Readonly<Record<string, number>>

/** A file without quoted fields, line by line. */
const linesOf = (data: string, file: string): ReadonlyArray<ReadonlyArray<string>> =>
  readFileSync(join(data, 'votelib', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trimEnd().split(';'))

const outcomeBy = (rule: Rule, parameters: Parameters, votes: Counts, seats: number): SeatsOutcome => {
  const builder = profileBuilder()
  for (const [choice, own] of Object.entries(votes)) if (own > 0) builder.add({ type: 'choose-one', choice }, own)
  const options = Object.keys(votes).map((id) => ({ id, cost: 0n }))
  const outcome = applyRule(rule, { options, profile: builder.build(), seats, decimals: 0 }, parameters)
  if (E.isLeft(outcome) || outcome.right.type !== 'seats') throw new Error(`${rule.id}: ${JSON.stringify(outcome)}`)
  return outcome.right
}
const seatsBy = (rule: Rule, parameters: Parameters, votes: Counts, seats: number): Counts => outcomeBy(rule, parameters, votes, seats).seats

const plus = (left: Counts, right: Counts): Counts => {
  const sum: Record<string, number> = { ...left }
  for (const [name, own] of Object.entries(right)) sum[name] = (sum[name] ?? 0) + own
  return sum
}
const total = (counts: Counts): number => Object.values(counts).reduce((sum, own) => sum + own, 0)

/** Those that have anything, by falling number, then name: what a newspaper prints. */
const printed = (counts: Counts): string =>
  Object.entries(counts)
    .filter(([, own]) => own > 0)
    .toSorted(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
    .map(([name, own]) => `${name} ${own}`)
    .join(', ')

const compared = (rule: string, instance: string, ours: Counts, theirs: Counts): Comparison => {
  const [own, other] = [printed(ours), printed(theirs)]
  return own === other ? { rule, instance, isEqual: true } : { rule, instance, isEqual: false, difference: `ours ${own}; theirs ${other}` }
}

interface Region {
  readonly name: string
  readonly votes: Counts
}

/** A file with a row for each party or district and a column for each of the others; votes by column, then row. */
const tableOf = (data: string, file: string): ReadonlyArray<Region> => {
  const [head = [], ...rows] = linesOf(data, file)
  return head.slice(1).map((name, column) => ({
    name,
    votes: Object.fromEntries(rows.map((row): [string, number] => [row[0] ?? '', Number(row[column + 1])])),
  }))
}

/** The votes of each region for parties with at least that share of all votes. */
const above = (basisPoints: number, regions: ReadonlyArray<Region>): ReadonlyArray<Region> => {
  const country = regions.reduce<Counts>((sum, { votes }) => plus(sum, votes), {})
  const least = basisPoints * total(country)
  return regions.map(({ name, votes }) => ({
    name,
    votes: Object.fromEntries(Object.entries(votes).filter(([party]) => 10_000 * (country[party] ?? 0) >= least)),
  }))
}

/**
 * Slovakia 2020: 150 seats by largest remainder of the rounded quota of Hagenbach-Bischoff among parties with 5 % of the
 * votes and coalitions, marked in the file, with 7 %. The official seats stand in the file.
 */
function* slovakia(data: string): Generator<Comparison> {
  const rows = linesOf(data, 'sk_nr_2020.csv')
  const all = rows.reduce((sum, row) => sum + Number(row[2]), 0)
  const admitted = rows.filter(([, coalition, votes]) => 100 * Number(votes) >= (coalition === '1' ? 7 : 5) * all)
  const votes: Counts = Object.fromEntries(admitted.map(([name = '', , own]): [string, number] => [name, Number(own)]))
  const official: Counts = Object.fromEntries(rows.map(([name = '', , , seats]): [string, number] => [name, Number(seats)]))
  const ours = seatsBy(largestRemainder, { quota: 'hagenbach-bischoff-rounded' }, votes, 150)
  yield compared('largest-remainder:quota=hagenbach-bischoff-rounded', 'Slovakia 2020', ours, official)
}

/** The official result (Czech Statistical Office). */
const czech2017: Counts = { ANO: 78, ODS: 25, Piráti: 22, SPD: 22, KSČM: 15, ČSSD: 15, 'KDU-ČSL': 10, 'TOP 09': 7, STAN: 6 }

/** The seats of each region: of 200 by largest remainder of all its votes. */
const seatsOfRegions = (regions: ReadonlyArray<Region>): Counts =>
  seatsBy(largestRemainder, {}, Object.fromEntries(regions.map(({ name, votes }) => [name, total(votes)])), 200)

/** Czechia 2017: in each region by D'Hondt to the parties with 5 % in the country. */
function* czechia2017(data: string): Generator<Comparison> {
  const regions = tableOf(data, 'cz_psp_2017.csv')
  const seats = seatsOfRegions(regions)
  const parties = above(500, regions).map(({ name, votes }) => seatsBy(dhondt, {}, votes, seats[name] ?? 0))
  yield compared('dhondt', 'Czechia 2017, 14 regions', parties.reduce(plus), czech2017)
}

/** The official result (Czech Statistical Office). */
const czech2021: Counts = { ANO: 72, SPOLU: 71, 'Piráti+STAN': 37, SPD: 20 }

/**
 * Czechia 2021: in each region the seats for whole quotas of Imperiali, where they are too many less those of the smallest
 * remainders; the others by largest remainder of the rounded quota of Hagenbach-Bischoff, of what the quotas left of the
 * votes in the country. The thresholds, 5 % and more for coalitions, admit the same parties as 5 % for all.
 */
function* czechia2021(data: string): Generator<Comparison> {
  const regions = tableOf(data, 'cz_psp_2021.csv')
  const seats = seatsOfRegions(regions)
  const parameters = { quota: 'imperiali' }
  let [won, left]: [Counts, Counts] = [{}, {}]
  for (const { name, votes } of above(500, regions)) {
    const own = seats[name] ?? 0
    const quota = Math.round(total(votes) / (own + 2))
    const whole = outcomeBy(largestRemainder, parameters, votes, own).rounds.filter(({ decision }) => decision === 'full-quota')
    for (const { option } of whole) won = plus(won, { [option]: 1 })
    left = plus(left, Object.fromEntries(Object.entries(votes).map(([party, number]) => [party, number % quota])))
  }
  const second = seatsBy(largestRemainder, { quota: 'hagenbach-bischoff-rounded' }, left, 200 - total(won))
  yield compared('largest-remainder:quota=imperiali', 'Czechia 2021, 14 regions and the country', plus(won, second), czech2021)
}

/** Seats of the 19th Bundestag, and those of them won in constituencies (Federal Returning Officer). */
const german2017: Counts = { CDU: 200, SPD: 153, AfD: 94, FDP: 80, 'DIE LINKE': 69, GRÜNE: 67, CSU: 46 }
const germanDirect2017: Counts = { CDU: 185, SPD: 59, CSU: 46, 'DIE LINKE': 5, AfD: 3, GRÜNE: 1 }

/** Germany 2017: 709 seats by Sainte-Laguë to parties with 5 % of second votes; in each constituency the most first votes win. */
function* germany(data: string): Generator<Comparison> {
  const [head = [], , ...rows] = linesOf(data, 'de_bdt_2017.csv')
  const columns = [...head.keys()].filter((column) => column > 1 && head[column] !== '')
  const votesIn = (row: ReadonlyArray<string>, offset: number): Counts =>
    Object.fromEntries(columns.map((column): [string, number] => [head[column] ?? '', Number(row[column + offset] ?? '')]))
  const second = rows.map((row) => votesIn(row, 1)).reduce(plus)
  yield compared('sainte-lague:threshold=500', 'Germany 2017, all seats', seatsBy(sainteLague, { threshold: '500' }, second, 709), german2017)
  const direct = rows.map((row) => seatsBy(dhondt, {}, votesIn(row, 0), 1)).reduce(plus)
  yield compared('dhondt', 'Germany 2017, 299 constituencies of one seat', direct, germanDirect2017)
}

/** Seats won in electorates (Electoral Commission). */
const newZealand2014: Counts = { 'National Party': 41, 'Labour Party': 27, 'Māori Party': 1, 'ACT New Zealand': 1, 'United Future': 1 }

function* newZealand(data: string): Generator<Comparison> {
  const [head = [], ...rows] = linesOf(data, 'nz_leg_2014_electorate.csv')
  const votesIn = (row: ReadonlyArray<string>): Counts => Object.fromEntries(head.slice(1).map((party, place) => [party, Number(row[place + 1])]))
  const seats = rows.map((row) => seatsBy(dhondt, {}, votesIn(row), 1)).reduce(plus)
  yield compared('dhondt', 'New Zealand 2014, 71 electorates of one seat', seats, newZealand2014)
}

/** Parliaments whose votes we have and whose seats are official: in the file, or written here with the authority that published them. */
export const apportionmentOfParliaments: Source = {
  name: 'official seats (votes: votelib 94af16c)',
  compare: function* compare(data) {
    yield* slovakia(data)
    yield* czechia2017(data)
    yield* czechia2021(data)
    yield* germany(data)
    yield* newZealand(data)
  },
}

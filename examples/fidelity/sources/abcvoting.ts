import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { applyRule, marked, profileOf } from '@isegoria/election'
import type { Ballot, Election, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { pabulibElection, readAbcvoting, readPabulib } from '@isegoria/interchange'
import type { BallotFile } from '@isegoria/interchange'
import {
  av,
  chamberlinCourant,
  committeeEqualShares,
  consensus,
  ePluribusHugo,
  geometric,
  greedyMonroe,
  lexChamberlinCourant,
  lexMinimaxAv,
  leximaxPhragmen,
  maximinSupport,
  minimaxAv,
  minimaxPhragmen,
  monroe,
  pav,
  phragmenEnestroem,
  revSeqPav,
  sav,
  seqCc,
  seqPav,
  seqPhragmen,
  seqSlav,
  slav,
  thieleAdams,
  trivial,
} from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'

interface Ours {
  readonly rule: Rule
  readonly parameters?: Readonly<Record<string, string>>
}

/** The names of abcvoting, and what we call the same rule. `rsd` draws voters at random and publishes no results. */
const ours: Readonly<Record<string, Ours>> = {
  av: { rule: av },
  sav: { rule: sav },
  pav: { rule: pav },
  slav: { rule: slav },
  cc: { rule: chamberlinCourant },
  lexcc: { rule: lexChamberlinCourant },
  geom2: { rule: geometric },
  adams: { rule: thieleAdams },
  seqpav: { rule: seqPav },
  revseqpav: { rule: revSeqPav },
  seqslav: { rule: seqSlav },
  seqcc: { rule: seqCc },
  seqphragmen: { rule: seqPhragmen },
  minimaxphragmen: { rule: minimaxPhragmen },
  leximaxphragmen: { rule: leximaxPhragmen },
  'maximin-support': { rule: maximinSupport },
  monroe: { rule: monroe },
  'greedy-monroe': { rule: greedyMonroe },
  minimaxav: { rule: minimaxAv },
  lexminimaxav: { rule: lexMinimaxAv },
  eph: { rule: ePluribusHugo },
  trivial: { rule: trivial },
  'phragmen-enestroem': { rule: phragmenEnestroem },
  'consensus-rule': { rule: consensus },
  'equal-shares': { rule: committeeEqualShares, parameters: { completion: 'phragmen' } },
  'equal-shares-with-av-completion': { rule: committeeEqualShares, parameters: { completion: 'av' } },
  'equal-shares-with-increment-completion': { rule: committeeEqualShares, parameters: { completion: 'increment' } },
}

/** One entry of a file: a rule, and the committees that it may elect. */
interface Entry {
  readonly rule_id: string
  readonly resolute: boolean
  readonly result: ReadonlyArray<ReadonlyArray<number>> | null
}

/** A line of what we had a tool count. */
interface Published {
  readonly rule: string
  readonly committee: ReadonlyArray<string>
}

interface Instance {
  readonly name: string
  readonly election: Election
  /** The options that each voter approves, by number, in the order of the file, which an election does not keep. */
  readonly voters: ReadonlyArray<ReadonlyArray<number>>
  readonly entries: ReadonlyArray<Entry>
}

const electionOf = ({ options, ballots, seats = 0 }: BallotFile): Pick<Instance, 'election' | 'voters'> => {
  const all: ReadonlyArray<Ballot> = ballots.flatMap(({ ballot, count }) => Array.from({ length: count }, () => ballot))
  const election = { options: options.map(({ id }) => ({ id, cost: 0n })), profile: profileOf(all), seats, decimals: 0 }
  return { election, voters: all.map((ballot) => marked(ballot).map(Number)) }
}

function* instancesIn(folder: string): Generator<Instance> {
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.abc.yaml')) continue
    // The profile and the results, each parsed once.
    const [profile = '', results = ''] = readFileSync(join(folder, name), 'utf8').split(/^(?=compute:)/m)
    const file = readAbcvoting(Buffer.from(profile), name)
    if (E.isLeft(file)) throw new Error(`${name} is not read: ${file.left.reason}`)
    const { compute }: { readonly compute: ReadonlyArray<Entry> } = parse(results)
    yield { name, ...electionOf(file.right), entries: compute }
  }
}

/** A participatory budget of 14,897 voters and 134 projects, read as the election of a committee of 20. */
const largeInstance = (data: string): Instance => {
  const file = readPabulib(readFileSync(join(data, 'pabulib', 'Poland_Warszawa_2020_Praga-Poludnie.pb')), 'Praga-Poludnie')
  if (E.isLeft(file)) throw new Error(`${file.left.file} is not read: ${file.left.reason}`)
  const { options, profile, decimals } = pabulibElection(file.right)
  const lines = readFileSync(join(data, 'expected', 'ranked-and-committees.jsonl'), 'utf8').split('\n')
  const results = lines.filter((line) => line.includes('"Praga-Poludnie as ABC k=20"')).map((line): Published => JSON.parse(line))
  const entries = results.map(({ rule, committee }): Entry => ({ rule_id: rule, resolute: true, result: [committee.map(Number)] }))
  return { name: 'Praga-Poludnie, 20 seats', election: { options, profile, seats: 20, decimals }, voters: [], entries }
}

const textOf = (committee: ReadonlyArray<string>): string => committee.toSorted((left, right) => Number(left) - Number(right)).join(' ')

/** The committees that we elect, each as text, or why we elect none. */
const committeesOf = ({ rule, parameters = {} }: Ours, election: Election, resolute: boolean): ReadonlyArray<string> => {
  const outcome = applyRule(rule, election, { ...parameters, resolute: `${resolute}` })
  if (E.isLeft(outcome)) return [JSON.stringify(outcome.left)]
  return outcome.right.type === 'committee' ? outcome.right.committees.map(textOf) : []
}

const isSame = (found: ReadonlyArray<string>, expected: ReadonlyArray<string>, resolute: boolean): boolean => {
  const known = new Set(expected)
  if (resolute) return found.length === 1 && found.every((committee) => known.has(committee))
  return found.length === known.size && found.every((committee) => known.has(committee))
}

/** Greedy Monroe, voter by voter: who stands first is served first, and the first of level options is elected. */
const greedyMonroeOf = (voters: ReadonlyArray<ReadonlyArray<number>>, { options, seats = 0 }: Election): string => {
  const [share, larger] = [Math.floor(voters.length / seats), voters.length % seats]
  const elected: Array<number> = []
  let waiting = voters
  for (let seat = 0; seat < seats; seat++) {
    const votes = options.map((_, option) => (elected.includes(option) ? -1 : waiting.filter((own) => own.includes(option)).length))
    const option = votes.indexOf(Math.max(...votes))
    const served = new Set(waiting.filter((own) => own.includes(option)).slice(0, seat < larger ? share + 1 : share))
    elected.push(option)
    waiting = waiting.filter((own) => !served.has(own))
  }
  return textOf(elected.map(String))
}

const byOptions = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): number => {
  const place = left.findIndex((option, at) => option !== right[at])
  return place === -1 ? left.length - right.length : (left[place] ?? 0) - (right[place] ?? -1)
}

/** Sums of 1/n for each option in floating point, voter by voter in the order of the file. */
const floatingSav = (voters: ReadonlyArray<ReadonlyArray<number>>, { options, seats = 0 }: Election): string => {
  const scores = options.map(() => 0)
  for (const own of voters) for (const option of own) scores[option] = (scores[option] ?? 0) + 1 / own.length
  const order = options.map((_, option) => option).toSorted((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0))
  return textOf(order.slice(0, seats).map(String))
}

interface Difference extends Pick<Instance, 'election' | 'voters'> {
  readonly found: ReadonlyArray<string>
  readonly expected: ReadonlyArray<string>
}

/** Why two answers differ, where it can be shown on the instance itself. */
const explanationOf = (rule: string, { election, voters, found, expected }: Difference): string | undefined => {
  if (rule === 'greedy-monroe') {
    const [inFileOrder, inOurs] = [
      greedyMonroeOf(voters, election),
      greedyMonroeOf(voters.map((own) => own.toSorted((left, right) => left - right)).toSorted(byOptions), election),
    ]
    if (!expected.includes(inFileOrder) || !found.includes(inOurs)) return undefined
    return 'a member has more supporters than it stands for, and which of them are served is open: the first of the file there, the first by ballot here; the same steps give either committee'
  }
  if (rule !== 'sav' || expected.length >= found.length) return undefined
  const isRounded = expected.every((committee) => found.includes(committee)) && expected.includes(floatingSav(voters, election))
  return isRounded ? 'options with equal sums of fractions are told apart there by the rounding of floating-point numbers' : undefined
}

const compareOne = ({ name, election, voters }: Instance, { rule_id, resolute, result }: Entry): Comparison | undefined => {
  const rule = ours[rule_id]
  if (rule === undefined || result === null || result.length === 0) return undefined
  const expected = result.map((committee) => textOf(committee.map(String)))
  const found = committeesOf(rule, election, resolute)
  const parameters = Object.entries({ ...rule.parameters, resolute: `${resolute}` }).map(([key, value]) => `${key}=${value}`)
  const compared = { rule: `${rule.rule.id}:${parameters.join(',')}`, instance: name, isEqual: isSame(found, expected, resolute) }
  if (compared.isEqual) return compared
  const difference = `ours ${found.join(' | ')}; theirs ${expected.join(' | ')}`
  const explained = explanationOf(rule_id, { election, voters, found, expected })
  return explained === undefined ? { ...compared, difference } : { ...compared, difference, explained }
}

/** abcvoting's expected results: 240 small profiles, each counted by each of its rules; and one large one that we had it count. */
export const abcvoting: Source = {
  name: 'abcvoting 2c0c412',
  *compare(data) {
    for (const instances of [instancesIn(join(data, 'abcvoting', 'instances')), [largeInstance(data)]])
      for (const instance of instances)
        for (const entry of instance.entries) {
          const comparison = compareOne(instance, entry)
          if (comparison !== undefined) yield comparison
        }
  },
}

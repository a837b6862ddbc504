import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRule, rules } from '@isegoria/deliberation'
import { applyRule, profileBuilder, profileOf } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { readBallotFile } from '@isegoria/interchange'
import type { BallotFile } from '@isegoria/interchange'
import { E, seededPrng } from '@isegoria/kernel'
import { grouped } from '@isegoria/report'
import type { Pair, Work } from './harness.ts'
import { peer } from './peers.ts'

/** Counts by a rule as one writes it after `--rule`. Errors: throws where the rule refuses. */
const count = (text: string, election: Election): unknown => {
  const chosen = readRule(rules, text, election)
  if (E.isLeft(chosen)) throw new Error(JSON.stringify(chosen.left))
  const outcome = applyRule(chosen.right.rule, election, chosen.right.parameters)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const options = Array.from({ length: 20 }, (_, option) => `option ${option}`)
const listed = options.map((id) => ({ id, cost: 0n }))

/** Whole rankings, most voters near one of a few: neither all alike nor all different. */
const generated = (voters: number): ReadonlyArray<Ballot> => {
  const draw = seededPrng('ranked ballots')
  return Array.from({ length: voters }, (): Ballot => {
    const ranking = [...options]
    for (let place = ranking.length - 1; place > 0; place--) {
      const other = draw.below(place + 1)
      const [here = '', there = ''] = [ranking[place], ranking[other]]
      ranking[place] = there
      ranking[other] = here
    }
    return { type: 'ordinal', ranking }
  })
}

const approvals = (voters: number): ReadonlyArray<Ballot> => {
  const draw = seededPrng('approvals')
  return Array.from({ length: voters }, (): Ballot => ({ type: 'approval', approved: options.filter(() => draw.below(4) === 0) }))
}

const worksOf = (ballots: ReadonlyArray<Ballot>, seats: number, texts: ReadonlyArray<string>): ReadonlyArray<Work> =>
  texts.map((text) => ({
    work: `${text}, from ballots`,
    size: `${grouped(`${ballots.length}`)} ballots, 20 options`,
    items: ballots.length,
    unit: 'ballots',
    run: () => count(text, { options: listed, profile: profileOf(ballots), seats, decimals: 0 }),
  }))

const committeeRules = ['av', 'seq-pav', 'seq-phragmen', 'equal-shares', 'seq-cc']

/** Generated polls, each counted from its ballots: profile and rule. */
export const votingWorks = (): ReadonlyArray<Work> => [
  ...worksOf(generated(1_000_000), 1, ['schulze', 'borda']),
  ...worksOf(generated(100_000), 8, ['stv:variant=meek', 'stv:variant=scottish', 'irv']),
  ...worksOf(approvals(20_000), 5, committeeRules),
  ...worksOf(approvals(200_000), 5, committeeRules),
]

interface Poll {
  readonly candidates: ReadonlyArray<string>
  readonly ballots: ReadonlyArray<{ readonly ranking: ReadonlyArray<ReadonlyArray<string>>; readonly weight: number }>
}

/** What the other package offers: a class for each method, some of which take a matrix of pairs that another function counts. */
interface Votes {
  readonly [method: string]: (new (given: unknown) => { readonly ranking: () => unknown }) | undefined
}
interface VotesUtils {
  readonly matrixFromBallots: (ballots: Poll['ballots'], candidates: Poll['candidates']) => unknown
}

const methods = [
  { rule: 'schulze', method: 'Schulze', isOfPairs: true },
  { rule: 'ranked-pairs', method: 'RankedPairs', isOfPairs: true },
  { rule: 'irv', method: 'InstantRunoff', isOfPairs: false },
  { rule: 'borda', method: 'Borda', isOfPairs: false },
] as const

const fileOf = (path: string): BallotFile => {
  const read = readBallotFile(readFileSync(path), path)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

const electionOf = ({ options: candidates, ballots }: BallotFile): Election => {
  const builder = profileBuilder(ballots.length)
  for (const { ballot, count: voters } of ballots) builder.add(ballot, voters)
  return { options: candidates.map(({ id }) => ({ id, cost: 0n })), profile: builder.build(), decimals: 0 }
}

const repeated = (times: number, run: () => unknown) => (): void => {
  for (let time = 0; time < times; time++) run()
}

/** Both count the same ballots, each in its own form; what is not ranked is last, as the other package has it. */
export const votingPairs = async (data: string): Promise<ReadonlyArray<Pair>> => {
  const votes = await peer<Votes & { readonly utils: VotesUtils }>('votes', '3.0.0', 'dist/index.js')
  const files = [
    ['Dublin North', '00001 - irish/00001-00000001.soi'],
    ['Dublin West', '00001 - irish/00001-00000002.soi'],
    ['Meath', '00001 - irish/00001-00000003.soi'],
    ['Glasgow ward 1', '00008 - glasgow/00008-00000001.soi'],
    ['Glasgow ward 2', '00008 - glasgow/00008-00000002.soi'],
  ] as const
  return files.flatMap(([name, path]) => {
    const file = fileOf(join(data, 'preflib', path))
    const poll: Poll = {
      candidates: file.options.map(({ id }) => id),
      ballots: file.ballots.map(({ ballot, count: weight }) => ({
        ranking: ballot.type === 'ordinal' ? ballot.ranking.map((id) => [id]) : [],
        weight,
      })),
    }
    // As often as makes a run of some hundred thousand ballots: a single count of few is over before the clock has ticked.
    const times = Math.ceil(100_000 / file.ballots.reduce((sum, { count: voters }) => sum + voters, 0))
    const items = file.ballots.reduce((sum, { count: voters }) => sum + voters, 0)
    return methods.map(({ rule, method, isOfPairs }): Pair => {
      const Method = votes[method]
      if (Method === undefined) throw new Error(`votes has no ${method}`)
      const common = { size: `${name}, ${times} times`, items: times * items, unit: 'ballots' }
      const theirs = (): unknown => new Method(isOfPairs ? votes.utils.matrixFromBallots(poll.ballots, poll.candidates) : poll).ranking()
      return {
        wanted: 5,
        ours: { ...common, work: rule, run: repeated(times, () => count(rule, electionOf(file))) },
        other: { ...common, work: `npm votes, ${method}`, run: repeated(times, theirs) },
      }
    })
  })
}

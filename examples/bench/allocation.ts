import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRule, rules } from '@isegoria/deliberation'
import { applyRule, marked, profileBuilder } from '@isegoria/election'
import type { Ballot, Election } from '@isegoria/election'
import { pabulibElection, readPabulib } from '@isegoria/interchange'
import type { PabulibFile } from '@isegoria/interchange'
import { E, seededPrng } from '@isegoria/kernel'
import { grouped } from '@isegoria/report'
import type { Pair, Work } from './harness.ts'

/** Counts by a rule as one writes it after `--rule`. Errors: throws where the rule refuses. */
const count = (text: string, election: Election): unknown => {
  const chosen = readRule(rules, text, election)
  if (E.isLeft(chosen)) throw new Error(JSON.stringify(chosen.left))
  const outcome = applyRule(chosen.right.rule, election, chosen.right.parameters)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const fileOf = (path: string): PabulibFile => {
  const read = readPabulib(readFileSync(path), path)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
}

/**
 * The floor of the work: the money of every supporter of every project, summed once through the lists of supporters, one
 * entry for each mark of each ballot that was cast.
 */
const passOver = ({ projects, votes }: PabulibFile): (() => number) => {
  const numberOf = new Map(projects.map(({ id }, project) => [id, project]))
  const lists = projects.map((): Array<number> => [])
  for (const [voter, { ballot }] of votes.entries()) for (const id of new Set(marked(ballot))) lists[numberOf.get(id) ?? -1]?.push(voter)
  const supporters = Int32Array.from(lists.flat())
  const starts = new Int32Array(lists.length + 1)
  for (const [project, list] of lists.entries()) starts[project + 1] = (starts[project] ?? 0) + list.length
  const money = new Float64Array(votes.length).fill(67.5)
  return () => {
    let total = 0
    for (let project = 0; project < lists.length; project++) {
      let sum = 0
      for (let place = starts[project] ?? 0; place < (starts[project + 1] ?? 0); place++) sum += money[supporters[place] ?? 0] ?? 0
      total += sum
    }
    return total
  }
}

interface Asked {
  readonly file: string
  readonly name: string
  readonly rule: string
  /** In so many passes at most. */
  readonly passes: number
}

const asked: ReadonlyArray<Asked> = [
  { file: 'Poland_Lodz_2022.pb', name: 'Łódź 2022', rule: 'equal-shares', passes: 60 },
  { file: 'Poland_Lodz_2022.pb', name: 'Łódź 2022', rule: 'equal-shares:completion=add1,start=floor', passes: 600 },
  { file: 'Poland_Lodz_2022.pb', name: 'Łódź 2022', rule: 'phragmen', passes: 200 },
  { file: 'Poland_Warszawa_2020_Praga-Poludnie.pb', name: 'Praga-Południe 2020', rule: 'equal-shares', passes: 60 },
  { file: 'Poland_Warszawa_2020_Praga-Poludnie.pb', name: 'Praga-Południe 2020', rule: 'equal-shares:completion=add1,start=floor', passes: 2000 },
]

/**
 * Real elections, counted beside so many passes over all ballot entries as a count may take: 1 is as fast as that. The
 * lists of supporters are there already, as they are for the passes; all else of the count is in it, rounds and checks too.
 */
export function* allocationPairs(folder: string): Generator<Pair> {
  for (const { file, name, rule, passes } of asked) {
    const read = fileOf(join(folder, file))
    const election = pabulibElection(read)
    const pass = passOver(read)
    const size = `${name}, ${grouped(`${read.votes.length}`)} ballots`
    const common = { size, items: read.votes.length, unit: 'ballots' }
    yield {
      ours: { ...common, work: rule, run: () => count(rule, election) },
      other: {
        ...common,
        work: `${grouped(`${passes}`)} passes over all entries`,
        run: () => {
          let sum = 0
          for (let time = 0; time < passes; time++) sum += pass()
          return sum
        },
      },
      wanted: 1,
    }
  }
}

/** Ballots of 1 to 15 projects, some projects much more often than others; in one profile. */
const generated = (voters: number, projects: number): Election => {
  const draw = seededPrng(`${projects} projects`)
  const options = Array.from({ length: projects }, (_, project) => ({ id: `p${project}`, cost: BigInt(1000 + draw.below(400_000)) }))
  const builder = profileBuilder(voters)
  for (let voter = 0; voter < voters; voter++) {
    const approved = new Set<string>()
    for (let marks = 1 + draw.below(15); marks > 0; marks--) approved.add(`p${draw.below(1 + draw.below(projects))}`)
    const ballot: Ballot = { type: 'approval', approved: [...approved] }
    builder.add(ballot)
  }
  return { options, profile: builder.build(), budget: 100_000_000n, decimals: 0 }
}

const sizes = [
  [100_000, 100],
  [1_000_000, 100],
  [100_000, 1000],
  [1_000_000, 1000],
] as const

/** Generated elections of growing size, each counted by Equal Shares; the lists of supporters are there already. */
export const growthWorks = (): ReadonlyArray<Work> =>
  sizes.map(([voters, projects]) => {
    const election = generated(voters, projects)
    const size = `${grouped(`${voters}`)} ballots, ${grouped(`${projects}`)} projects`
    return { work: 'equal-shares', size, items: voters, unit: 'ballots', run: () => count('equal-shares', election) }
  })

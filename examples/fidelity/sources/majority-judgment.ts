import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule, profileBuilder } from '@isegoria/election'
import type { Election, OptionId, Parameters } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { majorityJudgment } from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'

/** One case of the file: how many participants gave each proposal each grade, the worst first, and the rank of each proposal. */
interface Case {
  readonly title: string
  readonly participants: number
  readonly mode?: 'StaticDefault' | 'MedianDefault' | 'Normalized'
  readonly default?: number
  readonly tallies: ReadonlyArray<ReadonlyArray<number>>
  readonly ranks: ReadonlyArray<number>
}

const idOf = (proposal: number): OptionId => `${proposal}`

/** The grade of the participant at a place, who is the first of all to give the worst grade; none for those after the last grade. */
const gradeAt = (tally: ReadonlyArray<number>, place: number): number | undefined => {
  let before = 0
  for (const [grade, participants] of tally.entries()) {
    before += participants
    if (place < before) return grade
  }
  return undefined
}

/** Ballots that give the tallies: participants in a row, and for each proposal the first of them give it the worst grade. */
const electionOf = ({ participants, tallies }: Case): Election => {
  const changes = new Set([0, participants])
  for (const tally of tallies) {
    let before = 0
    for (const given of tally) changes.add((before += given))
  }
  const places = [...changes].toSorted((left, right) => left - right)
  const builder = profileBuilder()
  for (const [at, place] of places.entries()) {
    const next = places[at + 1]
    if (next === undefined) break
    const scores = tallies.flatMap((tally, proposal): ReadonlyArray<[OptionId, number]> => {
      const grade = gradeAt(tally, place)
      return grade === undefined ? [] : [[idOf(proposal), grade]]
    })
    builder.add({ type: 'score', scores }, next - place)
  }
  return { options: tallies.map((_, proposal) => ({ id: idOf(proposal), cost: 0n })), profile: builder.build(), decimals: 0 }
}

const parametersOf = ({ mode, default: grade = 0 }: Case): Parameters => {
  if (mode === 'MedianDefault') return { missing: 'median' }
  if (mode === 'Normalized') return { missing: 'normalised' }
  return grade === 0 ? { missing: 'worst' } : { missing: 'grade', grade: `${grade}` }
}

/** Ranks as they are given in sports: one more than the number of those above. */
const ranksOf = (ranking: ReadonlyArray<ReadonlyArray<OptionId>>, { tallies }: Case): ReadonlyArray<number> =>
  tallies.map((_, proposal) => {
    const tier = ranking.findIndex((level) => level.includes(idOf(proposal)))
    return 1 + ranking.slice(0, tier).flat().length
  })

const compareOne = (one: Case): Comparison => {
  const parameters = parametersOf(one)
  const text = Object.entries(parameters).map(([name, value]) => `${name}=${value}`)
  const compared = { rule: `majority-judgment:${text.join(',')}`, instance: one.title }
  const outcome = applyRule(majorityJudgment, electionOf(one), parameters)
  if (E.isLeft(outcome)) return { ...compared, isEqual: false, difference: JSON.stringify(outcome.left) }
  const ranks = outcome.right.type === 'ranking' ? ranksOf(outcome.right.ranking, one) : []
  if (ranks.join(' ') === one.ranks.join(' ')) return { ...compared, isEqual: true }
  return { ...compared, isEqual: false, difference: `ours ${ranks.join(' ')}; theirs ${one.ranks.join(' ')}` }
}

/** The cases that the libraries of Mieux Voter are checked with: up to ten thousand million participants, in three modes. */
export const majorityJudgmentCases: Source = {
  name: 'Mieux Voter assertions',
  *compare(data) {
    const cases: ReadonlyArray<Case> = JSON.parse(readFileSync(join(data, 'mj', 'assertions.json'), 'utf8'))
    for (const one of cases) yield compareOne(one)
  },
}

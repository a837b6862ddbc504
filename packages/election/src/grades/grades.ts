import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Ballot } from '../ballot.ts'
import type { Election } from '../election.ts'
import type { OptionId } from '../option.ts'

/** How often each option got each grade, or each number of points. */
export interface Grades {
  readonly options: ReadonlyArray<OptionId>
  /** The grades that were given, 0, and the one that was asked for, lowest first. */
  readonly scale: ReadonlyArray<number>
  /** Voters by option and then by grade, in the order of the scale. */
  readonly tallies: ReadonlyArray<ReadonlyArray<bigint>>
}

const pointsOn = (ballot: Ballot): ReadonlyArray<readonly [OptionId, number]> =>
  ballot.type === 'score' ? ballot.scores : ballot.type === 'cumulative' ? ballot.points : []

/** The points of a ballot by option; an option that it names again counts where it stands first. */
export const pointsByOption = (ballot: Ballot): ReadonlyMap<OptionId, number> => {
  const points = new Map<OptionId, number>()
  for (const [option, value] of pointsOn(ballot)) if (!points.has(option)) points.set(option, value)
  return points
}

/** Reads ballots of scores and of points. Cost: one look-up for each mark of each distinct ballot. */
export const gradesOf = ({ options, profile }: Election, withGrade = 0): Grades => {
  const byOption = new Map(options.map(({ id }) => [id, new Map<number, number>()]))
  const given = new Set([0, withGrade])
  for (const { ballot, weight } of profile.ballots)
    for (const [option, value] of pointsByOption(ballot)) {
      const voters = byOption.get(option)
      if (voters === undefined) continue
      voters.set(value, (voters.get(value) ?? 0) + weight)
      given.add(value)
    }
  const scale = [...given].toSorted((left, right) => left - right)
  const tallies = [...byOption.values()].map((voters) => scale.map((grade) => BigInt(voters.get(grade) ?? 0)))
  return { options: [...byOption.keys()], scale, tallies }
}

/** The sum of the points of each option. */
export const sumsOf = ({ scale, tallies }: Grades): ReadonlyArray<Ratio> =>
  tallies.map((tally) => ratio(tally.reduce((sum, voters, grade) => sum + voters * BigInt(scale[grade] ?? 0), 0n)))

import { ratio } from '@isegoria/exact'

/** How many voters gave an option each grade, the worst grade first. */
export type GradeTally = ReadonlyArray<bigint>

/** What becomes of the voters who gave an option no grade. */
export type MissingGrades =
  /** They count as this grade, by its place on the scale. */
  | { readonly type: 'grade'; readonly grade: number }
  /** They count as the median of the grades that the option got. */
  | { readonly type: 'median' }
  /** They do not count: each option's grades are scaled to one common number of voters. */
  | { readonly type: 'normalised' }

const sumOf = (tally: GradeTally): bigint => tally.reduce((sum, voters) => sum + voters, 0n)

const gradeAt = (tally: GradeTally, place: bigint): number => {
  let before = 0n
  for (const [grade, voters] of tally.entries()) {
    before += voters
    if (place < before) return grade
  }
  return 0
}

/** The place of the lower median among the grades in order, counted from 0. */
const middleOf = (voters: bigint): bigint => (voters === 0n ? 0n : (voters - 1n) / 2n)

/** The median grade, the lower one of an even number; the worst grade where there is none. */
export const medianGrade = (tally: GradeTally): number => gradeAt(tally, middleOf(sumOf(tally)))

const plus = (tally: GradeTally, grade: number, voters: bigint): GradeTally => tally.map((given, place) => (place === grade ? given + voters : given))

/**
 * The tallies as if each option had been graded by the same number of voters, so that they can be compared.
 *
 * @example
 * withoutMissing([[1n, 0n, 2n], [0n, 1n, 0n]], 3n, { type: 'median' }) // => [[1n, 0n, 2n], [0n, 3n, 0n]]
 */
export const withoutMissing = (tallies: ReadonlyArray<GradeTally>, voters: bigint, missing: MissingGrades): ReadonlyArray<GradeTally> => {
  switch (missing.type) {
    case 'grade':
      return tallies.map((tally) => plus(tally, missing.grade, voters - sumOf(tally)))
    case 'median':
      return tallies.map((tally) => plus(tally, medianGrade(tally), voters - sumOf(tally)))
    case 'normalised': {
      const judged = tallies.map((tally) => (sumOf(tally) === 0n ? plus(tally, 0, 1n) : tally))
      const common = judged.reduce((all, tally) => all * ratio(sumOf(tally), all).numerator, 1n)
      return judged.map((tally) => tally.map((given) => given * (common / sumOf(tally))))
    }
  }
}

interface Run {
  readonly grade: number
  readonly length: bigint
}

/** The grades from a place on, downwards or upwards, equal ones together. */
const runsFrom = (tally: GradeTally, place: bigint, direction: 1 | -1): ReadonlyArray<Run> => {
  const first = gradeAt(tally, place)
  const throughFirst = sumOf(tally.slice(0, first + 1))
  const beforeFirst = throughFirst - (tally[first] ?? 0n)
  const runs: Array<Run> = [{ grade: first, length: direction === 1 ? throughFirst - place : place - beforeFirst + 1n }]
  for (let grade = first + direction; grade >= 0 && grade < tally.length; grade += direction) {
    const length = tally[grade] ?? 0n
    if (length > 0n) runs.push({ grade, length })
  }
  return runs
}

/** How far from the middle two options first differ, and by how many grades the left one is above. */
const firstDifference = (left: ReadonlyArray<Run>, right: ReadonlyArray<Run>): { readonly distance: bigint; readonly above: number } | undefined => {
  let [l, r, leftEnd, rightEnd] = [0, 0, left[0]?.length ?? 0n, right[0]?.length ?? 0n]
  let distance = 0n
  for (;;) {
    const [one, other] = [left[l], right[r]]
    if (one === undefined || other === undefined) return undefined
    if (one.grade !== other.grade) return { distance, above: one.grade - other.grade }
    distance = leftEnd < rightEnd ? leftEnd : rightEnd
    if (leftEnd === distance) leftEnd += left[++l]?.length ?? 0n
    if (rightEnd === distance) rightEnd += right[++r]?.length ?? 0n
  }
}

/**
 * Negative where the left option is better by majority judgment, 0 where both got the same grades: the higher median wins,
 * and where it is the same one grade equal to it is taken out of each, again and again.
 *
 * Both tallies are of the same number of voters. Cost: the number of grades, whatever that of the voters.
 */
export const compareByRemoval = (left: GradeTally, right: GradeTally): number => {
  const voters = sumOf(left)
  if (voters === 0n) return 0
  // Medians are taken out from the middle to both sides in turn, upwards first where the number of voters is even.
  const middle = middleOf(voters)
  const down = firstDifference(runsFrom(left, middle, -1), runsFrom(right, middle, -1))
  const up = firstDifference(runsFrom(left, middle, 1), runsFrom(right, middle, 1))
  if (down === undefined || up === undefined) return -(down ?? up ?? { above: 0 }).above
  if (down.distance !== up.distance) return -(down.distance < up.distance ? down : up).above
  return -(voters % 2n === 0n ? up : down).above
}

import { compareByRemoval, medianGrade } from './graded.ts'
import type { GradeTally } from './graded.ts'

/** An option's median grade, and the voters who gave it a better or a worse one. */
export interface Gauge {
  readonly median: number
  readonly better: bigint
  readonly worse: bigint
  readonly same: bigint
}

const sumOf = (part: GradeTally): bigint => part.reduce((all, voters) => all + voters, 0n)

export const gaugeOf = (tally: GradeTally): Gauge => {
  const median = medianGrade(tally)
  return { median, better: sumOf(tally.slice(median + 1)), worse: sumOf(tally.slice(0, median)), same: tally[median] ?? 0n }
}

type Fraction = readonly [numerator: bigint, denominator: bigint]

/** How the majority gauge orders options of one median: the larger of the groups above and below pulls the option its way. */
const byGauge = ({ better, worse }: Gauge): Fraction => [better > worse ? better : -worse, 1n]
const byDifference = ({ better, worse }: Gauge): Fraction => [better - worse, 1n]
const byDifferencePerSame = ({ better, worse, same }: Gauge): Fraction => [better - worse, same === 0n ? 1n : same]
const byDifferencePerOther = ({ better, worse }: Gauge): Fraction => [better - worse, better + worse === 0n ? 1n : better + worse]

/** How options of one median grade are ordered. */
export const medianOrders = ['removal', 'gauge', 'typical', 'usual', 'central'] as const
export type MedianOrder = (typeof medianOrders)[number]

const fractionOf: Readonly<Record<Exclude<MedianOrder, 'removal'>, (gauge: Gauge) => Fraction>> = {
  gauge: byGauge,
  typical: byDifference,
  usual: byDifferencePerSame,
  central: byDifferencePerOther,
}

/** Negative where the left option is better; both tallies are of the same number of voters. */
export const compareByMedian = (order: MedianOrder): ((left: GradeTally, right: GradeTally) => number) => {
  if (order === 'removal') return compareByRemoval
  const fraction = fractionOf[order]
  return (left, right) => {
    const [one, other] = [gaugeOf(left), gaugeOf(right)]
    if (one.median !== other.median) return other.median - one.median
    const [[numerator, denominator], [otherNumerator, otherDenominator]] = [fraction(one), fraction(other)]
    const difference = numerator * otherDenominator - otherNumerator * denominator
    return difference > 0n ? -1 : difference < 0n ? 1 : 0
  }
}

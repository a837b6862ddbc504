import type { OptionId, RankingOutcome, Round, Tie, TieBreak } from '@isegoria/election'

/** What one step of a count decides: who goes, where to, and why. */
export interface Step {
  /** Indices of options; those of one step share a tier. */
  readonly options: ReadonlyArray<number>
  /** Out, to the last place that is free, or ahead, to the first. */
  readonly goes: 'out' | 'ahead'
  readonly figuresOf: (option: number) => Readonly<Record<string, string>>
  /** The figures of all that were compared. */
  readonly tallies: Readonly<Record<string, string>>
  readonly ties?: ReadonlyArray<SettledTie>
}

export type SettledTie = Omit<Tie, 'round'>

/**
 * The ranking of a count that decides step by step on those that are left, until nobody is: who goes out first is last.
 *
 * `step` gets the indices of the options that are left, in the order in which they were given, and sends away at least one.
 */
export const countDown = (options: ReadonlyArray<OptionId>, step: (left: ReadonlyArray<number>) => Step): RankingOutcome => {
  const ahead: Array<ReadonlyArray<OptionId>> = []
  const out: Array<ReadonlyArray<OptionId>> = []
  const rounds: Array<Round> = []
  const ties: Array<Tie> = []
  let left: ReadonlyArray<number> = options.map((_, option) => option)
  for (let round = 1; left.length > 0; round++) {
    const decided = step(left)
    const { goes, tallies } = decided
    const tier = decided.options.map((option) => options[option] ?? '')
    const decision = goes === 'out' ? 'eliminated' : ahead.length === 0 ? 'elected' : 'placed'
    for (const [place, option] of decided.options.entries()) {
      const told = { round, option: options[option] ?? '', decision, figures: decided.figuresOf(option) }
      rounds.push(place === 0 ? { ...told, tallies } : told)
    }
    for (const tie of decided.ties ?? []) ties.push({ round, ...tie })
    if (goes === 'out') out.push(tier)
    else ahead.push(tier)
    const gone = new Set(decided.options)
    left = left.filter((option) => !gone.has(option))
  }
  const ranking = [...ahead, ...out.toReversed()]
  return { type: 'ranking', ranking, winners: ranking[0] ?? [], ties, rounds }
}

/** The options whose figure is smallest, in the order in which they are given. */
export const leastOf = <Figure extends bigint | number>(left: ReadonlyArray<number>, figureOf: (option: number) => Figure): ReadonlyArray<number> => {
  let least: Array<number> = []
  let smallest: Figure | undefined
  for (const option of left) {
    const figure = figureOf(option)
    if (smallest === undefined || figure < smallest) {
      smallest = figure
      least = [option]
    } else if (figure === smallest) least.push(option)
  }
  return least
}

/** The option that stands last in the order, and the tie that was settled so; none where there is one option only. */
export const lastInOrder = (
  options: ReadonlyArray<OptionId>,
  level: ReadonlyArray<number>,
  order: TieBreak,
): { readonly options: ReadonlyArray<number>; readonly ties: ReadonlyArray<SettledTie> } => {
  const idOf = (option: number): OptionId => options[option] ?? ''
  const sorted = level.toSorted((left, right) => order.compare(idOf(left), idOf(right)))
  const [last, next] = [sorted.at(-1), sorted.at(-2)]
  if (last === undefined || next === undefined) return { options: level, ties: [] }
  const tie = { tied: level.map(idOf), chosen: idOf(last), by: order.settledBy(idOf(next), idOf(last)) }
  return { options: [last], ties: [tie] }
}

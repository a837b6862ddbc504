import { subtract } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import type { Pricing } from './pricing.ts'
import type { Opening, Run } from './run.ts'

/** The purses as they are, before somebody is poor for the first time. */
export const openingOf = (endowment: Ratio, rounds: number, { purses, money, fineError }: Pricing): Opening => ({
  rounds,
  endowment,
  scale: money.scale,
  left: purses.left.slice(),
  fractions: purses.fractions.slice(),
  fineError,
})

/** How many rounds of a run need not be paid again: those of its opening, where money is written in the same units. */
export const openingRounds = (earlier: Run | undefined, { money }: Pricing): number =>
  earlier?.opening !== undefined && earlier.opening.scale === money.scale ? earlier.opening.rounds : 0

/** Everybody has what they had after the opening of the earlier run, and what the endowments differ by. */
export const resume = (opening: Opening, endowment: Ratio, pricing: Pricing): void => {
  const { purses, money } = pricing
  const { left, fractions } = purses
  const more = money.of(subtract(endowment, opening.endowment))
  for (let group = 0; group < left.length; group++) {
    const parts = (opening.fractions[group] ?? 0) + more.fractions
    const carry = Number(parts >= money.fine)
    fractions[group] = parts - carry * money.fine
    left[group] = (opening.left[group] ?? 0) + more.units + carry
  }
  pricing.fineError = opening.fineError + 1
  pricing.error = 2 + Math.ceil(pricing.fineError / money.fine)
}

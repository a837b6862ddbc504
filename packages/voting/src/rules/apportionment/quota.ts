import { ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'

/** The parameter `quota`, with what each of its values divides the votes by. */
export const quotas = ['hare', 'droop', 'hagenbach-bischoff', 'hagenbach-bischoff-rounded', 'imperiali'] as const

export type Quota = (typeof quotas)[number]

/** The quota of that name; Hare's for any other text. */
export const quotaNamed = (name: string | undefined): Quota => quotas.find((quota) => quota === name) ?? 'hare'

/**
 * The votes that one seat costs; for at least one vote and one seat.
 *
 * Hare: votes ÷ seats. Droop: the least whole number above votes ÷ (seats + 1). Hagenbach-Bischoff: exactly
 * votes ÷ (seats + 1), or that rounded to the nearest whole number, halves up, but at least 1 (Slovakia). Imperiali:
 * votes ÷ (seats + 2).
 * @example
 * quotaOf('droop', 100n, 3n) // => { numerator: 26n, denominator: 1n }
 */
export const quotaOf = (quota: Quota, votes: bigint, seats: bigint): Ratio => {
  switch (quota) {
    case 'hare':
      return ratio(votes, seats)
    case 'droop':
      return ratio(votes / (seats + 1n) + 1n)
    case 'hagenbach-bischoff':
      return ratio(votes, seats + 1n)
    case 'hagenbach-bischoff-rounded': {
      const rounded = (2n * votes + seats + 1n) / (2n * (seats + 1n))
      return ratio(rounded === 0n ? 1n : rounded)
    }
    case 'imperiali':
      return ratio(votes, seats + 2n)
  }
}

import type { OrdinalBallot, WeakOrderBallot } from '@isegoria/election'
import type { CountedBallot } from './ballot-file.ts'
import type { Order } from './order.ts'

/** The rankings of a file whose lines may have ties or not. */
export interface RankedBallots {
  readonly add: (order: Order, count: number) => void
  /** Ordinal ballots where no ranking has a tie, else weak orders all of them. */
  readonly all: () => ReadonlyArray<CountedBallot>
}

const weakened = ({ ranking }: OrdinalBallot): WeakOrderBallot => ({ type: 'weak-order', tiers: ranking.map((id) => [id]) })

/** Collects rankings so that all ballots of one file are of one type. */
export const rankedBallots = (): RankedBallots => {
  const strict: Array<{ readonly ballot: OrdinalBallot; readonly count: number }> = []
  /** From the first ranking with a tie on. */
  const weak: Array<{ readonly ballot: WeakOrderBallot; readonly count: number }> = []
  return {
    add: (order, count) => {
      if (weak.length === 0 && order.isStrict()) strict.push({ ballot: order.ordinal(), count })
      else weak.push({ ballot: order.weakOrder(), count })
    },
    all: () => (weak.length === 0 ? strict : [...strict.map(({ ballot, count }) => ({ ballot: weakened(ballot), count })), ...weak]),
  }
}

import { isValueOf, settleCommittees, settleRanking, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { Election, Outcome } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { describeRuleRejection } from './choose.ts'
import { CommandRefused } from './terminal.ts'

const chainParameter = tieBreakParameter('given-order')

/**
 * An outcome whose ties are settled by a chain of steps, each recorded in it. Allocations and seats have none left to settle.
 *
 * Errors: `CommandRefused` for a text that is no chain, and for a lot that was not drawn.
 */
export const settled = (path: string, chain: string, election: Election, outcome: Outcome): Outcome => {
  if (!isValueOf(chainParameter, chain)) {
    const known = 'steps' in chainParameter ? chainParameter.steps : []
    throw new CommandRefused(`--settle ${chain}: a chain is steps joined by +, each once: ${known.join(', ')}`)
  }
  const order = tieBreakOf('--settle', election, chain)
  if (E.isLeft(order)) throw new CommandRefused(`${path}: ${describeRuleRejection(order.left)}`)
  switch (outcome.type) {
    case 'ranking':
      return settleRanking(outcome, order.right)
    case 'committee':
      return settleCommittees(outcome, order.right)
    case 'allocation':
    case 'seats':
      return outcome
  }
}

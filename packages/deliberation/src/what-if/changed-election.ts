import type { Election, Profile } from '@isegoria/election'
import { parseMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { pollElection } from '../poll-election.ts'
import type { ReplayedPoll } from '../replay-log.ts'
import type { WhatIf, WhatIfRejection } from './changes.ts'

/** Why a sum of money cannot be asked for; `of` names the project, or nothing for the budget. */
const faultOfAmount = (amount: string, of: { readonly project?: string }): WhatIfRejection | undefined => {
  const money = parseMoney(amount)
  if (money === undefined) return { type: 'AmountNotReadable', ...of, amount }
  return money.minor < 0n ? { type: 'AmountNegative', ...of, amount } : undefined
}

const faultOf = ({ terms, election }: ReplayedPoll, { budget, costs = {}, withdrawn = [] }: WhatIf): WhatIfRejection | undefined => {
  const known = election.options.map(({ id }) => id)
  const stranger = [...Object.keys(costs), ...withdrawn].find((id) => !known.includes(id))
  if (stranger !== undefined) return { type: 'UnknownProject', project: stranger, known }
  const amounts = Object.entries(costs)
  if (terms.frozen.budget === null && (budget !== undefined || amounts.length > 0)) return { type: 'NothingIsSpent' }
  const fault = budget === undefined ? undefined : faultOfAmount(budget, {})
  if (fault !== undefined) return fault
  for (const [project, amount] of amounts) {
    const faultOfCost = faultOfAmount(amount, { project })
    if (faultOfCost !== undefined) return faultOfCost
  }
  return known.every((id) => withdrawn.includes(id)) ? { type: 'NoOptionsLeft' } : undefined
}

/**
 * What a rule counts when the poll had another budget, other costs or fewer options, and these ballots; the poll's own
 * election where nothing is changed. Constraints stay, without the options that are withdrawn.
 *
 * Errors: a project that is not to be had, an amount that is none or below zero, money where none is spent, no option left.
 */
export const changedElection = (poll: ReplayedPoll, changes: WhatIf, profile: Profile): Either<WhatIfRejection, Election> => {
  const fault = faultOf(poll, changes)
  if (fault !== undefined) return E.left(fault)
  const { budget, costs = {}, withdrawn = [] } = changes
  const isSame = budget === undefined && Object.keys(costs).length === 0 && withdrawn.length === 0
  if (isSame && profile === poll.election.profile) return E.right(poll.election)
  const { definition, frozen } = poll.terms
  const costOf = (id: string): string | undefined => (Object.hasOwn(costs, id) ? costs[id] : undefined)
  const options = frozen.options.map((option) => ({ ...option, cost: costOf(option.id) ?? option.cost }))
  const terms = { definition, frozen: { ...frozen, options, budget: budget ?? frozen.budget } }
  const conduct = { ...poll.conduct, withdrawn: [...poll.conduct.withdrawn, ...withdrawn] }
  return E.right(pollElection(terms, conduct, profile))
}

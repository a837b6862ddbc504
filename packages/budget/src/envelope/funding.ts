import { formatMoney } from '@isegoria/exact'
import type { Money } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isMore, isSame, minus, nothing, plus, valueOf } from './amounts.ts'
import { entriesOf } from './layered-map.ts'
import type { EnvelopeRejection } from './rejections.ts'
import type { ProjectAccount, Purse } from './state.ts'

/** The cost in force: as it was revised last, or else as a tally counted it. */
export const costOf = ({ cost, counted }: ProjectAccount): string | undefined => cost?.amount ?? counted

/** What others pay of it, all together; `besides` one of them. */
export const partsOf = ({ parts }: ProjectAccount, besides?: string): Money => {
  let sum = nothing
  for (const [payer, { amount }] of parts ?? []) if (payer !== besides) sum = plus(sum, valueOf(amount))
  return sum
}

type Uncovered = Extract<EnvelopeRejection, { type: 'ProjectNotCovered' | 'CostExceeded' }>

/** Whether what a project is to get and what others pay make less or more than its cost; nothing is wrong where no cost is known. */
const uncoveredOf = (project: string, account: ProjectAccount): Uncovered | undefined => {
  const cost = costOf(account)
  if (cost === undefined) return undefined
  const covered = plus(valueOf(account.allocated), partsOf(account))
  if (isSame(covered, valueOf(cost))) return undefined
  return { type: isMore(covered, valueOf(cost)) ? 'CostExceeded' : 'ProjectNotCovered', project, cost, covered: formatMoney(covered) }
}

const isNothing = (amount: string | undefined): boolean => isSame(valueOf(amount), nothing)

/** Adjusted down to nothing; what costs nothing is not dropped by being allocated it. */
const isDropped = ({ allocated, computed }: ProjectAccount): boolean =>
  allocated === undefined || (isNothing(allocated) && (computed === undefined || !isNothing(computed)))

const hasAll = ({ allocated, funded }: ProjectAccount): boolean => funded !== undefined && !isMore(valueOf(allocated), valueOf(funded))

/** What a project is to be given now, `undefined` where it has all; or why nothing can be given. */
export const dueTo = (project: string, account: ProjectAccount | undefined): Either<EnvelopeRejection, string | undefined> => {
  if (account?.allocated === undefined || isDropped(account)) return E.left({ type: 'ProjectNotAllocated', project })
  if (hasAll(account)) return E.right(undefined)
  const uncovered = uncoveredOf(project, account)
  if (uncovered !== undefined) return E.left(uncovered)
  const { allocated, funded } = account
  return E.right(funded === undefined ? allocated : formatMoney(minus(valueOf(allocated), valueOf(funded))))
}

/** What still stands between an envelope and its end. */
interface Outstanding {
  /** Projects that were not given all that they are allocated. */
  readonly unfunded: ReadonlyArray<string>
  /** Those of them that can be given it now. */
  readonly payable: ReadonlyArray<string>
  /** Projects whose money is not their cost, unless they cost less than they were given already. */
  readonly uncovered: ReadonlyArray<Uncovered>
}

/** Cost: one pass over all projects. */
export const outstandingOf = ({ projects }: Pick<Purse, 'projects'>): Outstanding => {
  const [unfunded, payable, uncovered]: [Array<string>, Array<string>, Array<Uncovered>] = [[], [], []]
  for (const [project, account] of entriesOf(projects)) {
    if (isDropped(account)) continue
    const fault = uncoveredOf(project, account)
    if (!hasAll(account)) unfunded.push(project)
    if (!hasAll(account) && fault === undefined) payable.push(project)
    if (fault !== undefined && (fault.type === 'ProjectNotCovered' || !hasAll(account))) uncovered.push(fault)
  }
  return { unfunded, payable, uncovered }
}

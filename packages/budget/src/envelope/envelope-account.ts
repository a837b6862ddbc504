import { formatMoney } from '@isegoria/exact'
import type { Money } from '@isegoria/exact'
import { minus, plus, sumOf, valueOf } from './amounts.ts'
import type { EnvelopeEvent, EnvelopeOpened } from './events.ts'

/** One project of an envelope: what was computed for it, beside all that people decided since. */
export interface ProjectLine {
  readonly project: string
  readonly heading?: string
  readonly costs: ReadonlyArray<{ readonly version: number; readonly cost: string; readonly by: string; readonly reason: string }>
  /** What the tally of a poll gave it, and what cost it was counted with. */
  readonly computed?: { readonly pollId: string; readonly amount: string; readonly cost: string }
  readonly adjustments: ReadonlyArray<{ readonly from: string; readonly to: string; readonly by: string; readonly reason: string }>
  /** What it is to get: as computed, or as adjusted last. */
  readonly allocated: string
  /** What others pay, every agreement in order; of one payer the last counts. */
  readonly partFunding: ReadonlyArray<{ readonly paidBy: string; readonly amount: string; readonly explanation: string }>
  readonly funded: string
}

/** Sums of one heading, or of all. `left`: what nobody is allocated. */
export interface AccountTotals {
  readonly amount: string
  readonly computed: string
  readonly allocated: string
  readonly funded: string
  readonly left: string
}

export interface EnvelopeAccount {
  readonly envelopeId: string
  readonly consultationId: string
  readonly currency: string
  /** In the order in which they were first named. */
  readonly projects: ReadonlyArray<ProjectLine>
  /** In the order of the envelope; none where it has none. */
  readonly headings: ReadonlyArray<AccountTotals & { readonly heading: string }>
  /** What no heading keeps: all of an envelope without headings. */
  readonly noHeading: AccountTotals
  readonly total: AccountTotals
  /** What was left when the envelope was closed. */
  readonly closed?: { readonly by: string; readonly left: string }
}

type Writable<Line> = { -readonly [Field in keyof Line]: Line[Field] extends ReadonlyArray<infer Item> ? Array<Item> : Line[Field] }

interface Collected {
  readonly opened: EnvelopeOpened
  readonly lines: Map<string, Writable<ProjectLine>>
  closed?: EnvelopeAccount['closed']
}

const lineOf = ({ lines }: Collected, project: string): Writable<ProjectLine> => {
  let line = lines.get(project)
  if (line === undefined) lines.set(project, (line = { project, costs: [], adjustments: [], allocated: '0', partFunding: [], funded: '0' }))
  return line
}

const add = (collected: Collected, event: Exclude<EnvelopeEvent, EnvelopeOpened>): void => {
  switch (event.type) {
    case 'AllocationComputed': {
      for (const { project, amount, heading, cost = amount } of event.allocations) {
        const computed = { pollId: event.pollId, amount, cost }
        Object.assign(lineOf(collected, project), { computed, allocated: amount }, heading === undefined ? {} : { heading })
      }
      return
    }
    case 'AllocationAdjusted': {
      const { by, reason } = event
      for (const { project, from, to, heading } of event.changes) {
        const line = lineOf(collected, project)
        line.adjustments.push({ from, to, by, reason })
        Object.assign(line, { allocated: to }, heading === undefined ? {} : { heading })
      }
      return
    }
    case 'PartFundingAgreed': {
      const { paidBy, amount, explanation } = event
      lineOf(collected, event.project).partFunding.push({ paidBy, amount, explanation })
      return
    }
    case 'CostRevised': {
      const { version, cost, by, reason } = event
      lineOf(collected, event.project).costs.push({ version, cost, by, reason })
      return
    }
    case 'ProjectFunded': {
      const line = lineOf(collected, event.project)
      line.funded = formatMoney(plus(valueOf(line.funded), valueOf(event.amount)))
      return
    }
    case 'EnvelopeClosed':
      collected.closed = { by: event.by, left: event.left }
  }
}

const totalsOf = (amount: Money, lines: ReadonlyArray<ProjectLine>): AccountTotals => {
  const allocated = sumOf(lines.map((line) => line.allocated))
  return {
    amount: formatMoney(amount),
    computed: formatMoney(sumOf(lines.map(({ computed }) => computed?.amount ?? '0'))),
    allocated: formatMoney(allocated),
    funded: formatMoney(sumOf(lines.map(({ funded }) => funded))),
    left: formatMoney(minus(amount, allocated)),
  }
}

const accountOf = ({ opened, lines, closed }: Collected): EnvelopeAccount => {
  const { envelopeId, consultationId, currency, headings = [] } = opened
  const projects = [...lines.values()]
  const under = new Map<string | undefined, Array<ProjectLine>>()
  for (const line of projects) {
    const among = under.get(line.heading)
    if (among === undefined) under.set(line.heading, [line])
    else among.push(line)
  }
  const kept = sumOf(headings.map(({ amount }) => amount))
  return {
    envelopeId,
    consultationId,
    currency,
    projects,
    headings: headings.map(({ name, amount }) => ({ heading: name, ...totalsOf(valueOf(amount), under.get(name) ?? []) })),
    noHeading: totalsOf(minus(valueOf(opened.amount), kept), under.get(undefined) ?? []),
    total: totalsOf(valueOf(opened.amount), projects),
    ...(closed === undefined ? {} : { closed }),
  }
}

/**
 * The account of an envelope, from its events in order: of each project what was computed, beside what people adjusted and
 * why, what others pay and what it was given; of each heading and of the whole the sums, and what is left.
 *
 * *Shape*: `undefined` where no envelope was opened. *Cost*: one pass.
 * @example
 * const envelopeId = 'aubel-2026'
 * const account = envelopeAccount([
 *   { type: 'EnvelopeOpened', envelopeId, consultationId: 'aubel-2026', amount: '1000', currency: 'EUR' },
 *   { type: 'AllocationComputed', envelopeId, pollId: 'p-1', input: 'i', allocations: [{ project: 'pool', amount: '900' }] },
 *   {
 *     type: 'AllocationAdjusted',
 *     envelopeId,
 *     changes: [{ project: 'pool', from: '900', to: '850' }],
 *     by: 'council',
 *     reason: 'the region pays the paths',
 *   },
 * ])
 * account?.total // => { amount: '1000', computed: '900', allocated: '850', funded: '0', left: '150' }
 */
export const envelopeAccount = (events: Iterable<EnvelopeEvent>): EnvelopeAccount | undefined => {
  let collected: Collected | undefined
  for (const event of events) {
    if (event.type === 'EnvelopeOpened') collected ??= { opened: event, lines: new Map() }
    else if (collected !== undefined) add(collected, event)
  }
  return collected === undefined ? undefined : accountOf(collected)
}

import { formatMoney } from '@isegoria/exact'
import { minus, nothing, plus, sumOf, valueOf } from './amounts.ts'
import type { EnvelopeEvent, EnvelopeOpened } from './events.ts'
import { emptyLayers, entryOf, withEntries } from './layered-map.ts'
import { noHeading } from './state.ts'
import type { EnvelopeState, ProjectAccount, Purse } from './state.ts'

const purseOf = ({ amount, decimals, headings = [] }: EnvelopeOpened): Purse => ({
  amount,
  ...(decimals === undefined ? {} : { decimals }),
  limits: new Map([
    ...headings.map((heading) => [heading.name, valueOf(heading.amount)] as const),
    [noHeading, minus(valueOf(amount), sumOf(headings.map((heading) => heading.amount)))],
  ]),
  filled: [],
  projects: emptyLayers,
  allocatedUnder: emptyLayers,
  allocated: nothing,
  funded: nothing,
})

interface Given {
  readonly project: string
  readonly amount: string
  readonly heading?: string
  readonly cost?: string
}

/** Gives each project its amount instead of what it was to get before. */
const allocate = <State extends Purse>(state: State, given: ReadonlyArray<Given>, isComputed: boolean): State => {
  const projects = new Map<string, ProjectAccount>()
  const under = new Map<string, Purse['allocated']>()
  let { allocated } = state
  for (const { project, amount, heading, cost = amount } of given) {
    const before = projects.get(project) ?? entryOf(state.projects, project)
    const change = minus(valueOf(amount), valueOf(before?.allocated))
    const key = heading ?? noHeading
    const named = heading === undefined ? {} : { heading }
    projects.set(project, { ...before, allocated: amount, ...(isComputed ? { computed: amount, counted: cost } : {}), ...named })
    under.set(key, plus(under.get(key) ?? entryOf(state.allocatedUnder, key) ?? nothing, change))
    allocated = plus(allocated, change)
  }
  return { ...state, projects: withEntries(state.projects, projects), allocatedUnder: withEntries(state.allocatedUnder, under), allocated }
}

const withProject = <State extends Purse>(state: State, project: string, known: ProjectAccount): State => ({
  ...state,
  projects: withEntries(state.projects, [[project, { ...entryOf(state.projects, project), ...known }]]),
})

const fund = <State extends Purse>(state: State, project: string, amount: string): State => {
  const before = entryOf(state.projects, project)?.funded
  const funded = before === undefined ? amount : formatMoney(plus(valueOf(before), valueOf(amount)))
  return { ...withProject(state, project, { funded }), funded: plus(state.funded, valueOf(amount)) }
}

export const evolve = (state: EnvelopeState, event: EnvelopeEvent): EnvelopeState => {
  if (event.type === 'EnvelopeOpened') return { status: 'Open', ...purseOf(event) }
  if (state.status === 'NotOpened' || state.status === 'Closed') return state
  switch (event.type) {
    case 'AllocationComputed': {
      const { pollId, input, allocations } = event
      const headings = [...new Set(allocations.map(({ heading }) => heading ?? noHeading))]
      return { ...allocate(state, allocations, true), status: 'Allocated', filled: [...state.filled, { pollId, input, headings }] }
    }
    case 'AllocationAdjusted':
      return allocate(
        state,
        event.changes.map(({ to, ...change }) => ({ ...change, amount: to })),
        false,
      )
    case 'PartFundingAgreed': {
      const { project, paidBy, amount, explanation } = event
      const parts = new Map([...(entryOf(state.projects, project)?.parts ?? []), [paidBy, { amount, explanation }]])
      return withProject(state, project, { parts })
    }
    case 'CostRevised':
      return withProject(state, event.project, { cost: { version: event.version, amount: event.cost } })
    case 'ProjectFunded':
      return fund(state, event.project, event.amount)
    case 'EnvelopeClosed':
      return { ...state, status: 'Closed', left: event.left }
  }
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, formatMoney, parseMoney, ratio, subtract, tenTo, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { livedThrough } from '@isegoria/testing'
import type { EnvelopeCommand } from './commands.ts'
import { envelopeCommands } from './commands.ts'
import { envelopeAccount } from './envelope-account.ts'
import { envelope } from './envelope.ts'
import { envelopeEvents } from './events.ts'
import type { EnvelopeEvent } from './events.ts'
import { expectedOfEnvelope } from './expected.ts'

/** As JSON gives objects: with a prototype. */
const plain = { noNullPrototype: true } as const
const rarely = <Value>(often: fc.Arbitrary<Value>, seldom: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 14, arbitrary: often }, { weight: 1, arbitrary: seldom })
const amount = rarely(
  fc.constantFrom('0', '0.1', '0.10', '0.3', '1', '2', '3', '5', '8', '33.33', '33.34'),
  fc.constantFrom('', '-1', '1e3', 'much', '99999999999999999999.99'),
)
const project = fc.constantFrom('a', 'b', 'c')
const words = rarely(fc.constantFrom('why', 'because', 'so'), fc.constant(''))
const by = rarely(fc.constantFrom('council', 'region'), fc.constant(''))
const envelopeId = 'e-1'

const opening = fc
  .record(
    {
      amount: fc.constantFrom('10', '12.5', '100', '99999999999999999999.99'),
      headings: fc.uniqueArray(fc.record({ name: fc.constantFrom('north', 'south'), amount: fc.constantFrom('5', '0.2', '4') }, plain), {
        maxLength: 2,
        selector: ({ name }) => name,
      }),
      decimals: fc.constantFrom(0, 2, 2, 20),
    },
    { ...plain, requiredKeys: ['amount'] },
  )
  .map((given) => ({ type: 'OpenEnvelope', envelopeId, consultationId: 'c-1', currency: 'EUR', ...given }) as const)

/** An envelope that was opened and allocated, as far as it may be, and whatever comes between and after. */
const session = opening.chain((opened) => {
  const names = (opened.headings ?? []).map(({ name }) => name)
  const heading =
    names.length === 0 ? fc.constantFrom('east', undefined, undefined, undefined) : fc.constantFrom('east', '', ...names, ...names, undefined)
  const target = fc
    .tuple(project, amount, heading)
    .map(([id, given, under]) => ({ project: id, amount: given, ...(under === undefined ? {} : { heading: under }) }))
  const allocation = fc.tuple(target, fc.option(amount, { freq: 3 })).map(([given, cost]) => (cost === null ? given : { ...given, cost }))
  const computing = fc
    .tuple(fc.constantFrom('p-1', 'p-2'), fc.uniqueArray(allocation, { maxLength: 2, selector: (one) => one.project }))
    .map(([pollId, allocations]): EnvelopeCommand => ({ type: 'ComputeAllocation', envelopeId, pollId, input: 'i', allocations }))
  const adjusting = fc
    .record({ changes: fc.array(target, { maxLength: 2 }), by, reason: words }, plain)
    .map((given): EnvelopeCommand => ({ type: 'AdjustAllocation', envelopeId, ...given }))
  const agreeing = fc
    .record({ project, amount, paidBy: by, explanation: words }, plain)
    .map((given): EnvelopeCommand => ({ type: 'AgreePartFunding', envelopeId, ...given }))
  const revising = fc
    .record({ project, cost: amount, by, reason: words }, plain)
    .map((given): EnvelopeCommand => ({ type: 'ReviseCost', envelopeId, ...given }))
  const command = fc.oneof(
    { weight: 1, arbitrary: fc.oneof(opening, fc.constant<EnvelopeCommand>({ type: 'CloseEnvelope', envelopeId, by: 'council' })) },
    { weight: 2, arbitrary: computing },
    { weight: 6, arbitrary: adjusting },
    { weight: 4, arbitrary: agreeing },
    { weight: 4, arbitrary: revising },
    { weight: 6, arbitrary: project.map((id): EnvelopeCommand => ({ type: 'FundProject', envelopeId, project: id })) },
  )
  const some = (maxLength: number): fc.Arbitrary<Array<EnvelopeCommand>> => fc.array(command, { maxLength, size: 'max' })
  return fc.tuple(some(1), fc.constant(opened), some(1), computing, some(24)).map(([before, first, between, second, after]) => {
    const commands: ReadonlyArray<EnvelopeCommand> = [...before, first, ...between, second, ...after]
    return commands
  })
})

const value = (text: string): Ratio => {
  const money = parseMoney(text)
  if (money === undefined || money.minor < 0n) throw new Error(`'${text}' went into the log as an amount`)
  return ratio(money.minor, tenTo(money.decimals))
}
const sum = (texts: Iterable<string>): Ratio => [...texts].map(value).reduce(add, zero)
const isAtMost = (left: Ratio, right: Ratio): boolean => compare(left, right) !== 1

interface Known {
  readonly allocated: Map<string, { readonly amount: string; readonly heading: string | undefined }>
  readonly computed: Map<string, string>
  readonly costs: Map<string, string>
  readonly parts: Map<string, Map<string, string>>
  readonly funded: Map<string, Ratio>
}

/** What an auditor keeps, who trusts no sum but their own. */
const know = (known: Known, event: EnvelopeEvent): void => {
  if (event.type === 'AllocationComputed')
    for (const one of event.allocations) {
      expect(known.computed.has(one.project)).toBe(false)
      known.computed.set(one.project, one.amount)
      known.allocated.set(one.project, { amount: one.amount, heading: one.heading })
      if (!known.costs.has(one.project)) known.costs.set(one.project, one.cost ?? one.amount)
    }
  if (event.type === 'AllocationAdjusted') {
    expect([event.by, event.reason]).not.toContain('')
    for (const one of event.changes) {
      expect(one.from).toBe(known.allocated.get(one.project)?.amount ?? '0')
      known.allocated.set(one.project, { amount: one.to, heading: one.heading })
    }
  }
  if (event.type === 'PartFundingAgreed') {
    const parts = known.parts.get(event.project) ?? new Map<string, string>()
    known.parts.set(event.project, parts.set(event.paidBy, event.amount))
    expect(isAtMost(sum(parts.values()), value(known.costs.get(event.project) ?? ''))).toBe(true)
  }
  if (event.type === 'CostRevised') known.costs.set(event.project, event.cost)
  if (event.type === 'ProjectFunded') {
    const parts = sum(known.parts.get(event.project)?.values() ?? [])
    const allocated = known.allocated.get(event.project)?.amount ?? ''
    const cost = known.costs.get(event.project)
    if (cost !== undefined) expect(compare(add(value(allocated), parts), value(cost))).toBe(0)
    known.funded.set(event.project, add(known.funded.get(event.project) ?? zero, value(event.amount)))
    expect(compare(known.funded.get(event.project) ?? zero, value(allocated))).toBe(0)
  }
}

/** I22: at this point of the stream no more is allocated than there is, in all, under each heading, and under none. */
const expectWithin = ({ allocated, funded }: Known, opened: Extract<EnvelopeEvent, { type: 'EnvelopeOpened' }>): void => {
  const under = (name: string | undefined): Ratio => sum([...allocated.values()].flatMap((one) => (one.heading === name ? [one.amount] : [])))
  const kept = sum((opened.headings ?? []).map((one) => one.amount))
  expect(isAtMost(sum([...allocated.values()].map((one) => one.amount)), value(opened.amount))).toBe(true)
  for (const one of opened.headings ?? []) expect(isAtMost(under(one.name), value(one.amount))).toBe(true)
  expect(isAtMost(under(undefined), subtract(value(opened.amount), kept))).toBe(true)
  expect(isAtMost([...funded.values()].reduce(add, zero), value(opened.amount))).toBe(true)
  for (const [id, given] of funded) expect(isAtMost(given, value(allocated.get(id)?.amount ?? ''))).toBe(true)
}

describe('an envelope, whatever is asked of it', () => {
  it('obeys the laws of a decider, and at no point of its stream gives out more than it holds, in all or under a heading', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(session, (commands) => {
        const { events, breach, state } = livedThrough(envelope, envelopeEvents, commands)
        expect(breach).toBeUndefined()
        const [opened] = events
        if (opened?.type !== 'EnvelopeOpened') return
        const known: Known = { allocated: new Map(), computed: new Map(), costs: new Map(), parts: new Map(), funded: new Map() }
        for (const event of events) {
          seen.set(event.type, (seen.get(event.type) ?? 0) + 1)
          know(known, event)
          expectWithin(known, opened)
        }
        const allocated = sum([...known.allocated.values()].map((one) => one.amount))
        if (state.status !== 'NotOpened') expect(value(formatMoney(state.allocated))).toStrictEqual(allocated)
        const account = envelopeAccount(events)
        expect(account?.projects.flatMap((line) => (line.computed === undefined ? [] : [[line.project, line.computed.amount]]))).toStrictEqual(
          account?.projects.flatMap((line) => (known.computed.has(line.project) ? [[line.project, known.computed.get(line.project)]] : [])),
        )
        expect(value(account?.total.left ?? '-1')).toStrictEqual(subtract(value(opened.amount), allocated))
      }),
      { numRuns: 1500 },
    )
    for (const type of envelopeEvents.types) expect([type, (seen.get(type) ?? 0) > 30]).toStrictEqual([type, true])
  })
  it('does only what is expected next, and whoever is said to wait for money can be given it', () => {
    fc.assert(
      fc.property(session, (commands) => {
        let state = envelope.initialState
        for (const one of commands) {
          const expected = expectedOfEnvelope(state)
          const decided = envelope.decide(one, state)
          if (E.isRight(decided) && decided.right.length > 0) expect(expected.map((next) => next.command)).toContain(one.type)
          const payable = expected.find((next) => next.command === 'FundProject')?.projects ?? []
          for (const id of ['a', 'b', 'c']) {
            const funding = envelope.decide({ type: 'FundProject', envelopeId, project: id }, state)
            expect(E.isRight(funding) && funding.right.length === 1).toBe(payable.includes(id))
          }
          const closing = envelope.decide({ type: 'CloseEnvelope', envelopeId, by: 'council' }, state)
          expect(E.isRight(closing) && closing.right.length === 1).toBe(expected.some((next) => next.command === 'CloseEnvelope'))
          if (E.isRight(decided)) for (const event of decided.right) state = envelope.evolve(state, event)
        }
      }),
      { numRuns: 500 },
    )
  })
  it('reads each of its commands as JSON gives it', () => {
    fc.assert(
      fc.property(session, (commands) => {
        for (const one of commands) expect(envelopeCommands.decode(JSON.parse(JSON.stringify(one)))).toStrictEqual(E.right(one))
      }),
    )
  })
})

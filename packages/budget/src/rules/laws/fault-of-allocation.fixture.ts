import { marked } from '@isegoria/election'
import type { AllocationOutcome, Constraint, Election } from '@isegoria/election'
import { parseMoney, withDecimals } from '@isegoria/exact'

/** What else is promised: that what is free is funded, that nothing that somebody supports and that still fits is left. */
interface Promised {
  readonly fundsFree: boolean
  readonly isGreedy: boolean
}

type Earmark = Extract<Constraint, { type: 'envelope' }>

/** An envelope, in the plainest words: what it holds with all that others leave over to it, and what is spent of it. */
const overspent = (
  envelopes: ReadonlyArray<Earmark>,
  spentOn: (ids: ReadonlyArray<string>) => bigint,
  rest: Omit<Earmark, 'type'>,
): string | undefined => {
  const all = [...envelopes, rest]
  const leftOf = (envelope: Omit<Earmark, 'type'>): bigint =>
    all.reduce((sum, other) => (other.leftoverTo === envelope.name ? sum + leftOf(other) : sum), envelope.amount) - spentOn(envelope.options)
  return all.find((envelope) => leftOf(envelope) < 0n)?.name
}

/**
 * What of that which must hold of every allocation does not hold of this one, worked out anew from the ballots and the
 * constraints; `undefined` for a sound one.
 */
export const faultOfAllocation = (
  { options, profile, budget = 0n, constraints = [], decimals }: Election,
  { selected, partial = [], cost, budget: stated }: AllocationOutcome,
  { fundsFree, isGreedy }: Promised,
): string | undefined => {
  const minor = (text: string): bigint => withDecimals(parseMoney(text) ?? { minor: -1n, decimals: 0 }, decimals).minor
  const costs = new Map(options.map((option) => [option.id, option.cost]))
  const amounts = new Map<string, bigint>(partial.map(({ option, amount }) => [option, minor(amount)]))
  for (const id of selected) {
    if (amounts.has(id)) return `'${id}' is funded twice`
    const whole = costs.get(id)
    if (whole === undefined) return `'${id}' is no option`
    amounts.set(id, whole)
  }
  const spentOn = (ids: Iterable<string>): bigint => [...new Set(ids)].reduce((sum, id) => sum + (amounts.get(id) ?? 0n), 0n)
  const spent = spentOn(amounts.keys())
  if (spent > budget || spent !== minor(cost) || budget !== minor(stated)) return `spends ${spent}, says ${cost} of ${stated}`
  const voters = (ids: ReadonlyArray<string>): number =>
    profile.ballots.reduce((sum, { ballot, weight }) => (marked(ballot).some((id) => ids.includes(id)) ? sum + weight : sum), 0)
  const envelopes = constraints.flatMap((one) => (one.type === 'envelope' ? [one] : []))
  for (const one of constraints) {
    if (one.type === 'cap' && spentOn(one.options) > one.most) return `breaks the cap '${one.name}'`
    if (one.type === 'at-most' && one.options.filter((id) => amounts.has(id)).length > one.most) return `breaks '${one.name}'`
    if (one.type !== 'least-cost-share' || envelopes.length > 0) continue
    const short = [...amounts.keys()].find(
      (id) => BigInt(voters([id])) * budget * BigInt(one.denominator) < (costs.get(id) ?? 0n) * BigInt(one.numerator) * BigInt(profile.voters),
    )
    if (short !== undefined) return `funds '${short}' with too few votes`
  }
  for (const { option, amount } of partial) if (minor(amount) <= 0n || minor(amount) >= (costs.get(option) ?? 0n)) return `'${option}' gets no part`
  if (partial.length > 0 && !constraints.some(({ type }) => type === 'part-funding')) return 'funds in part what nobody asked for'
  const taken = new Set(envelopes.flatMap((envelope) => envelope.options))
  const rest = {
    name: '',
    options: options.map(({ id }) => id).filter((id) => !taken.has(id)),
    amount: budget - envelopes.reduce((sum, { amount }) => sum + amount, 0n),
  }
  const envelope = overspent(envelopes, spentOn, rest)
  if (envelope !== undefined) return `spends more than there is in the envelope '${envelope}'`
  if (constraints.length > 0) return undefined
  const missed = options.find(
    ({ id, cost: whole }) => !amounts.has(id) && ((fundsFree && whole === 0n && voters([id]) > 0) || (isGreedy && whole <= budget - spent)),
  )
  return missed === undefined ? undefined : `leaves out '${missed.id}', which costs ${missed.cost}`
}

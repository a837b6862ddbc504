import type { Constraint, Earmark } from './constraint.ts'
import type { Election } from './election.ts'

interface ConstraintFault {
  readonly constraint: Constraint['type']
  readonly reason: string
}

const reasonOf = (constraint: Constraint, known: ReadonlySet<string>): string | undefined => {
  switch (constraint.type) {
    case 'part-funding':
      return undefined
    case 'least-score':
      return Number.isSafeInteger(constraint.least) && constraint.least >= 0 ? undefined : `${constraint.least} is no score`
    case 'least-cost-share': {
      const { numerator, denominator } = constraint
      const isShare = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator >= 0 && denominator > 0
      return isShare ? undefined : `${numerator}/${denominator} is no share`
    }
    case 'cap':
    case 'at-most':
    case 'envelope': {
      const amount = constraint.type === 'envelope' ? constraint.amount : constraint.most
      if (typeof amount === 'number' && !Number.isSafeInteger(amount)) return `'${constraint.name}' has ${amount}, which is no number of options`
      if (amount < 0) return `'${constraint.name}' has ${amount}, which is below nothing`
      const stranger = constraint.options.find((id) => !known.has(id))
      return stranger === undefined ? undefined : `'${constraint.name}' names '${stranger}', which is no option`
    }
  }
}

/** Each option in one envelope at most, the amounts within the budget, and money that flows on never comes back. */
const faultOfEnvelopes = (envelopes: ReadonlyArray<Earmark>, budget: bigint): string | undefined => {
  if (envelopes.some(({ name }) => name === '')) return 'an envelope has no name, which is that of what no envelope holds'
  const names = new Map(envelopes.map((envelope) => [envelope.name, envelope]))
  if (names.size < envelopes.length) return 'two envelopes have one name'
  const options = envelopes.flatMap((envelope) => [...new Set(envelope.options)])
  const twice = options.find((id, place) => options.indexOf(id) !== place)
  if (twice !== undefined) return `'${twice}' stands in two envelopes`
  const sum = envelopes.reduce((total, { amount }) => total + amount, 0n)
  if (sum > budget) return `the envelopes hold ${sum} of ${budget}`
  for (const envelope of envelopes) {
    const seen = new Set([envelope.name])
    for (let to = envelope.leftoverTo; to !== undefined && to !== ''; to = names.get(to)?.leftoverTo) {
      if (!names.has(to)) return `'${envelope.name}' leaves money over to '${to}', which is no envelope`
      if (seen.has(to)) return `what '${envelope.name}' leaves over flows in a circle`
      seen.add(to)
    }
  }
  return undefined
}

/** What is wrong with the constraints of an election; `undefined` where all are sound. */
export const faultOfConstraints = ({
  constraints = [],
  options,
  budget = 0n,
}: Pick<Election, 'constraints' | 'options' | 'budget'>): ConstraintFault | undefined => {
  if (constraints.length === 0) return undefined
  const known = new Set(options.map(({ id }) => id))
  for (const constraint of constraints) {
    const reason = reasonOf(constraint, known)
    if (reason !== undefined) return { constraint: constraint.type, reason }
  }
  const envelopes = constraints.flatMap((constraint) => (constraint.type === 'envelope' ? [constraint] : []))
  const reason = faultOfEnvelopes(envelopes, budget)
  return reason === undefined ? undefined : { constraint: 'envelope', reason }
}

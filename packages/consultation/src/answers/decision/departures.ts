import type { CertifiedResult, DecisionTaken, Verdict } from './events.ts'

/** An option that is not treated as the certified result has it; `silent` where the decision does not speak of it. */
export interface Departure {
  readonly pollId: string
  readonly optionId: string
  readonly isWinner: boolean
  readonly verdict: Verdict | 'silent'
}

const departuresFrom = ({ pollId, winners }: CertifiedResult, { outcomes }: Pick<DecisionTaken, 'outcomes'>): ReadonlyArray<Departure> => {
  const verdicts = new Map<string, Verdict>()
  for (const { subject, verdict } of outcomes) {
    if (subject.type === 'option' && subject.pollId === pollId) verdicts.set(subject.optionId, verdict)
    if (subject.type === 'proposal' && winners.includes(subject.proposalId)) verdicts.set(subject.proposalId, verdict)
  }
  const slighted = winners.flatMap((optionId): ReadonlyArray<Departure> => {
    const verdict = verdicts.get(optionId) ?? 'silent'
    return verdict === 'adopted' ? [] : [{ pollId, optionId, isWinner: true, verdict }]
  })
  const favoured = [...verdicts].flatMap(([optionId, verdict]): ReadonlyArray<Departure> => {
    const isAdopted = verdict === 'adopted' || verdict === 'adopted-in-part'
    return isAdopted && !winners.includes(optionId) ? [{ pollId, optionId, isWinner: false, verdict }] : []
  })
  return [...slighted, ...favoured]
}

/**
 * Where a decision departs from a certified result that it cites, or on whose options it decides: a winner that is not wholly
 * adopted, and an option adopted, be it in part, that did not win. A proposal that won is one of those options by its own id; one
 * that did not win is known for an option only where the decision names it as such.
 */
export const departuresOf = (decision: Pick<DecisionTaken, 'outcomes' | 'basedOn' | 'certified'>): ReadonlyArray<Departure> => {
  const concerned = new Set(decision.basedOn.tallies.map(({ pollId }) => pollId))
  for (const { subject } of decision.outcomes) if (subject.type === 'option') concerned.add(subject.pollId)
  const proposals = new Set(decision.outcomes.flatMap(({ subject }) => (subject.type === 'proposal' ? [subject.proposalId] : [])))
  const isConcerned = ({ pollId, winners }: CertifiedResult): boolean => concerned.has(pollId) || winners.some((winner) => proposals.has(winner))
  return decision.certified.flatMap((result) => (isConcerned(result) ? departuresFrom(result, decision) : []))
}

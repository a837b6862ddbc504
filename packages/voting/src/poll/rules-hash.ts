import { canonicalHash } from '@isegoria/kernel'
import type { PollTerms } from './state.ts'

/** The hash that every ballot carries: poll, question, form, rule, calendar, options, budget, currency, constraints. One changed cost is another hash. */
export const rulesHash = ({ definition, frozen }: PollTerms): string =>
  canonicalHash({
    pollId: definition.pollId,
    question: definition.question,
    form: definition.form,
    rule: definition.rule,
    opensAt: definition.opensAt,
    closesAt: definition.closesAt,
    seats: definition.seats,
    revote: definition.revote,
    quorum: definition.quorum,
    electors: definition.electors,
    secrecy: definition.secrecy,
    threshold: definition.threshold,
    options: frozen.options,
    budget: frozen.budget,
    currency: frozen.currency,
    constraints: frozen.constraints,
  })

import type { Outcome } from '@isegoria/election'
import { count, money, names, period, quote, until, word } from './detail.ts'
import type { Detail } from './detail.ts'
import type { Known } from './known.ts'
import { nothingMore } from './telling.ts'
import type { PollTellings } from './telling.ts'

const detailsOfOutcome = (outcome: Outcome, pollId: string, known: Known): ReadonlyArray<Detail> => {
  const named = (ids: ReadonlyArray<string>): Detail => names(...ids.map((id) => known.option(pollId, id)))
  switch (outcome.type) {
    case 'allocation': {
      const chosen = [...outcome.selected, ...(outcome.partial ?? []).map(({ option }) => option)]
      return chosen.length === 0
        ? [word('outcome:nothing')]
        : [word('outcome:chosen'), named(chosen), money(outcome.cost, known.currencyOfPoll(pollId))]
    }
    case 'ranking':
      return outcome.winners.length === 0 ? [word('outcome:nothing')] : [word('outcome:first'), named(outcome.winners)]
    case 'committee': {
      const [first = []] = outcome.committees
      return outcome.committees.length > 1
        ? [word('outcome:level'), count('options', outcome.committees.length)]
        : [word('outcome:elected'), named(first)]
    }
    case 'seats':
      return [word('outcome:seats'), names(...Object.entries(outcome.seats).map(([id, seats]) => `${known.option(pollId, id)} ${seats}`))]
  }
}

export const tellPolls: PollTellings = {
  PollDefined: ({ question, opensAt, closesAt }) => [quote(question), period(opensAt, closesAt)],
  OptionsFrozen: ({ options, budget, currency }) => [
    count('options', options.length),
    names(...options.map(({ name }) => name)),
    ...(budget === null ? [] : [money(budget, currency)]),
  ],
  PollOpened: nothingMore,
  PollExtended: ({ closesAt, reason }) => [until(closesAt), quote(reason)],
  OptionWithdrawn: ({ pollId, option, reason }, known) => [names(known.option(pollId, option)), quote(reason)],
  PollClosed: nothingMore,
  LotDrawn: ({ seed }) => [quote(seed)],
  BallotBoxSealed: ({ ballots }) => [count('ballots', ballots)],
  TallyComputed: ({ pollId, outcome }, known) => detailsOfOutcome(outcome, pollId, known),
  ResultCertified: nothingMore,
  ResultContested: ({ grounds }) => [quote(grounds)],
  ContestDismissed: ({ reason }) => [quote(reason)],
  PollAnnulled: ({ motives }) => [quote(motives)],
  EnvelopeOpened: ({ amount, currency }) => [money(amount, currency)],
  AllocationComputed: ({ allocations }) => [count('projects', allocations.length)],
  AllocationAdjusted: ({ envelopeId, changes, reason }, known) => [
    names(...changes.map(({ project }) => known.project(envelopeId, project))),
    quote(reason),
  ],
  PartFundingAgreed: ({ envelopeId, project, amount, explanation }, known) => [
    names(known.project(envelopeId, project)),
    money(amount, known.currencyOfEnvelope(envelopeId)),
    quote(explanation),
  ],
  CostRevised: ({ envelopeId, project, cost, reason }, known) => [
    names(known.project(envelopeId, project)),
    money(cost, known.currencyOfEnvelope(envelopeId)),
    quote(reason),
  ],
  ProjectFunded: ({ envelopeId, project, amount }, known) => [
    names(known.project(envelopeId, project)),
    money(amount, known.currencyOfEnvelope(envelopeId)),
  ],
  EnvelopeClosed: ({ envelopeId, left }, known) => [word('outcome:left'), money(left, known.currencyOfEnvelope(envelopeId))],
  EvaluatorAssigned: ({ projectId }) => [names(projectId)],
  ConflictOfInterestDeclared: ({ projectId }) => [names(projectId)],
  CostEstimated: ({ projectId, amount, currency, method }) => [names(projectId), money(amount, currency), quote(method)],
  FeasibilityConcluded: ({ projectId, conclusion, explanation }) => [
    names(projectId),
    word(`feasibility:${conclusion}`),
    ...(explanation === undefined ? [] : [quote(explanation)]),
  ],
  StudyReviewed: ({ projectId, finding, reason }) => [names(projectId), word(`review:${finding}`), quote(reason)],
}
